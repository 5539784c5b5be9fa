import type { Election } from './election.ts';

/** Projects between which the rule does not decide, although the outcome depends on it. What happens then is stated with the vote. */
export type Tie = {
  readonly projects: readonly number[];
  /** What everybody had to begin with, in cents, when it came up; null outside Equal Shares. */
  readonly endowment: number | null;
};

/** Which of equals goes first, most votes and then lowest cost being equal too: drawn by lot or decided after a tie. */
export type Lots = ReadonlyMap<number, number>;

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
  if (tied.length === 1 || !tied.every((project) => lots.has(project))) return tied;
  return [tied.reduce((one, other) => ((lots.get(other) ?? 0) < (lots.get(one) ?? 0) ? other : one))];
}
