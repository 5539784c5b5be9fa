import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { mailProcurementWarning } from '#app/modules/procurement/jobs.server.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { lockInitiative, proposalColumns, writeParts } from '../decision.store.server.ts';
import { mailProposalWaiting } from '../jobs.server.ts';
import { possibleOutcomes } from '../outcome.ts';
import { mayPrepare } from '../policy.ts';
import { isComplete, problemsOf, staysOut, type Proposal } from '../proposal.ts';
import { interestsIn } from '../queries/scores.server.ts';
import { proposalBasis } from '../queries/proposal-basis.server.ts';

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
  | 'initiative-unknown'
  | 'form-key-invalid'
  | 'stage-does-not-allow'
  | 'changed-meanwhile'
  | 'interest'
  | 'already-prepared'
  | 'already-replaced'
  | 'proposal-incomplete';

/** Rules of the database that people can run into here, and what it means for them. */
export const proposalRefusals = {
  decision_one_prepared: 'already-prepared',
  decision_replaces_id_key: 'already-replaced',
  decision_without_interest: 'interest',
} as const;

/** The mail to who may confirm, about the proposal as it is now: each revision is a mail of its own. */
export async function askToConfirm(tx: Transaction, decisionId: string, revision: number): Promise<void> {
  const key = `mail-proposal-waiting:${decisionId}:${revision}`;
  await enqueue(tx, mailProposalWaiting, { decisionId, revision }, key);
  const { instrument } = await tx.decision.findUniqueOrThrow({ where: { id: decisionId } });
  if (instrument !== 'assignment') return;
  const warningKey = `mail-procurement-warning:${decisionId}:${revision}`;
  await enqueue(tx, mailProcurementWarning, { decisionId, revision }, warningKey);
}

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
      const basis = await proposalBasis(tx, input.initiativeId, now);
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
      if (possibleOutcomes(basis.initiative.stage).length === 0) return refused('stage-does-not-allow');
      if (basis.initiative.version !== input.version) return refused('changed-meanwhile');
      const interests = await interestsIn(tx, input.initiativeId, [proposerId]);
      const { proposal } = input;
      if (interests.size > 0 || staysOut(proposal, proposerId)) return refused('interest');
      if (!isComplete(proposal, basis.facts)) {
        return refused('proposal-incomplete', { problem: problemsOf(proposal, basis.facts)[0]?.code ?? '' });
      }
      const { revision } = await tx.decision.create({
        select: { revision: true },
        data: {
          id: input.formKey,
          origin: 'product',
          state: 'prepared',
          proposerId,
          preparedAt: now,
          ...proposalColumns(proposal, basis),
        },
      });
      await writeParts(tx, input.formKey, proposal, basis);
      await askToConfirm(tx, input.formKey, revision);
      await tx.decisionDraft.deleteMany({ where: { initiativeId: input.initiativeId, personId: proposerId } });
      return accepted(input.formKey);
    },
    { refusals: proposalRefusals },
  );
}
