import { compareFractions } from '#app/kernel/fraction.ts';
import { addCents, noMoney, subtractCents, type Cents } from '#app/kernel/money.ts';
import { exactTotal, scoreEntry, type CountedReview, type EntryResult, type ScoredCriterion } from './score.ts';

export type RankedInput = {
  id: string;
  reviews: readonly CountedReview[];
  /** What the initiative asks of the fund, in cents. */
  requested: Cents;
  /** Moment of first submission, as ISO text; the earlier goes first where totals are equal and money runs out. Null goes last. */
  submittedAt: string | null;
};

/**
 * `reached`: fits what the fund still has when its turn comes. `too-little-left`: does not fit, the next one may.
 * `below-minimum`: misses a minimum, so it takes no money. `not-scored`: nobody judged anything.
 */
export const moneyStates = ['reached', 'too-little-left', 'below-minimum', 'not-scored'] as const;

export type MoneyState = (typeof moneyStates)[number];

export type RankedEntry = {
  id: string;
  /** 1 is highest; equal totals share a rank and the next rank is skipped (1, 1, 3). Null when nothing was judged. */
  rank: number | null;
  /** True when another entry has the same total. */
  isTied: boolean;
  result: EntryResult;
  requested: Cents;
  /** Null when no fund was named. */
  money: { state: MoneyState; leftBefore: Cents } | null;
};

export type Ranking = {
  entries: RankedEntry[];
  /** What the reached initiatives ask together, and what the fund then still has; null without a fund. */
  money: { available: Cents; reached: Cents; left: Cents } | null;
};

/**
 * Orders the initiatives of a round by their exact total, high to low, and walks them along the money.
 * Equal totals have the same rank; on the list and at the money the one submitted first goes first, then the lower id.
 * An initiative that asks more than is left is passed over and the walk goes on: small plans further down can still be paid.
 * It is a help for the body, no decision.
 * @param available what the fund can still give, in cents; null when the round has no fund
 */
export function rankEntries(
  criteria: readonly ScoredCriterion[],
  inputs: readonly RankedInput[],
  available: Cents | null,
): Ranking {
  const scored = inputs.map((input) => ({
    input,
    total: exactTotal(criteria, input.reviews),
    result: scoreEntry(criteria, input.reviews),
  }));
  type Scored = (typeof scored)[number];
  const byTotal = (a: Scored, b: Scored): number => {
    if (a.total === null || b.total === null) return Number(a.total === null) - Number(b.total === null);
    return compareFractions(b.total, a.total);
  };
  const ordered = [...scored].sort((a, b) => byTotal(a, b) || bySubmission(a.input, b.input));
  let left = available;
  const entries = ordered.map((entry): RankedEntry => {
    const rank = entry.total === null ? null : 1 + ordered.filter((other) => byTotal(other, entry) < 0).length;
    const isTied = entry.total !== null && ordered.some((other) => other !== entry && byTotal(other, entry) === 0);
    const { id, requested } = entry.input;
    let money: RankedEntry['money'] = null;
    if (left !== null) {
      money = { state: moneyState(entry.result, requested, left), leftBefore: left };
      if (money.state === 'reached') left = subtractCents(left, requested);
    }
    return { id, rank, isTied, result: entry.result, requested, money };
  });
  const reached = entries.filter((entry) => entry.money?.state === 'reached').map((entry) => entry.requested);
  return {
    entries,
    money: available === null || left === null ? null : { available, reached: addCents(noMoney, ...reached), left },
  };
}

function moneyState(result: EntryResult, requested: Cents, left: Cents): MoneyState {
  if (result.totalHundredths === null) return 'not-scored';
  if (!result.meetsMinima) return 'below-minimum';
  return requested <= left ? 'reached' : 'too-little-left';
}

function bySubmission(a: RankedInput, b: RankedInput): number {
  const rank = (input: RankedInput): string => input.submittedAt ?? '9999';
  return compareText(rank(a), rank(b)) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
