import { cents, type Cents } from '#app/kernel/money.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { VoteResult } from './result.ts';
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
): Promise<{ number: number; cost: Cents }[]> {
  const rows = await tx.voteProject.findMany({
    where: { voteId, verdict: 'included' },
    orderBy: { number: 'asc' },
    select: { number: true, costCents: true },
  });
  return rows.map(({ number, costCents }) => ({ number, cost: cents(costCents) }));
}

/** What was chosen on every ballot of a vote. */
export async function choicesOf(tx: Database | Transaction, voteId: string): Promise<number[][]> {
  const rows = await tx.voteBallot.findMany({ where: { voteId }, select: { choices: true } });
  return rows.map(({ choices }) => choices);
}

/** Keeps a count and what came out. */
export async function keepCount(
  tx: Transaction,
  count: { voteId: string; attempt: number; lots: number[]; ballots: number; countedById: string; countedAt: Instant },
  result: VoteResult,
): Promise<void> {
  const isTie = result.is === 'tie';
  await tx.voteCount.create({ data: { ...count, isTie, result } });
}
