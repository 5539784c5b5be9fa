import { compareFractions, type Fraction } from '#app/kernel/fraction.ts';
import { toDouble, type ExactMoney } from './exact-money.ts';
import type { Prepared } from './prepared.ts';

/** Half the distance between one and the next double: the largest relative error of one operation. */
export const rounding = 2 ** -53;

/** What voters have left as doubles, none further than `error` from what it is exactly. */
export type Wallets = { readonly left: Float64Array; error: number };

/**
 * What a project would cost its supporters now: everybody gives `share`, or all that they have left when that is less.
 * The exact share is within `error` of it.
 */
export type Offer = {
  readonly project: number;
  readonly share: number;
  readonly error: number;
  /** The groups that have less than the share: known from doubles only when none is too near to tell. */
  readonly short: () => readonly number[];
};

/**
 * Can the supporters pay for it, and what would each give? Doubles answer where their error cannot change who has less than
 * a share; otherwise fractions do.
 * @param atLeast a lower bound of the share, from an earlier round: shares never fall while a count goes on
 * @returns null when the supporters together have less than the cost
 */
export function offerFor(
  vote: Prepared,
  wallets: Wallets,
  exact: ExactMoney,
  project: number,
  atLeast: number,
): Offer | null {
  const { left } = wallets;
  const { weight } = vote;
  const groups = vote.supporters[project] ?? new Int32Array();
  const cost = vote.election.projects[project]?.cost ?? 0;
  const voters = vote.election.votes[project] ?? 0;

  let together = 0;
  for (const group of groups) together += (weight[group] ?? 0) * (left[group] ?? 0);
  const doubt = slack(groups.length, together + cost) + voters * wallets.error;
  if (together + doubt < cost) return null;
  if (together - doubt < cost) {
    const all = exact.left(groups);
    if (compareFractions(all, { numerator: BigInt(cost), denominator: 1n }) < 0) return null;
  }

  let share = Math.max(atLeast, (cost / voters) * (1 - 4 * rounding));
  for (;;) {
    let gave = 0;
    let short = 0;
    let mostOfShort = -1;
    let leastOfOthers = Infinity;
    for (const group of groups) {
      const has = left[group] ?? 0;
      if (has < share) {
        const people = weight[group] ?? 0;
        gave += people * has;
        short += people;
        if (has > mostOfShort) mostOfShort = has;
      } else if (has < leastOfOthers) leastOfOthers = has;
    }
    const inFull = voters - short;
    if (inFull === 0) break;
    const next = (cost - gave) / inFull;
    if (next > share) {
      share = next;
      continue;
    }
    const error = ((short * wallets.error + slack(groups.length, gave + cost)) / inFull + 4 * rounding * next) * 1.01;
    const margin = error + 2 * wallets.error + Math.abs(share - next);
    if (short > 0 && mostOfShort > next - margin) break;
    if (leastOfOthers < next + margin) break;
    const found = next;
    return { project, share: found, error, short: () => [...groups].filter((group) => (left[group] ?? 0) < found) };
  }
  return exactOffer(vote, wallets, exact, project, atLeast);
}

/** More than the rounding of so many products added up to `sum`. */
function slack(terms: number, sum: number): number {
  return (terms + 8) * 2 * rounding * Math.abs(sum);
}

/**
 * The same with fractions. Whoever has less than a share that is too low has less than the true one too, so from the bottom up
 * nobody is counted short who is not.
 */
function exactOffer(vote: Prepared, wallets: Wallets, exact: ExactMoney, project: number, atLeast: number): Offer {
  const { left, error } = wallets;
  const groups = vote.supporters[project] ?? new Int32Array();
  const short = [...groups].filter((group) => (left[group] ?? 0) < atLeast - error);
  const others = new Set(groups);
  for (const group of short) others.delete(group);
  for (;;) {
    const share = exact.shareWhen(project, short);
    const near = toDouble(share);
    const margin = error + 8 * rounding * near;
    const more = [...others].filter((group) => {
      const has = left[group] ?? 0;
      if (has < near - margin) return true;
      return has <= near + margin && isLess(exact, vote, group, share);
    });
    if (more.length === 0) return { project, share: near, error: 8 * rounding * near, short: () => short };
    for (const group of more) {
      short.push(group);
      others.delete(group);
    }
  }
}

function isLess(exact: ExactMoney, vote: Prepared, group: number, share: Fraction): boolean {
  const { numerator, denominator } = exact.left([group]);
  const one = { numerator, denominator: denominator * BigInt(vote.weight[group] ?? 1) };
  return compareFractions(one, share) < 0;
}
