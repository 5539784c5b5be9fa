import { z } from 'zod';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { categoriesOf } from '../category.store.server.ts';
import { choicesOf, choosable } from '../vote.store.server.ts';
import { readResult, voteResult, type VoteResult } from '../result.ts';
import { tally } from '../tally.ts';
import type { VoteFacts } from '../views.ts';
import { lotsDrawn } from './lots-drawn.query.server.ts';

const turnoutOnly = z.object({ turnout: voteResult.options[0].shape.turnout });

/**
 * The result of a count. One that was kept in an earlier form, without all that is told now, is counted again from the ballots, which
 * gives the same winners.
 * @param count null: not counted
 */
export async function standingResult(
  database: Database | Transaction,
  vote: Pick<VoteFacts, 'id' | 'amount' | 'method' | 'completion' | 'minimumVotes'>,
  count: { result: unknown } | null,
): Promise<VoteResult | null> {
  if (count === null) return null;
  const kept = readResult(count.result);
  if (kept !== null) return kept;
  const projects = await choosable(database, vote.id);
  return tally(
    { amount: vote.amount, projects, categories: await categoriesOf(database, vote.id), rule: vote },
    await choicesOf(database, vote.id),
    (await lotsDrawn(database, vote.id)).map(({ lots }) => lots),
    turnoutOnly.safeParse(count.result).data?.turnout ?? [],
  );
}
