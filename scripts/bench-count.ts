import { cents } from '#app/kernel/money.ts';
import { count } from '#app/modules/counting/count.ts';
import { electionOf, type Election } from '#app/modules/counting/election.ts';
import { completions } from '#app/modules/counting/equal-shares/completion.ts';

const voters = 65_000;
const projects = 120;
const rounds = 5;

/**
 * How long a large vote is counted: 65,000 voters, most with a ballot of their own, 120 projects, five million euro. The target is about
 * a second for `add1u`. The yardstick is one pass over all ballots that adds up votes, in the same run.
 */
export function benchCount(): void {
  const election = madeUp();
  const [yardstick] = times(() => votesOf(election));
  console.log(
    `\n${`vote of ${voters} × ${projects}, ${election.ballots.length} ballots`.padEnd(44)}${'p50 ms'.padStart(9)}${'max ms'.padStart(9)}${'× yardstick'.padStart(14)}`,
  );
  for (const completion of completions) {
    const method = { name: 'equal-shares', completion } as const;
    const [p50, longest] = times(() => count(election, { method, minimumVotes: 1, lots: [] }));
    console.log(
      `${completion.padEnd(44)}${p50.toFixed(0).padStart(9)}${longest.toFixed(0).padStart(9)}${(p50 / yardstick).toFixed(0).padStart(14)}`,
    );
  }
}

function times(work: () => unknown): [median: number, longest: number] {
  const took = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((one, other) => one - other);
  return [took[Math.floor(rounds / 2)] ?? 0, took.at(-1) ?? 0];
}

function votesOf({ ballots }: Election): Float64Array {
  const votes = new Float64Array(projects);
  for (const { voters: people, chosen } of ballots)
    for (const project of chosen) votes[project] = (votes[project] ?? 0) + people;
  return votes;
}

/** The same every time: costs of 10,000 to 200,000 euro, one to twelve choices, some projects far more wanted than others. */
function madeUp(): Election {
  let state = 12_345;
  const chance = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const wanted = Array.from({ length: projects }, () => chance() ** 2 + 0.05);
  const list = wanted.map((_, at) => ({
    id: String(at),
    name: '',
    cost: cents(Math.ceil(10 + chance() * 190) * 100_000),
  }));
  const ballots = Array.from({ length: voters }, () => {
    const many = 1 + Math.floor(chance() * 12);
    const chosen = new Set<number>();
    while (chosen.size < many) {
      const project = Math.floor(chance() * projects);
      if (chance() < (wanted[project] ?? 0)) chosen.add(project);
    }
    return [...chosen];
  });
  return electionOf(cents(500_000_000), list, ballots);
}
