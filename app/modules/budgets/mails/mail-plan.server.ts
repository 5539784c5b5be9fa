import { z } from 'zod';
import { translatorOf } from '#app/i18n/all.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { personToMail, workersWithout } from '#app/modules/loket/mails/recipients.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { defineJob, enqueue, handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { mailPlanAnswered, mailPlanWaiting } from '../jobs.server.ts';
import { rolesOfApprover } from '../policy.ts';
import { planAnsweredMail, planWaitingMail } from './plan-mail.ts';

/** Mails one person who may approve: a mail that fails is tried again by itself. */
const mailPlanApprover = defineJob('mail-plan-approver', z.object({ importId: z.uuid(), personId: z.uuid() }));

async function planToMail(database: Database, importId: string) {
  return database.planImport.findUnique({
    where: { id: importId },
    select: { fileName: true, state: true, answer: true, proposerId: true },
  });
}

const onPlanWaiting = handleJob(mailPlanWaiting, async ({ importId }, { database, now }) => {
  const plan = await planToMail(database, importId);
  if (plan?.state !== 'proposed') return;
  // a plan is of all teams: the office itself, where nobody has an interest in it
  const work = { bodyId: null, roles: rolesOfApprover, notId: plan.proposerId };
  const nobody = async () => Promise.resolve(new Set<string>());
  const approvers = await workersWithout(database, work, nobody, dayInAmsterdam(now));
  await database.$transaction(async (tx) => {
    for (const { id } of approvers)
      await enqueue(tx, mailPlanApprover, { importId, personId: id }, `mail-plan-approver:${importId}:${id}`);
  });
});

const onPlanApprover = handleJob(
  mailPlanApprover,
  async ({ importId, personId }, { database, mailer, publicUrl, jobKey }) => {
    const plan = await planToMail(database, importId);
    const approver = await personToMail(database, personId, 'mailOnWork');
    // somebody was quicker than the mail
    if (plan?.state !== 'proposed' || approver === null) return;
    const facts = { importId, fileName: plan.fileName };
    await mailer.send(planWaitingMail(facts, approver, publicUrl, translatorOf(approver.locale)), jobKey);
  },
);

const onPlanAnswered = handleJob(mailPlanAnswered, async ({ importId }, { database, mailer, publicUrl, jobKey }) => {
  const plan = await planToMail(database, importId);
  if (plan === null || (plan.state !== 'approved' && plan.state !== 'refused')) return;
  const proposer = await personToMail(database, plan.proposerId, 'mailOnWork');
  if (proposer === null) return;
  const answer =
    plan.state === 'approved'
      ? ({ answer: 'approved' } as const)
      : ({ answer: 'refused', reason: plan.answer } as const);
  const facts = { importId, fileName: plan.fileName, ...answer };
  await mailer.send(planAnsweredMail(facts, proposer, publicUrl, translatorOf(proposer.locale)), jobKey);
});

export const planMailHandlers: readonly JobHandler[] = [onPlanWaiting, onPlanApprover, onPlanAnswered];
