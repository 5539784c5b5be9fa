/**
 * `npm run bench:count`: Equal Shares beside the same rule as papers write it down, in fractions, on votes that it can hold. Both in one
 * run, so that other work on the machine slows both.
 */
import { cents } from '#app/kernel/money.ts';
import { count } from '#app/modules/counting/count.ts';
import { electionOf } from '#app/modules/counting/election.ts';
import { textbookCount, type PlainVote } from './textbook.ts';

const rounds = 5;

console.log(
  `${'voters × projects'.padEnd(24)}${'ours ms'.padStart(10)}${'textbook ms'.padStart(14)}${'ratio'.padStart(9)}`,
);
for (const [voters, projects] of [
  [400, 25],
  [2000, 40],
  [5000, 60],
] as const) {
  const vote = madeUp(voters, projects);
  const list = vote.costs.map((cost, at) => ({ id: String(at), name: '', cost: cents(cost) }));
  const election = electionOf(cents(vote.budget), list, vote.ballots);
  const lots = list.map((_, at) => at);
  const method = { name: 'equal-shares', completion: 'none' } as const;
  const ours = median(() => count(election, { method, minimumVotes: 1, lots: [lots] }));
  const textbook = median(() => textbookCount(vote, 'none', (tied) => Math.min(...tied)));
  const size = `${String(voters)} × ${String(projects)}`;
  console.log(
    `${size.padEnd(24)}${ours.toFixed(1).padStart(10)}${textbook.toFixed(0).padStart(14)}${(textbook / ours).toFixed(0).padStart(9)}`,
  );
}

/** The same every time: costs of 100 to 20,000 euro, each voter ticks about one in seven. */
function madeUp(voters: number, projects: number): PlainVote {
  let state = voters;
  const chance = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
  const costs = Array.from({ length: projects }, () => Math.ceil(chance() * 200) * 10_000);
  const ballots = Array.from({ length: voters }, () => costs.map((_, at) => at).filter(() => chance() < 0.15));
  return { budget: projects * 500_000, costs, ballots };
}

function median(work: () => unknown): number {
  const took = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return took.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
}
