import type { Prepared } from './prepared.ts';

/**
 * How far an endowment can be raised, a step at a time, without any change in what is bought: so that a vote in which one person alone wants
 * a dear plan is not counted tens of thousands of times.
 *
 * A project that its supporters cannot pay for with all they begin with is out of reach. Where every voter can pay a full share of all they
 * chose that is within reach, nobody is ever short: each project costs its supporters its cost over its votes, and neither the order nor
 * what is bought depends on the endowment, until another project comes within reach.
 * @param endowment of a run, in cents
 * @returns the last endowment of which that is sure; the one given where nothing is
 */
export function sameUntil(vote: Prepared, endowment: number, step: number): number {
  const { election, candidates, chosen, from } = vote;
  const isCandidate = new Set(candidates);
  const shares = election.projects.map(({ cost }, project) =>
    isCandidate.has(project) ? cost / Math.max(1, election.votes[project] ?? 1) : 0,
  );
  const isOut = (project: number) =>
    endowment * (election.votes[project] ?? 0) < (election.projects[project]?.cost ?? 0);
  const out = candidates.filter(isOut);
  if (out.length === 0) return endowment;
  for (const project of out) shares[project] = 0;
  for (let group = 0; group + 1 < from.length; group += 1) {
    let needed = 0;
    for (let at = from[group] ?? 0; at < (from[group + 1] ?? 0); at += 1) needed += shares[chosen[at] ?? 0] ?? 0;
    // sums of doubles are off by far less than a cent here
    if (needed + 1 > endowment) return endowment;
  }
  const steps = out.map((project) => {
    const cost = election.projects[project]?.cost ?? 0;
    const votes = election.votes[project] ?? 1;
    // the most steps after which all that its supporters begin with is still less than it costs
    return Math.ceil((cost - endowment * votes) / (step * votes)) - 1;
  });
  return endowment + step * Math.max(0, Math.min(...steps));
}
