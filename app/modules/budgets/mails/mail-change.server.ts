import { z } from 'zod';
import { translatorOf } from '#app/i18n/all.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { personToMail, workersWithout } from '#app/modules/loket/mails/recipients.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { defineJob, enqueue, handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import type { ChangeKind } from '../change.ts';
import { mailChangeAnswered, mailChangeWaiting } from '../jobs.server.ts';
import { rolesOfApprover } from '../policy.ts';
import { bodyIdOf, factsOf, factsSelect } from '../queries/change-facts.server.ts';
import { interestedPeople } from '../queries/interests.server.ts';
import { officeOf } from '../queries/office.server.ts';
import { changeAnsweredMail, changeWaitingMail } from './change-mail.ts';

/** Mails one person who may approve: a mail that fails is tried again by itself. */
const mailApprover = defineJob('mail-change-approver', z.object({ changeId: z.uuid(), personId: z.uuid() }));

async function changeToMail(database: Database, changeId: string) {
  const row = await database.budgetChange.findUnique({
    where: { id: changeId },
    select: {
      ...factsSelect,
      state: true,
      number: true,
      answer: true,
      proposerId: true,
      decisionId: true,
      spendingId: true,
    },
  });
  if (row === null) return null;
  const office = await officeOf(database);
  const { body } = factsOf(row, office);
  return {
    ...row,
    bodyId: bodyIdOf(row) ?? office.id,
    facts: { changeId, kind: row.kind as ChangeKind, amount: cents(row.amountCents), bodyName: body.name },
  };
}

const onChangeWaiting = handleJob(mailChangeWaiting, async ({ changeId }, { database, now }) => {
  const change = await changeToMail(database, changeId);
  if (change?.state !== 'proposed') return;
  const work = { bodyId: change.bodyId, roles: rolesOfApprover, notId: change.proposerId };
  const interestedOf = async (ids: readonly string[]) => interestedPeople(database, ids, change);
  const approvers = await workersWithout(database, work, interestedOf, dayInAmsterdam(now));
  await database.$transaction(async (tx) => {
    for (const { id } of approvers)
      await enqueue(tx, mailApprover, { changeId, personId: id }, `mail-change-approver:${changeId}:${id}`);
  });
});

const onApprover = handleJob(mailApprover, async ({ changeId, personId }, { database, mailer, publicUrl, jobKey }) => {
  const change = await changeToMail(database, changeId);
  const approver = await personToMail(database, personId, 'mailOnWork');
  // somebody was quicker than the mail
  if (change?.state !== 'proposed' || approver === null) return;
  // who may not approve this one is not asked to
  if ((await interestedPeople(database, [personId], change)).size > 0) return;
  await mailer.send(changeWaitingMail(change.facts, approver, publicUrl, translatorOf(approver.locale)), jobKey);
});

const onChangeAnswered = handleJob(
  mailChangeAnswered,
  async ({ changeId }, { database, mailer, publicUrl, jobKey }) => {
    const change = await changeToMail(database, changeId);
    if (change === null || (change.state !== 'approved' && change.state !== 'refused')) return;
    const proposer = await personToMail(database, change.proposerId, 'mailOnWork');
    if (proposer === null) return;
    const answer =
      change.state === 'approved'
        ? ({ answer: 'approved', number: change.number ?? '' } as const)
        : ({ answer: 'refused', reason: change.answer } as const);
    const t = translatorOf(proposer.locale);
    await mailer.send(changeAnsweredMail({ ...change.facts, ...answer }, proposer, publicUrl, t), jobKey);
  },
);

export const changeMailHandlers: readonly JobHandler[] = [onChangeWaiting, onApprover, onChangeAnswered];
