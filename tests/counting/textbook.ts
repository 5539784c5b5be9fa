import { addFractions, compareFractions, fraction, type Fraction } from '#app/kernel/fraction.ts';
import type { Completion } from '#app/modules/counting/equal-shares/completion.ts';

/** A small vote as plain lists: costs in cents, and for every voter what was chosen. */
export type PlainVote = {
  readonly budget: number;
  readonly costs: readonly number[];
  readonly ballots: readonly (readonly number[])[];
};

/** A tie that votes and cost do not break; the caller says who goes first. */
export type Lot = (tied: readonly number[]) => number;

const minus = (a: Fraction, b: Fraction) => addFractions(a, fraction(-b.numerator, b.denominator));
const over = (a: Fraction, n: number) => fraction(a.numerator, a.denominator * BigInt(n));
const sum = (all: readonly Fraction[]) => all.reduce(addFractions, fraction(0));

/** What each supporter pays at most: from poor to rich, who cannot pay an equal part of what is left gives everything. */
function textbookShare(cost: number, purses: readonly Fraction[]): Fraction | null {
  const sorted = [...purses].sort(compareFractions);
  if (compareFractions(sum(sorted), fraction(cost)) < 0) return null;
  let left = fraction(cost);
  for (const [at, purse] of sorted.entries()) {
    const share = over(left, sorted.length - at);
    if (compareFractions(purse, share) >= 0) return share;
    left = minus(left, purse);
  }
  return null;
}

/** The Method of Equal Shares as papers write it down: every share of every project in every round, in fractions. */
export function textbookRun({ costs, ballots }: PlainVote, endowment: Fraction, lot: Lot) {
  const purses = ballots.map(() => endowment);
  const votes = costs.map((_, project) => ballots.filter((ballot) => ballot.includes(project)).length);
  const bought: number[] = [];
  const paid: Fraction[][] = [];
  for (;;) {
    const offers = costs.flatMap((cost, project) => {
      const supporters = ballots.flatMap((ballot, voter) => (ballot.includes(project) ? [voter] : []));
      if (bought.includes(project) || supporters.length === 0) return [];
      const share = textbookShare(
        cost,
        supporters.map((voter) => purses[voter] ?? fraction(0)),
      );
      return share === null ? [] : [{ project, cost, supporters, share, perEuro: over(share, cost) }];
    });
    if (offers.length === 0) return { bought, paid, purses };
    const least = offers.reduce((a, b) => (compareFractions(b.perEuro, a.perEuro) < 0 ? b : a));
    let best = offers.filter(({ perEuro }) => compareFractions(perEuro, least.perEuro) === 0);
    const most = Math.max(...best.map(({ project }) => votes[project] ?? 0));
    best = best.filter(({ project }) => votes[project] === most);
    const cheapest = Math.min(...best.map(({ cost }) => cost));
    best = best.filter(({ cost }) => cost === cheapest);
    const winner =
      best.length === 1 ? best[0] : best.find(({ project }) => project === lot(best.map((one) => one.project)));
    if (winner === undefined) throw new Error('no lot');
    paid.push(ballots.map(() => fraction(0)));
    for (const voter of winner.supporters) {
      const purse = purses[voter] ?? fraction(0);
      const pays = compareFractions(purse, winner.share) < 0 ? purse : winner.share;
      purses[voter] = minus(purse, pays);
      const row = paid.at(-1);
      if (row !== undefined) row[voter] = pays;
    }
    bought.push(winner.project);
  }
}

/** The same with a completion. */
export function textbookCount(
  vote: PlainVote,
  completion: Completion,
  lot: Lot,
): { bought: number[]; added: number[] } {
  const { budget, costs, ballots } = vote;
  const cost = (projects: readonly number[]) => projects.reduce((total, project) => total + (costs[project] ?? 0), 0);
  const votes = costs.map((_, project) => ballots.filter((ballot) => ballot.includes(project)).length);
  const fits = (bought: readonly number[], project: number) =>
    (votes[project] ?? 0) > 0 && !bought.includes(project) && cost(bought) + (costs[project] ?? 0) <= budget;
  let { bought } = textbookRun(vote, over(fraction(budget), ballots.length), lot);
  if (completion === 'add1' || completion === 'add1u') {
    let endowment = fraction(Math.floor(budget / ballots.length / 100) * 100);
    ({ bought } = textbookRun(vote, endowment, lot));
    while (costs.some((_, project) => fits(bought, project))) {
      endowment = addFractions(endowment, fraction(100));
      const next = textbookRun(vote, endowment, lot).bought;
      if (cost(next) > budget) break;
      bought = next;
    }
  }
  const added: number[] = [];
  if (completion === 'none' || completion === 'add1') return { bought, added };
  let rest = costs
    .map((_, project) => project)
    .filter((project) => (votes[project] ?? 0) > 0 && !bought.includes(project));
  while (rest.length > 0) {
    const most = Math.max(...rest.map((project) => votes[project] ?? 0));
    const popular = rest.filter((project) => votes[project] === most);
    const low = Math.min(...popular.map((project) => costs[project] ?? 0));
    const tied = popular.filter((project) => costs[project] === low);
    const next = tied.length === 1 ? (tied[0] ?? 0) : lot(tied);
    if (fits([...bought, ...added], next)) added.push(next);
    rest = rest.filter((project) => project !== next);
  }
  return { bought, added };
}
