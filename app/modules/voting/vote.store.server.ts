import { cents, type Cents } from '#app/kernel/money.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { VoteOutcome, VoteResult } from './result.ts';
import type { BallotKind, BallotRule, CountingRule, VoteCompletion, VoteContent, VoteState } from './vote.ts';

/** A vote as commands need it. */
export type StoredVote = BallotRule &
  CountingRule & {
    id: string;
    slug: string;
    bodyId: string;
    fundId: string;
    state: VoteState;
    revision: number;
    salt: string;
    preparerId: string;
    announcerId: string | null;
    amount: Cents;
    minimumAge: number;
    opensAt: Instant;
    closesAt: Instant;
    byAccount: boolean;
    byIdentity: boolean;
  };

/** `change`: nobody else does anything with it until the end of the transaction. `cast`: it stays in its state, and others cast too. */
export type VoteLock = 'change' | 'cast';

/** Always before rows that belong to it, so that two never wait for each other in a circle. */
export async function lockVote(tx: Transaction, id: string, lock: VoteLock): Promise<StoredVote | null> {
  if (lock === 'change') await tx.$queryRaw`select 1 from vote where id = ${id}::uuid for update`;
  else await tx.$queryRaw`select 1 from vote where id = ${id}::uuid for share`;
  const row = await tx.vote.findUnique({ where: { id } });
  if (row === null) return null;
  return {
    ...row,
    amount: cents(row.amountCents),
    state: row.state as VoteState,
    ballot: row.ballot as BallotKind,
    method: row.method as CountingRule['method'],
    completion: row.completion as VoteCompletion | null,
  };
}

/** The columns of what was prepared. */
export function contentColumns(content: VoteContent) {
  const { amount, areaCodes: _areaCodes, ...columns } = content;
  return { ...columns, amountCents: BigInt(amount) };
}

/** What can be chosen in a vote. */
export async function choosable(
  tx: Database | Transaction,
  voteId: string,
): Promise<{ number: number; cost: Cents; category: number | null }[]> {
  const rows = await tx.voteProject.findMany({
    where: { voteId, verdict: 'included' },
    orderBy: { number: 'asc' },
    select: { number: true, costCents: true, category: true },
  });
  return rows.map(({ number, costCents, category }) => ({ number, cost: cents(costCents), category }));
}

/** What was chosen on every ballot of a vote. */
export async function choicesOf(tx: Database | Transaction, voteId: string): Promise<number[][]> {
  const rows = await tx.voteBallot.findMany({ where: { voteId }, select: { choices: true } });
  return rows.map(({ choices }) => choices);
}

/** Why this person does not run the vote: an interest in something that can be chosen; null: may. The database holds this too. */
export async function interestInVote(
  database: Database | Transaction,
  personId: string,
  voteId: string,
): Promise<string | null> {
  const [row] = await database.$queryRaw<{ interest: string | null }[]>`
    select interest_in_vote(${personId}::uuid, ${voteId}::uuid) as interest`;
  return row?.interest ?? null;
}

/**
 * Keeps who won a count: what they cost stays apart until each has its decision. A plan that went its own way while people voted
 * lets go at once.
 */
export async function keepAwards(
  tx: Transaction,
  { voteId, attempt, at }: { voteId: string; attempt: number; at: Instant },
  { winners, votes }: VoteOutcome,
): Promise<void> {
  const projects = await tx.voteProject.findMany({ where: { voteId, number: { in: winners } } });
  // a plan that goes its own way at this moment does so before or after, so that its award sees it (`winner_goes_its_way`)
  const plans = projects.map(({ initiativeId }) => initiativeId);
  await tx.$queryRaw`select 1 from initiative where id = any(${plans}::uuid[]) order by id for update`;
  await tx.voteAward.createMany({
    data: projects.map(({ number, initiativeId, costCents }) => ({
      ...{ voteId, attempt, number, initiativeId, costCents },
      place: winners.indexOf(number) + 1,
      votes: votes.find(({ project }) => project === number)?.votes ?? 0,
    })),
  });
  await tx.$executeRaw`
    update vote_award a set settled_at = ${at},
      state = case when i.stage in ('granted', 'running', 'completed') then 'granted-elsewhere' else i.stage end
      from initiative i where i.id = a.initiative_id and a.vote_id = ${voteId}::uuid and a.attempt = ${attempt}
        and i.stage in ('withdrawn', 'referred', 'granted', 'running', 'completed')`;
}

/** Keeps a count and what came out. */
export async function keepCount(
  tx: Transaction,
  count: { voteId: string; attempt: number; ballots: number; countedById: string; countedAt: Instant },
  result: VoteResult,
): Promise<void> {
  const isTie = result.is === 'tie';
  await tx.voteCount.create({ data: { ...count, isTie, result } });
}
