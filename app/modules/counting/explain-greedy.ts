import { cents, subtractCents, type Cents } from '#app/kernel/money.ts';
import { fullAfter, type Full } from './category.ts';
import type { Outcome, Rule } from './count.ts';
import { costOf, type Election } from './election.ts';
import { byVotesThenCost } from './tie.ts';

/** A project that was looked at by most votes: bought, or dearer than what was left. */
export type LeftOver = {
  readonly project: number;
  readonly left: Cents;
  readonly bought: boolean;
  /** Why not: dearer than what was left of all the money, or of that of its category. */
  readonly why: 'money' | 'category' | null;
  /** With `category`: which, and what was left of it then. */
  readonly full: Full | null;
};

/** The greedy part of a count, in the order in which projects had their turn; empty when the rule has none. */
export function leftOverRounds(
  election: Election,
  { method, categories = [] }: Rule,
  candidates: readonly number[],
  { bought, added }: Outcome,
): LeftOver[] {
  if (method.name === 'equal-shares' && (method.completion === 'none' || method.completion === 'add1')) return [];
  let left = subtractCents(election.budget, cents(costOf(election, bought)));
  const turn = new Map(added.map((project, at) => [project, at]));
  const order = candidates
    .filter((project) => !bought.includes(project))
    .sort(
      (one, other) =>
        byVotesThenCost(election, one, other) || (turn.get(one) ?? Infinity) - (turn.get(other) ?? Infinity) || 0,
    );
  const taken = [...bought];
  return order.map((project) => {
    const before = left;
    const full = fullAfter(election, categories, taken)(project);
    if (turn.has(project)) {
      left = subtractCents(left, cents(costOf(election, [project])));
      taken.push(project);
    }
    const why = turn.has(project) ? null : costOf(election, [project]) > before ? 'money' : 'category';
    return { project, left: before, bought: turn.has(project), why, full: why === 'category' ? full : null };
  });
}
