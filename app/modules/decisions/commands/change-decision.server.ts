import type { Instant } from '#app/kernel/instant.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { lockDecision, proposalColumns, writeParts, type LockedDecision } from '../decision.store.server.ts';
import { mayPrepare } from '../policy.ts';
import type { Proposal } from '../proposal.ts';
import type { ProposalBasis } from '../proposal-basis.ts';
import { assignmentBasis } from '../queries/assignment-basis.server.ts';
import { planBasis } from '../queries/plan-basis.server.ts';
import { askToConfirm, judgeProposal, proposalRefusals } from './lay-proposal.server.ts';
import type { PrepareRefusal } from './prepare-decision.server.ts';

export type ChangeDecision = {
  decisionId: string;
  /** Revision that the proposer saw. */
  revision: number;
  proposal: Proposal;
  /** Of an assignment without a plan: who gets it now; the same as before when left out. */
  organisationId?: string;
};

export type ChangeRefusal =
  | PrepareRefusal
  | 'decision-unknown'
  | 'organisation-unknown'
  | 'not-the-proposer'
  | 'already-confirmed'
  | 'already-discarded';

/** Changes a prepared decision; only its proposer does, until it is confirmed. It then rests on everything as it is now. */
export async function changeDecision(
  input: ChangeDecision,
  context: Context<Actor>,
): Promise<Outcome<void, ChangeRefusal>> {
  const { actor, now } = context;
  if (actor.person === null) return refused('sign-in-needed');
  if (!isId(input.decisionId)) return refused('decision-unknown');
  const personId = actor.person.id;
  return inTransaction<void, ChangeRefusal, ChangeRefusal>(
    context,
    async (tx) => {
      const decision = await lockDecision(tx, input.decisionId);
      if (decision === null) return refused('decision-unknown');
      const role = mayPrepare(actor, decision.bodyId);
      if (!role.ok) return role;
      if (decision.proposerId !== personId) return refused('not-the-proposer');
      if (decision.state !== 'prepared') return refused(`already-${decision.state}`);
      if (decision.revision !== input.revision) return refused('changed-meanwhile');
      const found = await basisOf(tx, decision, input.organisationId, now);
      if (!found.ok) return found;
      const judged = judgeProposal(input.proposal, found.value, personId);
      if (!judged.ok) return judged;
      // first who gets the money: an interest of who takes part is one in them
      await tx.decision.update({
        where: { id: decision.id },
        data: { ...proposalColumns(judged.value, found.value), preparedAt: now, revision: { increment: 1 } },
      });
      await writeParts(tx, decision.id, judged.value, found.value);
      await askToConfirm(tx, decision.id, decision.revision + 1);
      await tx.assignmentDraft.deleteMany({ where: { id: decision.id, personId } });
      if (decision.initiativeId !== null)
        await tx.decisionDraft.deleteMany({ where: { initiativeId: decision.initiativeId, personId } });
      return accepted();
    },
    { refusals: { ...proposalRefusals, decision_follows_vote: 'stage-does-not-allow' } },
  );
}

async function basisOf(
  tx: Transaction,
  { bodyId, initiativeId, instrument, recipientOrganisationId }: LockedDecision,
  organisationId: string | undefined,
  now: Instant,
): Promise<Outcome<ProposalBasis, ChangeRefusal>> {
  if (initiativeId !== null) {
    const basis = await planBasis(tx, initiativeId, now);
    return basis === null || basis.body.id !== bodyId ? refused('stage-does-not-allow') : accepted(basis);
  }
  // an award without a plan follows from the rules of its fund: nobody changes it by hand
  if (instrument !== 'assignment') return refused('decision-unknown');
  const recipient = organisationId ?? recipientOrganisationId ?? '';
  const basis = await assignmentBasis(tx, { bodyId, organisationId: recipient }, now);
  return basis === null ? refused('organisation-unknown') : accepted(basis);
}
