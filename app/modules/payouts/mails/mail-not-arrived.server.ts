import { translatorOf } from '#app/i18n/all.server.ts';
import { cents } from '#app/kernel/money.ts';
import { personToMail } from '#app/modules/loket/mails/recipients.server.ts';
import { handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import type { Rail } from '../batch.ts';
import { endCodeOf } from '../end-code.ts';
import { mailNotArrived } from '../jobs.server.ts';
import { notArrivedMail } from './not-arrived-mail.ts';

/** A line that ended never changes, so what is read here is what happened. */
const onNotArrived = handleJob(mailNotArrived, async ({ lineId }, { database, mailer, publicUrl, jobKey }) => {
  const line = await database.paymentLine.findFirst({
    where: { id: lineId, state: { in: ['returned', 'put_back'] } },
    select: { personId: true, amountCents: true, endReason: true, batch: { select: { rail: true } } },
  });
  const person = line === null ? null : await personToMail(database, line.personId, 'mailOnSteps');
  if (line === null || person === null) return;
  const facts = {
    amount: cents(line.amountCents),
    rail: line.batch.rail as Rail,
    why: endCodeOf(line.endReason),
  };
  await mailer.send(notArrivedMail(facts, person, publicUrl, translatorOf(person.locale)), jobKey);
});

export const payoutMailHandlers: readonly JobHandler[] = [onNotArrived];
