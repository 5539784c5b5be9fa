import { z } from 'zod';
import {
  dayInAmsterdam,
  daysBetween,
  fromDateColumn,
  toDateColumn,
  type CalendarDate,
} from '#app/kernel/calendar-date.ts';
import { instant } from '#app/kernel/instant.ts';
import { translatorOf } from '#app/i18n/all.server.ts';
import type { Stage } from '#app/modules/initiatives/stage.ts';
import type { Role } from '#app/modules/people/role.ts';
import type { Database } from '#app/platform/database.server.ts';
import { defineJob, enqueue, handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { isReminderDay } from '../lateness.ts';
import { freeWorkersFor, personToMail, workersFor } from './recipients.server.ts';
import { lateAnswerMail, lateMail } from './work-mail.ts';

/** Looks once a day which steps are late. A day on which no worker ran is made up for: then the queue says which day it was. */
const remindLateSteps = defineJob(
  'remind-late-steps',
  z.object({ _cron: z.object({ ts: z.string().transform(instant) }).optional() }).catch({}),
);

/** Mails one person about one late step. `dueOn` tells which step: the next one has another term. */
const mailLateStep = defineJob(
  'mail-late-step',
  z.object({ initiativeId: z.uuid(), personId: z.uuid(), dueOn: z.string() }),
);

/** Whom a plan waits for in each stage; in 'question' it is the submitter. */
const waitsFor: Partial<Record<Stage, readonly Role[]>> = {
  submitted: ['loket'],
  accepted: ['chair', 'programme_manager'],
  deciding: ['chair', 'programme_manager'],
};

/** All reminders of a day are queued at once, as the last thing: a second try finds none of them sent. */
const onDailyLook = handleJob(remindLateSteps, async ({ _cron }, { database, now }) => {
  const today = dayInAmsterdam(_cron?.ts ?? now);
  const late = await database.initiative.findMany({
    where: { stage: { in: ['question', ...Object.keys(waitsFor)] }, dueOn: { lt: toDateColumn(today) } },
    select: { id: true, stage: true, bodyId: true, submitterId: true, dueOn: true },
    orderBy: { id: 'asc' },
  });
  const reminders: { initiativeId: string; personId: string; dueOn: CalendarDate }[] = [];
  for (const { dueOn: due, ...initiative } of late) {
    const dueOn = due === null ? null : fromDateColumn(due);
    if (dueOn === null || !isReminderDay(dueOn, today)) continue;
    for (const personId of await peopleWaitedFor(database, initiative, today))
      reminders.push({ initiativeId: initiative.id, personId, dueOn });
  }
  await database.$transaction(async (tx) => {
    for (const reminder of reminders) {
      await enqueue(
        tx,
        mailLateStep,
        reminder,
        `mail-late-step:${reminder.initiativeId}:${reminder.personId}:${today}`,
      );
    }
  });
});

async function peopleWaitedFor(
  database: Database,
  initiative: { id: string; stage: string; bodyId: string | null; submitterId: string | null },
  today: CalendarDate,
): Promise<string[]> {
  const roles = waitsFor[initiative.stage as Stage];
  if (roles === undefined) return initiative.submitterId === null ? [] : [initiative.submitterId];
  const workers =
    initiative.stage === 'submitted'
      ? await freeWorkersFor(database, { bodyId: initiative.bodyId, initiativeId: initiative.id, roles }, today)
      : await workersFor(database, initiative.bodyId, roles, today);
  return workers.map(({ id }) => id);
}

const onLateStep = handleJob(
  mailLateStep,
  async ({ initiativeId, personId, dueOn }, { database, mailer, publicUrl, now, jobKey }) => {
    const initiative = await database.initiative.findUnique({
      where: { id: initiativeId },
      include: { body: { select: { name: true } } },
    });
    // the step was taken while the mail waited
    if (initiative?.dueOn == null || initiative.slug === null || fromDateColumn(initiative.dueOn) !== dueOn) return;
    const isSubmitters = initiative.stage === 'question';
    const person = await personToMail(database, personId, isSubmitters ? 'mailOnSteps' : 'mailOnWork');
    if (person === null) return;
    const due = fromDateColumn(initiative.dueOn);
    const facts = {
      initiativeId,
      slug: initiative.slug,
      title: initiative.title,
      bodyName: initiative.body?.name ?? '',
      dueOn: due,
      daysLate: Math.max(1, daysBetween(due, dayInAmsterdam(now))),
    };
    const write = isSubmitters ? lateAnswerMail : lateMail;
    await mailer.send(write(facts, person, publicUrl, translatorOf(person.locale)), jobKey);
  },
);

export const lateStepHandlers: readonly JobHandler[] = [onDailyLook, onLateStep];
