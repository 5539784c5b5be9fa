import { compareFractions, type Fraction } from '#app/kernel/fraction.ts';
import { ExactMoney, toDouble } from './exact-money.ts';
import { offerFor, rounding, supportersOf, walletsOf, type Offer, type Wallets } from './offer.ts';
import type { Prepared } from './prepared.ts';

/** What is bought at one endowment, in order, and the equals between which no rule decided. */
export type Run = { readonly bought: readonly number[]; readonly equals: readonly (readonly number[])[] };

/** Who of equals goes first; `equals` are those between whom the rule does not say, null when it does. */
type Choice = { readonly project: number; readonly equals: readonly number[] | null };

/** What somebody who watches a run sees at the end of each round, before it is paid. */
export type RoundSeen = {
  readonly offer: Offer;
  readonly share: Fraction;
  readonly wallets: Wallets;
  readonly exact: ExactMoney;
};

type Bounds = { readonly project: number; share: number; low: number };

/**
 * The Method of Equal Shares with cost utilities, at one endowment: again and again the project with the most effective votes,
 * its cost over the share that a supporter pays, until no supporters can pay for one.
 * @param endowment what each voter begins with, in cents
 * @param choose which of those with equally many effective votes goes first in a round
 */
export function runAt(
  vote: Prepared,
  endowment: Fraction,
  choose: (equals: readonly number[], round: number) => Choice,
  watch?: (seen: RoundSeen) => void,
): Run {
  const exact = new ExactMoney(vote, endowment);
  const start = toDouble(endowment);
  const wallets = walletsOf(vote, start, endowment.denominator === 1n ? 0 : 4 * rounding * start);
  const costs = vote.election.projects.map(({ cost }) => cost);
  let left: Bounds[] = vote.candidates.map((project) => ({
    project,
    share: 0,
    low: (1 / (vote.election.votes[project] ?? 1)) * (1 - 4 * rounding),
  }));
  const bought: number[] = [];
  const equals: (readonly number[])[] = [];
  for (;;) {
    left.sort((one, other) => one.low - other.low);
    const gone = new Set<number>();
    let near: { offer: Offer; low: number }[] = [];
    let bestHigh = Infinity;
    for (const bounds of left) {
      if (bounds.low > bestHigh) break;
      const offer = offerFor(vote, wallets, exact, bounds.project, bounds.share);
      if (offer === null) {
        gone.add(bounds.project);
        continue;
      }
      const cost = costs[bounds.project] ?? 1;
      bounds.share = Math.max(bounds.share, offer.share - offer.error);
      bounds.low = Math.max(bounds.low, (bounds.share / cost) * (1 - 4 * rounding));
      bestHigh = Math.min(bestHigh, ((offer.share + offer.error) / cost) * (1 + 4 * rounding));
      near.push({ offer, low: bounds.low });
    }
    near = near.filter(({ low }) => low <= bestHigh).sort((one, other) => one.offer.project - other.offer.project);
    if (near.length === 0) break;
    const first = leastShares(
      near.map(({ offer }) => offer),
      exact,
      costs,
    );
    const chosen =
      first.length === 1
        ? undefined
        : choose(
            first.map(({ project }) => project),
            bought.length,
          );
    if (chosen !== undefined && chosen.equals !== null) equals.push(chosen.equals);
    const winner = first.find(({ project }) => chosen === undefined || project === chosen.project);
    if (winner === undefined) throw new RangeError('chosen from outside the equals');
    const short = winner.short();
    watch?.({ offer: winner, share: exact.shareWhen(winner.project, short, winner.inFull), wallets, exact });
    pay(wallets, exact, winner, short, start);
    bought.push(winner.project);
    gone.add(winner.project);
    left = left.filter(({ project }) => !gone.has(project));
  }
  return { bought, equals };
}

/** Those with the most effective votes, compared exactly; one offer needs no comparing. */
function leastShares(offers: readonly Offer[], exact: ExactMoney, costs: readonly number[]): readonly Offer[] {
  if (offers.length === 1) return offers;
  const perEuro = offers.map((offer) => {
    const { numerator, denominator } = exact.shareWhen(offer.project, offer.short(), offer.inFull);
    return { numerator, denominator: denominator * BigInt(costs[offer.project] ?? 1) };
  });
  const least = perEuro.reduce((one, other) => (compareFractions(other, one) < 0 ? other : one));
  return offers.filter((_, at) => compareFractions(perEuro[at] ?? least, least) === 0);
}

/** When more than this part of the endowment is in doubt, the share is worked out exactly. */
const doubtful = 1e-7;

function pay(wallets: Wallets, exact: ExactMoney, offer: Offer, short: readonly number[], endowment: number): void {
  exact.bought(offer.project, short, offer.inFull);
  let { share, error } = offer;
  if (error > doubtful * endowment) {
    share = toDouble(exact.shareOf(exact.rounds - 1));
    error = 8 * rounding * share;
  }
  const { left } = wallets;
  for (const group of supportersOf(wallets, offer.project)) left[group] = (left[group] ?? 0) - share;
  for (const group of short) left[group] = 0;
  wallets.error += error + 4 * rounding * endowment;
}
