import type { Election } from './election.ts';

/** Projects between which the rule does not decide, although the outcome depends on it. What happens then is stated with the vote. */
export type Tie = {
  readonly projects: readonly number[];
  /** What everybody had to begin with, in cents, when it came up; null outside Equal Shares. */
  readonly endowment: number | null;
};

/** The place that each lot gave to projects, the lot that was drawn first first. */
export type Lots = readonly ReadonlyMap<number, number>[];

/** @param orders projects in the order that each lot gave them */
export function lotsOf(orders: readonly (readonly number[])[]): Lots {
  return orders.map((order) => new Map(order.map((project, at) => [project, at])));
}

/**
 * Equals in the order of the first lot in which all of them took part. Lots are not joined: a lot says nothing of who goes before whom
 * among projects that were not all in it.
 * @returns null when there is no such lot
 */
export function byLot(equals: readonly number[], lots: Lots): readonly number[] | null {
  const lot = lots.find((one) => equals.every((project) => one.has(project)));
  return lot === undefined ? null : [...equals].sort((one, other) => (lot.get(one) ?? 0) - (lot.get(other) ?? 0));
}

/** Most votes first, then lowest cost: negative when `one` goes before `other`, zero when the rule does not say. */
export function byVotesThenCost(election: Election, one: number, other: number): number {
  const more = (election.votes[other] ?? 0) - (election.votes[one] ?? 0);
  return more !== 0 ? more : (election.projects[one]?.cost ?? 0) - (election.projects[other]?.cost ?? 0);
}

/**
 * Those of equals that go first by votes, cost and lot.
 * @returns more than one when a tie remains
 */
export function firstOfEquals(election: Election, equals: readonly number[], lots: Lots): readonly number[] {
  const [best] = [...equals].sort((one, other) => byVotesThenCost(election, one, other));
  if (best === undefined) return [];
  const tied = equals.filter((project) => byVotesThenCost(election, best, project) === 0);
  return tied.length === 1 ? tied : (byLot(tied, lots)?.slice(0, 1) ?? tied);
}
