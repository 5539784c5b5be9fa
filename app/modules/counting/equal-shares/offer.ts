import { compareFractions, type Fraction } from '#app/kernel/fraction.ts';
import { toDouble, type ExactMoney } from './exact-money.ts';
import type { Prepared } from './prepared.ts';

/** Half the distance between one and the next double: the largest relative error of one operation. */
export const rounding = 2 ** -53;

/** What voters have left while a count goes on. */
export type Wallets = {
  /** As doubles, none further than `error` cents from what it is exactly. */
  readonly left: Float64Array;
  error: number;
  /** For each project its supporters, from the front `many` groups that may have money; `empty` people of the others have none. */
  readonly supporters: readonly Int32Array[];
  readonly many: Int32Array;
  readonly empty: Float64Array;
  /** Room to work in. */
  readonly has: Float64Array;
  readonly people: Float64Array;
};

/** Everybody with `start` cents, exact to `error`. */
export function walletsOf(vote: Prepared, start: number, error: number): Wallets {
  const groups = vote.weight.length;
  return {
    left: new Float64Array(groups).fill(start),
    error,
    supporters: vote.supporters.map((all) => all.slice()),
    many: Int32Array.from(vote.supporters, ({ length }) => length),
    empty: new Float64Array(vote.supporters.length),
    has: new Float64Array(groups),
    people: new Float64Array(groups),
  };
}

/** The supporters of a project who may have money. */
export function supportersOf({ supporters, many }: Wallets, project: number): Int32Array {
  return supporters[project]?.subarray(0, many[project]) ?? new Int32Array();
}

/**
 * What a project would cost its supporters now: everybody gives `share`, or all that they have left when that is less.
 * The exact share is within `error` of it.
 */
export type Offer = {
  readonly project: number;
  readonly share: number;
  readonly error: number;
  /** How many supporters give the full share. */
  readonly inFull: number;
  /** The groups that have money, and less than the share. */
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
  dropEmpty(vote, wallets, exact, project);
  const { left, has, people } = wallets;
  const { weight } = vote;
  const groups = supportersOf(wallets, project);
  const cost = vote.election.projects[project]?.cost ?? 0;
  const voters = vote.election.votes[project] ?? 0;

  let together = 0;
  for (let at = 0; at < groups.length; at += 1) {
    const group = groups[at] ?? 0;
    const purse = left[group] ?? 0;
    const many = weight[group] ?? 0;
    has[at] = purse;
    people[at] = many;
    together += many * purse;
  }
  const doubt = slack(groups.length, together + cost) + voters * wallets.error;
  if (together + doubt < cost) return null;
  if (together - doubt < cost) {
    const all = exact.left(groups);
    if (compareFractions(all, { numerator: BigInt(cost), denominator: 1n }) < 0) return null;
  }

  const empty = wallets.empty[project] ?? 0;
  let share = Math.max(atLeast, (cost / (voters - empty)) * (1 - 4 * rounding));
  let gave = 0;
  let short = 0;
  let mostOfShort = -1;
  let rest = groups.length;
  for (;;) {
    let leastOfOthers = Infinity;
    let kept = 0;
    for (let at = 0; at < rest; at += 1) {
      const purse = has[at] ?? 0;
      const many = people[at] ?? 0;
      if (purse < share) {
        gave += many * purse;
        short += many;
        if (purse > mostOfShort) mostOfShort = purse;
      } else {
        has[kept] = purse;
        people[kept] = many;
        kept += 1;
        if (purse < leastOfOthers) leastOfOthers = purse;
      }
    }
    rest = kept;
    const inFull = voters - empty - short;
    if (inFull === 0) break;
    const next = (cost - gave) / inFull;
    if (next > share) {
      share = next;
      continue;
    }
    const error = ((short * wallets.error + slack(groups.length, gave + cost)) / inFull + 4 * rounding * next) * 1.01;
    const margin = error + 2 * wallets.error + (share - next);
    if (mostOfShort > next - margin || leastOfOthers < next + margin) break;
    return { project, share: next, error, inFull, short: () => shortOf(wallets, project, next) };
  }
  return exactOffer(vote, wallets, exact, project, atLeast);
}

function shortOf(wallets: Wallets, project: number, share: number): readonly number[] {
  const short: number[] = [];
  for (const group of supportersOf(wallets, project)) if ((wallets.left[group] ?? 0) < share) short.push(group);
  return short;
}

/** Who has given everything is not looked at again. */
function dropEmpty(vote: Prepared, wallets: Wallets, { emptyIn }: ExactMoney, project: number): void {
  const groups = supportersOf(wallets, project);
  let kept = 0;
  for (let at = 0; at < groups.length; at += 1) {
    const group = groups[at] ?? 0;
    if (wallets.left[group] === 0 && emptyIn[group] !== -1)
      wallets.empty[project] = (wallets.empty[project] ?? 0) + (vote.weight[group] ?? 0);
    else {
      groups[kept] = group;
      kept += 1;
    }
  }
  wallets.many[project] = kept;
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
  const groups = supportersOf(wallets, project);
  const short = [...groups].filter((group) => (left[group] ?? 0) < atLeast - error);
  const others = new Set(groups);
  for (const group of short) others.delete(group);
  for (;;) {
    let inFull = 0;
    for (const group of others) inFull += vote.weight[group] ?? 0;
    const share = exact.shareWhen(project, short, inFull);
    const near = toDouble(share);
    const margin = error + 8 * rounding * near;
    const more = [...others].filter((group) => {
      const purse = left[group] ?? 0;
      if (purse < near - margin) return true;
      return purse <= near + margin && isLess(exact, vote, group, share);
    });
    if (more.length === 0) return { project, share: near, error: 8 * rounding * near, inFull, short: () => short };
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
