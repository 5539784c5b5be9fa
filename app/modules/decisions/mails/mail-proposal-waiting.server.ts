import { z } from 'zod';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { translatorOf } from '#app/i18n/all.server.ts';
import { personToMail, workersWithout } from '#app/modules/loket/mails/recipients.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { defineJob, enqueue, handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { mailProposalWaiting } from '../jobs.server.ts';
import type { DecisionOutcome } from '../outcome.ts';
import { confirmingRoles } from '../policy.ts';
import { interestsInDecision } from '../queries/scores.server.ts';
import { proposalWaitingMail } from './proposal-waiting.ts';

/** Mails one person who may confirm: a mail that fails is tried again by itself. */
const mailConfirmer = defineJob(
  'mail-confirmer',
  z.object({ decisionId: z.uuid(), revision: z.int(), personId: z.uuid() }),
);

/** A proposal that still waits as it was, or null: somebody was quicker than the mail. */
async function waitingProposal(database: Database, decisionId: string, revision: number) {
  return database.decision.findFirst({
    where: { id: decisionId, revision, state: 'prepared', origin: 'product' },
    select: {
      title: true,
      outcome: true,
      amountCents: true,
      bodyId: true,
      proposerId: true,
      body: { select: { name: true } },
    },
  });
}

const onProposalWaiting = handleJob(mailProposalWaiting, async ({ decisionId, revision }, { database, now }) => {
  const proposal = await waitingProposal(database, decisionId, revision);
  if (proposal === null) return;
  const roles = confirmingRoles({
    outcome: proposal.outcome as DecisionOutcome,
    hasMoney: proposal.amountCents !== null,
  });
  const work = { bodyId: proposal.bodyId, roles, notId: proposal.proposerId };
  const interestedOf = async (ids: readonly string[]) =>
    new Set((await interestsInDecision(database, decisionId, ids)).keys());
  const confirmers = await workersWithout(database, work, interestedOf, dayInAmsterdam(now));
  await database.$transaction(async (tx) => {
    for (const { id } of confirmers)
      await enqueue(
        tx,
        mailConfirmer,
        { decisionId, revision, personId: id },
        `mail-confirmer:${decisionId}:${revision}:${id}`,
      );
  });
});

const onConfirmer = handleJob(
  mailConfirmer,
  async ({ decisionId, revision, personId }, { database, mailer, publicUrl, jobKey }) => {
    const proposal = await waitingProposal(database, decisionId, revision);
    const confirmer = await personToMail(database, personId, 'mailOnWork');
    if (proposal === null || confirmer === null) return;
    // an interest that arose since the mail was queued
    if ((await interestsInDecision(database, decisionId, [personId])).size > 0) return;
    const facts = { decisionId, title: proposal.title, bodyName: proposal.body.name };
    await mailer.send(proposalWaitingMail(facts, confirmer, publicUrl, translatorOf(confirmer.locale)), jobKey);
  },
);

export const decisionMailHandlers: readonly JobHandler[] = [onProposalWaiting, onConfirmer];
