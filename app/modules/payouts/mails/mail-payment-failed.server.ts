import { translatorOf } from '#app/i18n/all.server.ts';
import { cents } from '#app/kernel/money.ts';
import { personToMail } from '#app/modules/loket/mails/recipients.server.ts';
import { handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { mailPaymentFailed } from '../stripe-jobs.server.ts';
import { endCodeOf } from '../end-code.ts';
import { paymentFailedMail } from './payment-failed.ts';

/** A payment that fails stands as paid until somebody undoes it, so this mail goes to both who agreed on it. */
const onFailed = handleJob(mailPaymentFailed, async ({ changeId, personId }, context) => {
  const { database, mailer, publicUrl, jobKey } = context;
  const payment = await database.changePayment.findUnique({
    where: { changeId },
    select: { endReason: true, change: { select: { number: true, amountCents: true } } },
  });
  const person = await personToMail(database, personId, 'mailOnWork');
  if (payment === null || payment.endReason === '' || payment.change.number === null || person === null) return;
  const { endReason, change } = payment;
  const facts = {
    number: payment.change.number,
    amount: cents(change.amountCents),
    reason: endCodeOf(endReason) ?? ('MS03' as const),
  };
  await mailer.send(paymentFailedMail(facts, person, publicUrl, translatorOf(person.locale)), jobKey);
});

export const paymentMailHandlers: readonly JobHandler[] = [onFailed];
