import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { mayPrepare } from '../policy.ts';
import type { Proposal } from '../proposal.ts';
import { assignmentBasis } from '../queries/assignment-basis.server.ts';
import { layProposal, proposalRefusals, type LayRefusal } from './lay-proposal.server.ts';

export type PrepareAssignment = {
  /** Of the draft; it becomes the id of the decision, so that a double post finds the first. */
  draftId: string;
  /** The body and the organisation that the proposer saw the form for. */
  bodyId: string;
  organisationId: string;
  proposal: Proposal;
};

export type PrepareAssignmentRefusal =
  Exclude<PolicyRefusal, 'not-found'> | LayRefusal | 'decision-unknown' | 'organisation-unknown' | 'changed-meanwhile';

/**
 * Lays a complete assignment without a plan before a confirmer: the body lets an organisation do work and pays for it. The
 * draft goes with it.
 * @returns id of the decision
 */
export async function prepareAssignment(
  input: PrepareAssignment,
  context: Context<Actor>,
): Promise<Outcome<string, PrepareAssignmentRefusal>> {
  const { actor, now } = context;
  const { draftId: id, bodyId, organisationId, proposal } = input;
  if (actor.person === null) return refused('sign-in-needed');
  if (!isId(id)) return refused('decision-unknown');
  const proposerId = actor.person.id;
  return inTransaction<string, PrepareAssignmentRefusal, PrepareAssignmentRefusal>(
    context,
    async (tx) => {
      // two posts at once wait for each other here
      await tx.$queryRaw`select 1 from assignment_draft where id = ${id}::uuid for update`;
      const before = await tx.decision.findUnique({ where: { id }, select: { proposerId: true } });
      if (before !== null) return before.proposerId === proposerId ? accepted(id) : refused('decision-unknown');
      const draft = await tx.assignmentDraft.findFirst({ where: { id, personId: proposerId } });
      if (draft === null) return refused('decision-unknown');
      const role = mayPrepare(actor, draft.bodyId);
      if (!role.ok) return role;
      if (draft.bodyId !== bodyId || draft.organisationId !== organisationId) return refused('changed-meanwhile');
      const basis = await assignmentBasis(tx, { bodyId, organisationId }, now);
      if (basis === null) return refused('organisation-unknown');
      const laid = await layProposal(tx, { id, proposal, basis, proposerId, at: now });
      if (!laid.ok) return laid;
      await tx.assignmentDraft.delete({ where: { id } });
      return accepted(id);
    },
    { refusals: proposalRefusals },
  );
}
