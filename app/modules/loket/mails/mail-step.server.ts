import { z } from 'zod';
import { dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { translatorOf } from '#app/i18n/all.server.ts';
import { mailInitiativeStep } from '#app/modules/initiatives/jobs.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { defineJob, enqueue, handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { freeWorkersFor, personToMail } from './recipients.server.ts';
import { stepToMail, type StepToMail } from './step.query.server.ts';
import { stepMail } from './step-mail.ts';
import { workMail, type WorkKind } from './work-mail.ts';

/** Mails one person at the loket about a step that brings work. */
const mailLoketWork = defineJob('mail-loket-work', z.object({ eventId: z.uuid(), personId: z.uuid() }));

/** What the loket has to do after this step, if anything. */
function workAfter({ facts, stage }: StepToMail): WorkKind | null {
  if (stage !== 'submitted') return null;
  switch (facts.kind) {
    case 'submitted':
    case 'question-answered':
      return facts.kind;
    case 'referred':
    case 'decided':
      return 'referred';
    default:
      return null;
  }
}

/**
 * The mail to the submitter, then a job per person at the loket: a mail that fails is tried again by itself, and
 * nobody gets a second one because somebody else's mailbox was full.
 */
const onStep = handleJob(mailInitiativeStep, async ({ eventId }, { database, mailer, publicUrl, now, jobKey }) => {
  const step = await stepToMail(database, eventId);
  if (step === null) return;
  const submitter = await personToMail(database, step.submitterId, 'mailOnSteps');
  if (submitter !== null)
    await mailer.send(stepMail(step.facts, submitter, publicUrl, translatorOf(submitter.locale)), jobKey);
  if (workAfter(step) === null) return;
  const others = (await desksFor(database, step, dayInAmsterdam(now))).filter((id) => id !== step.actorId);
  await database.$transaction(async (tx) => {
    for (const id of others)
      await enqueue(tx, mailLoketWork, { eventId, personId: id }, `mail-loket-work:${eventId}:${id}`);
  });
});

/** Ids of who works at the loket of the body that has the plan, and of the one whose question was answered. */
async function desksFor(database: Database, step: StepToMail, today: CalendarDate): Promise<string[]> {
  const bodies = [...new Set([step.bodyId, step.askedBy ?? step.bodyId])];
  const desks = await Promise.all(
    bodies.map(async (bodyId) =>
      freeWorkersFor(database, { bodyId, initiativeId: step.facts.initiativeId, roles: ['loket'] }, today),
    ),
  );
  return [...new Set(desks.flat().map(({ id }) => id))];
}

const onLoketWork = handleJob(mailLoketWork, async ({ eventId, personId }, { database, mailer, publicUrl, jobKey }) => {
  const step = await stepToMail(database, eventId);
  const kind = step === null ? null : workAfter(step);
  // somebody was quicker than the mail
  if (step === null || kind === null) return;
  const worker = await personToMail(database, personId, 'mailOnWork');
  if (worker === null) return;
  const { initiativeId, title, dueOn } = step.facts;
  const facts = { initiativeId, title, dueOn, bodyName: step.atBody ?? '' };
  await mailer.send(workMail(kind, facts, worker, publicUrl, translatorOf(worker.locale)), jobKey);
});

export const stepMailHandlers: readonly JobHandler[] = [onStep, onLoketWork];
