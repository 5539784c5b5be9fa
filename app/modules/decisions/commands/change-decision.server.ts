import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { lockDecision, proposalColumns, writeParts } from '../decision.store.server.ts';
import { mayPrepare } from '../policy.ts';
import { isComplete, problemsOf, staysOut, type Proposal } from '../proposal.ts';
import { proposalBasis } from '../queries/proposal-basis.server.ts';
import { askToConfirm, proposalRefusals, type PrepareRefusal } from './prepare-decision.server.ts';

export type ChangeDecision = {
  decisionId: string;
  /** Revision that the proposer saw. */
  revision: number;
  proposal: Proposal;
};

export type ChangeRefusal =
  PrepareRefusal | 'decision-unknown' | 'not-the-proposer' | 'already-confirmed' | 'already-discarded';

/** Changes a prepared decision; only its proposer does, until it is confirmed. It then rests on the initiative as it is now. */
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
      if (decision.initiativeId === null) return refused('decision-unknown');
      const basis = await proposalBasis(tx, decision.initiativeId, now);
      if (basis === null || basis.body.id !== decision.bodyId) return refused('stage-does-not-allow');
      const { proposal } = input;
      if (staysOut(proposal, personId)) return refused('interest');
      if (!isComplete(proposal, basis.facts)) {
        return refused('proposal-incomplete', { problem: problemsOf(proposal, basis.facts)[0]?.code ?? '' });
      }
      await writeParts(tx, decision.id, proposal, basis);
      await tx.decision.update({
        where: { id: decision.id },
        data: { ...proposalColumns(proposal, basis), preparedAt: now, revision: { increment: 1 } },
      });
      await askToConfirm(tx, decision.id, decision.revision + 1);
      await tx.decisionDraft.deleteMany({ where: { initiativeId: decision.initiativeId, personId } });
      return accepted();
    },
    { refusals: proposalRefusals },
  );
}
