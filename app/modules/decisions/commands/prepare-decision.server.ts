import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { lockInitiative } from '../decision.store.server.ts';
import { mayPrepare } from '../policy.ts';
import type { Proposal } from '../proposal.ts';
import { planBasis } from '../queries/plan-basis.server.ts';
import { layProposal, proposalRefusals, type LayRefusal } from './lay-proposal.server.ts';

export type PrepareDecision = {
  /** Key of the form; it becomes the id of the decision, so that a double post finds the first. */
  formKey: string;
  initiativeId: string;
  /** Version of the initiative that the proposer read. */
  version: number;
  proposal: Proposal;
};

export type PrepareRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | LayRefusal
  | 'initiative-unknown'
  | 'form-key-invalid'
  | 'stage-does-not-allow'
  | 'changed-meanwhile';

/**
 * Lays a complete proposal before a confirmer. The proposer's draft on this initiative goes with it.
 * @returns id of the decision
 */
export async function prepareDecision(
  input: PrepareDecision,
  context: Context<Actor>,
): Promise<Outcome<string, PrepareRefusal>> {
  const { actor, now } = context;
  if (actor.person === null) return refused('sign-in-needed');
  if (!isId(input.formKey)) return refused('form-key-invalid');
  if (!isId(input.initiativeId)) return refused('initiative-unknown');
  const proposerId = actor.person.id;
  return inTransaction<string, PrepareRefusal, PrepareRefusal>(
    context,
    async (tx) => {
      await lockInitiative(tx, input.initiativeId);
      const basis = await planBasis(tx, input.initiativeId, now);
      if (basis === null) return refused('initiative-unknown');
      const role = mayPrepare(actor, basis.body.id);
      if (!role.ok) return role;
      const before = await tx.decision.findUnique({
        where: { id: input.formKey },
        select: { proposerId: true, initiativeId: true },
      });
      if (before !== null) {
        const isSame = before.proposerId === proposerId && before.initiativeId === input.initiativeId;
        return isSame ? accepted(input.formKey) : refused('form-key-invalid');
      }
      if (basis.facts.outcomes.length === 0) return refused('stage-does-not-allow');
      if (basis.subject.version !== input.version) return refused('changed-meanwhile');
      const laid = await layProposal(tx, { id: input.formKey, proposal: input.proposal, basis, proposerId, at: now });
      if (!laid.ok) return laid;
      await tx.decisionDraft.deleteMany({ where: { initiativeId: input.initiativeId, personId: proposerId } });
      return accepted(input.formKey);
    },
    {
      refusals: {
        ...proposalRefusals,
        decision_follows_vote: 'stage-does-not-allow',
        vote_annulment_waits: 'stage-does-not-allow',
      },
    },
  );
}
