import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { mailProcurementWarning } from '#app/modules/procurement/jobs.server.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { proposalColumns, writeParts } from '../decision.store.server.ts';
import { mailProposalWaiting } from '../jobs.server.ts';
import { isComplete, problemsOf, staysOut, type CompleteProposal, type Proposal } from '../proposal.ts';
import type { ProposalBasis } from '../proposal-basis.ts';
import { interestsIn } from '../queries/scores.server.ts';

export type LayRefusal = 'interest' | 'already-prepared' | 'already-replaced' | 'proposal-incomplete';

/** Rules of the database that people can run into here, and what it means for them. */
export const proposalRefusals = {
  decision_one_prepared: 'already-prepared',
  decision_replaces_id_key: 'already-replaced',
  decision_without_interest: 'interest',
} as const;

/** The mails to who may confirm, and to who guards the money: about the proposal as it is now, each revision anew. */
export async function askToConfirm(tx: Transaction, decisionId: string, revision: number): Promise<void> {
  const key = `mail-proposal-waiting:${decisionId}:${revision}`;
  await enqueue(tx, mailProposalWaiting, { decisionId, revision }, key);
  const { instrument } = await tx.decision.findUniqueOrThrow({
    where: { id: decisionId },
    select: { instrument: true },
  });
  if (instrument !== 'assignment') return;
  const warningKey = `mail-procurement-warning:${decisionId}:${revision}`;
  await enqueue(tx, mailProcurementWarning, { decisionId, revision }, warningKey);
}

/** A proposal that can be laid before a confirmer by this person, on what it rests on now. */
export function judgeProposal(
  proposal: Proposal,
  basis: ProposalBasis,
  proposerId: string,
): Outcome<CompleteProposal, LayRefusal> {
  if (staysOut(proposal, proposerId)) return refused('interest');
  if (isComplete(proposal, basis.facts)) return accepted(proposal);
  return refused('proposal-incomplete', { problem: problemsOf(proposal, basis.facts)[0]?.code ?? '' });
}

/** Writes a new proposal, on a plan or an assignment alike, and tells who may confirm it. The caller knows that this person may. */
export async function layProposal(
  tx: Transaction,
  given: { id: string; proposal: Proposal; basis: ProposalBasis; proposerId: string; at: Instant },
): Promise<Outcome<void, LayRefusal>> {
  const { id, basis, proposerId, at } = given;
  const { subject } = basis;
  const grant = {
    initiativeId: subject.kind === 'initiative' ? subject.id : null,
    organisationId: subject.organisation?.id ?? null,
  };
  if ((await interestsIn(tx, grant, [proposerId], at)).size > 0) return refused('interest');
  const judged = judgeProposal(given.proposal, basis, proposerId);
  if (!judged.ok) return judged;
  const proposal = judged.value;
  const { revision } = await tx.decision.create({
    select: { revision: true },
    data: {
      id,
      origin: 'product',
      state: 'prepared',
      proposerId,
      preparedAt: at,
      ...proposalColumns(proposal, basis),
    },
  });
  await writeParts(tx, id, proposal, basis);
  await askToConfirm(tx, id, revision);
  return accepted();
}
