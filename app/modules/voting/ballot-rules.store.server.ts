import { LRUCache } from 'lru-cache';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { Choosable } from './ballot.ts';
import { publicStates, type BallotKind, type BallotRule } from './vote.ts';

/** All of a vote that a ballot is judged by. Whether the vote is open is no part of it: the database says so as it takes the ballot. */
export type BallotRules = BallotRule & {
  id: string;
  slug: string;
  title: string;
  closesAt: Instant;
  amount: Cents;
  byAccount: boolean;
  salt: string;
  projects: readonly Choosable[];
};

/**
 * By database, because tests open several. What was announced stays as it is (`vote_announced_fixed`), so what was read once holds
 * for good, and five hundred voters a second do not ask for the same.
 */
const known = new WeakMap<Database, LRUCache<string, BallotRules>>();
/** Votes of which the rules are remembered. */
const most = 50;

/** Rules of a vote that was announced, by its id or by its address; null: there is none. */
export async function ballotRules(database: Database, idOrSlug: string): Promise<BallotRules | null> {
  const remembered = known.get(database) ?? new LRUCache<string, BallotRules>({ max: 2 * most });
  known.set(database, remembered);
  const before = remembered.get(idOrSlug);
  if (before !== undefined) return before;
  const one = isId(idOrSlug) ? { id: idOrSlug } : { slug: idOrSlug };
  const row = await database.vote.findFirst({
    where: { ...one, state: { in: [...publicStates] } },
    select: {
      ...{ id: true, slug: true, title: true, closesAt: true, amountCents: true, ballot: true, atMost: true },
      ...{ byAccount: true, salt: true },
      projects: {
        where: { verdict: 'included' },
        orderBy: { number: 'asc' },
        select: { number: true, costCents: true },
      },
    },
  });
  if (row === null) return null;
  const { amountCents, ballot, projects, ...vote } = row;
  const rules: BallotRules = {
    ...vote,
    amount: cents(amountCents),
    ballot: ballot as BallotKind,
    projects: projects.map(({ number, costCents }) => ({ number, cost: cents(costCents) })),
  };
  remembered.set(vote.id, rules);
  remembered.set(vote.slug, rules);
  return rules;
}
