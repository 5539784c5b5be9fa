import { z } from 'zod';
import { dayInAmsterdam, fromDateColumn, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { translatorOf } from '#app/i18n/all.server.ts';
import { personToMail } from '#app/modules/loket/mails/recipients.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { defineJob, enqueue, handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { mailAssignmentGiven } from '../jobs.server.ts';
import { assignmentGivenMail, type GivenAssignment } from './assignment-given.ts';

/** Mails one member: a mail that fails is tried again by itself. */
const mailAssigned = defineJob('mail-assigned', z.object({ decisionId: z.uuid(), personId: z.uuid() }));

/** A published assignment without a plan, with who got it; null for any other decision. */
async function givenAssignment(
  database: Database,
  decisionId: string,
): Promise<(GivenAssignment & { organisationId: string }) | null> {
  const row = await database.decision.findFirst({
    where: { id: decisionId, state: 'confirmed', instrument: 'assignment', initiativeId: null },
    select: {
      number: true,
      title: true,
      amountCents: true,
      task: true,
      conditions: true,
      beginsOn: true,
      endsOn: true,
      body: { select: { name: true } },
      recipient: { select: { id: true, name: true } },
    },
  });
  if (row?.recipient == null || row.number === null || row.amountCents === null) return null;
  if (row.task === null || row.beginsOn === null || row.endsOn === null) return null;
  return {
    number: row.number,
    title: row.title,
    bodyName: row.body.name,
    organisationId: row.recipient.id,
    organisationName: row.recipient.name,
    amount: cents(row.amountCents),
    task: row.task,
    conditions: row.conditions,
    beginsOn: fromDateColumn(row.beginsOn),
    endsOn: fromDateColumn(row.endsOn),
  };
}

/** Whether somebody belongs to an organisation on a day. */
function membersOn(day: CalendarDate, organisationId: string) {
  const on = toDateColumn(day);
  return { organisationId, beginsOn: { lte: on }, OR: [{ endsOn: null }, { endsOn: { gte: on } }] };
}

const onGiven = handleJob(mailAssignmentGiven, async ({ decisionId }, { database, now }) => {
  const given = await givenAssignment(database, decisionId);
  if (given === null) return;
  const members = await database.organisationMember.findMany({
    where: membersOn(dayInAmsterdam(now), given.organisationId),
    distinct: ['personId'],
    select: { personId: true },
  });
  await database.$transaction(async (tx) => {
    for (const { personId } of members)
      await enqueue(tx, mailAssigned, { decisionId, personId }, `mail-assigned:${decisionId}:${personId}`);
  });
});

const onAssigned = handleJob(
  mailAssigned,
  async ({ decisionId, personId }, { database, mailer, publicUrl, jobKey, now }) => {
    const given = await givenAssignment(database, decisionId);
    const member = await personToMail(database, personId, 'mailOnSteps');
    if (given === null || member === null) return;
    // who left since the mail was queued
    const still = { personId, ...membersOn(dayInAmsterdam(now), given.organisationId) };
    if ((await database.organisationMember.count({ where: still })) === 0) return;
    await mailer.send(assignmentGivenMail(given, member, publicUrl, translatorOf(member.locale)), jobKey);
  },
);

export const assignmentMailHandlers: readonly JobHandler[] = [onGiven, onAssigned];
