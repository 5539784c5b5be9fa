import type { Cents } from '#app/kernel/money.ts';

export type VoteProject = { readonly id: string; readonly name: string; readonly cost: Cents };

/** Everybody who chose exactly these projects. */
export type Ballots = { readonly voters: number; readonly chosen: readonly number[] };

/**
 * A vote as it is counted: places in `projects` stand for projects, and equal ballots are one entry. `voters` counts also who
 * chose nothing: they have a share of the money too.
 */
export type Election = {
  readonly budget: Cents;
  readonly projects: readonly VoteProject[];
  readonly ballots: readonly Ballots[];
  readonly voters: number;
  /** How many chose each project. */
  readonly votes: readonly number[];
};

/**
 * Groups equal ballots; their order and the order within one do not matter.
 * @param ballots for each voter the places in `projects` of what was chosen
 * @throws RangeError when a cost is not positive, the budget is negative, or a ballot names a place that is not there or twice the same
 */
export function electionOf(
  budget: Cents,
  projects: readonly VoteProject[],
  ballots: Iterable<readonly number[]>,
): Election {
  if (budget < 0 || projects.some(({ cost }) => cost <= 0))
    throw new RangeError('money of a vote is more than nothing');
  const groups = new Map<string, { voters: number; chosen: readonly number[] }>();
  const votes = projects.map(() => 0);
  let voters = 0;
  for (const ballot of ballots) {
    voters += 1;
    const chosen = [...ballot].sort((one, other) => one - other);
    chosen.forEach((project, at) => {
      const before = votes[project];
      if (before === undefined || chosen[at - 1] === project) throw new RangeError('no such choice on a ballot');
      votes[project] = before + 1;
    });
    const key = chosen.join(',');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { voters: 1, chosen });
    else group.voters += 1;
  }
  return { budget, projects, ballots: [...groups.values()], voters, votes };
}

/** What these projects cost together, in cents. */
export function costOf(election: Election, projects: Iterable<number>): number {
  let sum = 0;
  for (const project of projects) sum += election.projects[project]?.cost ?? 0;
  return sum;
}
