import { cents, subtractCents, type Cents } from '#app/kernel/money.ts';
import type { Outcome, Rule } from './count.ts';
import { costOf, type Election } from './election.ts';
import { byVotesThenCost } from './tie.ts';

/** A project that was looked at by most votes: bought, or dearer than what was left. */
export type LeftOver = { readonly project: number; readonly left: Cents; readonly bought: boolean };

/** The greedy part of a count, in the order in which projects had their turn; empty when the rule has none. */
export function leftOverRounds(
  election: Election,
  { method }: Rule,
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
  return order.map((project) => {
    const before = left;
    if (turn.has(project)) left = subtractCents(left, cents(costOf(election, [project])));
    return { project, left: before, bought: turn.has(project) };
  });
}
