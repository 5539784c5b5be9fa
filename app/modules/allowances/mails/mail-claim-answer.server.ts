import { translatorOf } from '#app/i18n/all.server.ts';
import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { personToMail } from '#app/modules/loket/mails/recipients.server.ts';
import { handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { mailClaimAnswer } from '../jobs.server.ts';
import { claimAnswerMail } from './claim-mail.ts';

/** An answered claim never changes, so what is read here is what was answered. */
const onAnswer = handleJob(mailClaimAnswer, async ({ claimIds }, { database, mailer, publicUrl, jobKey }) => {
  const claims = await database.allowanceClaim.findMany({
    where: { id: { in: claimIds }, state: { in: ['approved', 'refused'] } },
    orderBy: [{ day: 'asc' }, { id: 'asc' }],
    select: {
      personId: true,
      day: true,
      minutes: true,
      amountCents: true,
      state: true,
      answer: true,
      activity: { select: { name: true } },
    },
  });
  const [first] = claims;
  if (first === undefined) return;
  const person = await personToMail(database, first.personId, 'mailOnSteps');
  if (person === null) return;
  const facts = {
    activityName: first.activity.name,
    state: first.state === 'approved' ? ('approved' as const) : ('refused' as const),
    reason: first.answer,
    claims: claims.map(({ day, minutes, amountCents }) => ({
      day: fromDateColumn(day),
      minutes,
      amount: cents(amountCents),
    })),
  };
  await mailer.send(claimAnswerMail(facts, person, publicUrl, translatorOf(person.locale)), jobKey);
});

export const claimMailHandlers: readonly JobHandler[] = [onAnswer];
