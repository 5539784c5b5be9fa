import { dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { noTerms, type AssignmentTerms } from './assignment.ts';
import { decisionNumber, type DecisionNumber } from './number.ts';
import type { DecisionMethod, DecisionOutcome } from './outcome.ts';
import type { CompleteProposal } from './proposal.ts';
import type { PlanBasis, ProposalBasis } from './proposal-basis.ts';

/** A decision as a command locks it. */
export type LockedDecision = {
  id: string;
  state: 'prepared' | 'confirmed' | 'discarded';
  revision: number;
  bodyId: string;
  /** The vote of residents that it rests on. */
  voteId: string | null;
  /** Null for what is not about a plan. */
  initiativeId: string | null;
  initiativeVersion: number | null;
  outcome: DecisionOutcome;
  method: DecisionMethod;
  amountCents: bigint | null;
  instrument: string | null;
  recipientOrganisationId: string | null;
  serviceKindId: string | null;
  fundId: string | null;
  referToBodyId: string | null;
  proposerId: string | null;
  preparedAt: Instant | null;
  confirmerId: string | null;
  number: string | null;
  title: string;
  motivation: string;
};

/**
 * Locks the initiative, if it is about one, and then the decision, always in that order, so that two who act at once
 * wait for each other.
 * @returns null when there is no such decision taken here
 */
export async function lockDecision(tx: Transaction, decisionId: string): Promise<LockedDecision | null> {
  const found = await tx.decision.findUnique({
    where: { id: decisionId, origin: 'product' },
    select: { initiativeId: true },
  });
  if (found === null) return null;
  if (found.initiativeId !== null) await lockInitiative(tx, found.initiativeId);
  await tx.$queryRaw`select 1 from decision where id = ${decisionId}::uuid for update`;
  const row = await tx.decision.findUniqueOrThrow({ where: { id: decisionId } });
  return {
    ...row,
    state: row.state as LockedDecision['state'],
    outcome: row.outcome as DecisionOutcome,
    method: row.method as DecisionMethod,
  };
}

export async function lockInitiative(tx: Transaction, initiativeId: string): Promise<void> {
  await tx.$queryRaw`select 1 from initiative where id = ${initiativeId}::uuid for update`;
}

/**
 * Keeps what is known of these people's interests as it is until the transaction ends: who joins an organisation
 * meanwhile waits, and who was joining is waited for.
 */
export async function holdInterests(tx: Transaction, personIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`select hold_interests(${[...personIds]}::uuid[])::text`;
}

/** The columns that a proposal fills, on what it rests on now. */
export function proposalColumns(proposal: CompleteProposal, basis: ProposalBasis) {
  const { subject } = basis;
  return {
    ...(subject.kind === 'initiative' ? planColumns(subject) : termsColumns(proposal.assignment ?? noTerms)),
    bodyId: basis.body.id,
    roundEntryId: basis.scored?.roundEntryId ?? null,
    voteId: basis.vote?.voteId ?? null,
    voteAttempt: basis.vote?.attempt ?? null,
    voteNumber: basis.vote?.number ?? null,
    criteriaVersionId: basis.criteriaVersionId,
    outcome: proposal.outcome,
    amountCents: proposal.amount === null ? null : BigInt(proposal.amount),
    amountNote: proposal.amountNote,
    instrument: proposal.amount === null ? null : proposal.instrument,
    recipientOrganisationId: proposal.amount === null ? null : (subject.organisation?.id ?? null),
    serviceKindId: proposal.amount === null ? null : proposal.serviceKindId,
    fundId: proposal.fundId,
    conditions: proposal.conditions,
    referToBodyId: proposal.referToBodyId,
    method: proposal.method,
    motivation: proposal.motivation,
    interestStatement: proposal.interestStatement,
    takenOn: toDateColumn(proposal.takenOn),
    replacesId: proposal.replacesId,
  };
}

function planColumns({ id, version, title }: PlanBasis['subject']) {
  return { initiativeId: id, initiativeVersion: version, title };
}

function termsColumns({ beginsOn, endsOn, ...terms }: AssignmentTerms) {
  return {
    ...terms,
    beginsOn: beginsOn === null ? null : toDateColumn(beginsOn),
    endsOn: endsOn === null ? null : toDateColumn(endsOn),
  };
}

/** Writes the rows under a decision; what was there before goes. */
export async function writeParts(
  tx: Transaction,
  decisionId: string,
  proposal: CompleteProposal,
  basis: ProposalBasis,
): Promise<void> {
  await tx.decisionCriterion.deleteMany({ where: { decisionId } });
  await tx.decisionParticipant.deleteMany({ where: { decisionId } });
  await tx.decisionObjection.deleteMany({ where: { decisionId } });
  await tx.decisionCostAnswer.deleteMany({ where: { decisionId } });
  await tx.decisionCriterion.createMany({ data: proposal.criteria.map((one) => ({ decisionId, ...one })) });
  await tx.decisionParticipant.createMany({
    data: proposal.attendance.map(({ personId, part, vote, interest }) => ({
      id: newId(),
      decisionId,
      personId,
      organisationId: basis.members.find((member) => member.personId === personId)?.organisation?.id ?? null,
      part,
      vote,
      reason: interest,
    })),
  });
  await tx.decisionObjection.createMany({
    data: proposal.objections.map((one, position) => ({ id: newId(), decisionId, position, ...one })),
  });
  await tx.decisionCostAnswer.createMany({
    data: basis.otherMoney.flatMap(({ key }) => {
      const answer = proposal.costAnswers.find(({ flag }) => flag === key)?.answer ?? '';
      return answer === '' || proposal.amount === null ? [] : [{ decisionId, flag: key, answer }];
    }),
  });
}

/**
 * The next number of the register. The counter's row stays locked until the transaction ends, so numbers have no gaps:
 * what rolls back gives its number back.
 */
export async function takeNumber(tx: Transaction, year: number): Promise<DecisionNumber> {
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    insert into decision_counter (year, last) values (${year}, 1)
      on conflict (year) do update set last = decision_counter.last + 1
      returning last`;
  if (row === undefined) throw new Error('the counter gave no number');
  return decisionNumber(year, row.last);
}

export function yearOf(moment: Instant): number {
  return Number(dayInAmsterdam(moment).slice(0, 4));
}
