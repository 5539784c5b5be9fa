import type { Election } from '../election.ts';

/** The vote as flat rows of numbers: `groups` are voters with the same ballot, `weight` how many they are. */
export type Prepared = {
  readonly election: Election;
  readonly candidates: readonly number[];
  readonly weight: Float64Array;
  /** What group `g` chose stands in `chosen` from `from[g]` to before `from[g + 1]`. */
  readonly chosen: Int32Array;
  readonly from: Int32Array;
  /** For each project the groups that chose it. */
  readonly supporters: readonly Int32Array[];
};

/** @param candidates the projects that may win: with enough votes, and at least one */
export function prepare(election: Election, candidates: readonly number[]): Prepared {
  const of: number[][] = election.projects.map(() => []);
  election.ballots.forEach(({ chosen }, group) => {
    for (const project of chosen) of[project]?.push(group);
  });
  const from = new Int32Array(election.ballots.length + 1);
  election.ballots.forEach(({ chosen }, group) => {
    from[group + 1] = (from[group] ?? 0) + chosen.length;
  });
  return {
    election,
    candidates,
    weight: Float64Array.from(election.ballots, ({ voters }) => voters),
    chosen: Int32Array.from(election.ballots.flatMap(({ chosen }) => chosen)),
    from,
    supporters: of.map((groups) => Int32Array.from(groups)),
  };
}
