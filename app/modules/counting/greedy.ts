import { roomAfter, type Category } from './category.ts';
import { costOf, type Election } from './election.ts';
import { byLot, byVotesThenCost, type Lots, type Tie } from './tie.ts';

type GreedyVote = {
  readonly election: Election;
  readonly candidates: readonly number[];
  readonly categories: readonly Category[];
};

/**
 * The most votes first, each while it fits in what is left of the budget and of its category; lowest cost first among equals.
 * @param taken what is paid already, and is not looked at again
 * @returns what is added, in order; or the first tie that matters: equals of which some fit and some do not
 */
export function greedily(
  { election, candidates, categories }: GreedyVote,
  taken: readonly number[],
  lots: Lots,
): { readonly ok: true; readonly added: readonly number[] } | { readonly ok: false; readonly tie: Tie } {
  let left = election.budget - costOf(election, taken);
  const added: number[] = [];
  const paid = new Set(taken);
  const order = candidates
    .filter((project) => !paid.has(project))
    .sort((one, other) => byVotesThenCost(election, one, other));
  for (let at = 0; at < order.length;) {
    const first = order[at] ?? 0;
    const cost = election.projects[first]?.cost ?? 0;
    let end = at;
    while (end < order.length && byVotesThenCost(election, first, order[end] ?? 0) === 0) end += 1;
    const hasRoom = roomAfter(election, categories, [...taken, ...added]);
    const equals = cost > left ? [] : order.slice(at, end).filter(hasRoom);
    const drawn = byLot(equals, lots);
    const fitting: number[] = [];
    for (const project of drawn ?? equals) {
      const fits = (fitting.length + 1) * cost <= left;
      if (fits && roomAfter(election, categories, [...taken, ...added, ...fitting])(project)) fitting.push(project);
    }
    if (fitting.length < equals.length && drawn === null)
      return { ok: false, tie: { projects: equals, endowment: null } };
    added.push(...fitting);
    left -= fitting.length * cost;
    at = end;
  }
  return { ok: true, added };
}
