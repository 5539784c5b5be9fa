import { z } from 'zod';
import { translatorOf } from '#app/i18n/all.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { addMinutes, instant } from '#app/kernel/instant.ts';
import { personToMail, workersFor } from '#app/modules/loket/mails/recipients.server.ts';
import { defineJob, enqueue, handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { coordinatedWaiting } from '../queries/waiting-claims.query.server.ts';
import { claimsWaitingMail } from './claim-mail.ts';

/** Looks once a week which claims wait too long. */
const remindWaitingClaims = defineJob(
  'remind-waiting-claims',
  z.object({ _cron: z.object({ ts: z.string().transform(instant) }).optional() }).catch({}),
);

/** Mails one coordinator about the claims of one body. `before`: when those were made that wait too long. */
const mailClaimsWaiting = defineJob(
  'mail-claims-waiting',
  z.object({ bodyId: z.uuid(), personId: z.uuid(), before: z.string().transform(instant) }),
);

const minutesOfWeek = 7 * 24 * 60;

const onWeeklyLook = handleJob(remindWaitingClaims, async ({ _cron }, { database, now }) => {
  const lookedAt = _cron?.ts ?? now;
  const before = addMinutes(lookedAt, -minutesOfWeek);
  const today = dayInAmsterdam(lookedAt);
  const bodies = await database.body.findMany({
    where: { activities: { some: { claims: { some: { state: 'claimed', claimedAt: { lt: before } } } } } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  const reminders: { bodyId: string; personId: string }[] = [];
  for (const { id: bodyId } of bodies) {
    const coordinators = await workersFor(database, bodyId, ['coordinator'], today);
    for (const { id: personId } of coordinators)
      if ((await coordinatedWaiting(database, { bodyId, personId, before })) > 0) reminders.push({ bodyId, personId });
  }
  await database.$transaction(async (tx) => {
    for (const reminder of reminders) {
      const key = `mail-claims-waiting:${reminder.bodyId}:${reminder.personId}:${today}`;
      // dates travel as text; the payload's type is what comes out of it
      await enqueue(tx, mailClaimsWaiting, { ...reminder, before }, key);
    }
  });
});

const onReminder = handleJob(mailClaimsWaiting, async (reminder, { database, mailer, publicUrl, jobKey }) => {
  const count = await coordinatedWaiting(database, reminder);
  const person = await personToMail(database, reminder.personId, 'mailOnWork');
  // all was answered while the mail waited
  if (count === 0 || person === null) return;
  const { name: bodyName } = await database.body.findUniqueOrThrow({ where: { id: reminder.bodyId } });
  await mailer.send(claimsWaitingMail({ bodyName, count }, person, publicUrl, translatorOf(person.locale)), jobKey);
});

export const claimReminderHandlers: readonly JobHandler[] = [onWeeklyLook, onReminder];
