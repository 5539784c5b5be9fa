import { costOf, type Election } from './election.ts';
import { byVotesThenCost, type Lots, type Tie } from './tie.ts';

/**
 * The most votes first, each while it fits in what is left of the budget; lowest cost first among equals.
 * @param taken what is paid already, and is not looked at again
 * @returns what is added, in order; or the first tie that matters: equals of which some fit and some do not
 */
export function greedily(
  election: Election,
  candidates: readonly number[],
  taken: readonly number[],
  lots: Lots,
): { readonly ok: true; readonly added: readonly number[] } | { readonly ok: false; readonly tie: Tie } {
  let left = election.budget - costOf(election, taken);
  const added: number[] = [];
  const paid = new Set(taken);
  const order = candidates
    .filter((project) => !paid.has(project))
    .sort((one, other) => byVotesThenCost(election, one, other) || (lots.get(one) ?? 0) - (lots.get(other) ?? 0));
  for (let at = 0; at < order.length;) {
    const first = order[at] ?? 0;
    const cost = election.projects[first]?.cost ?? 0;
    let end = at;
    while (end < order.length && byVotesThenCost(election, first, order[end] ?? 0) === 0) end += 1;
    const equals = order.slice(at, end);
    const fit = Math.min(equals.length, Math.floor(left / cost));
    if (fit > 0 && fit < equals.length && !equals.every((project) => lots.has(project)))
      return { ok: false, tie: { projects: equals, endowment: null } };
    added.push(...equals.slice(0, fit));
    left -= fit * cost;
    at = end;
  }
  return { ok: true, added };
}
