import { cents, subtractCents, type Cents } from '#app/kernel/money.ts';
import { toHundredths, type Fraction } from '#app/kernel/fraction.ts';
import { candidatesOf, type Outcome, type Rule } from './count.ts';
import { costOf, type Election } from './election.ts';
import { leftOverRounds, type LeftOver } from './explain-greedy.ts';
import { offerFor } from './equal-shares/offer.ts';
import { prepare, type Prepared } from './equal-shares/prepared.ts';
import { runAt, type RoundSeen } from './equal-shares/run.ts';

/** Some voters, and what they pay together. */
export type Payers = { readonly voters: number; readonly together: Cents };

/** A project that was not bought in a round, and why. */
export type Other =
  /** Its supporters have too little: so much more they would need together. */
  | { readonly project: number; readonly why: 'cannot-pay'; readonly missing: Cents }
  /** They could pay, each at most `share`, but that buys fewer effective votes. */
  | {
      readonly project: number;
      readonly why: 'fewer-effective-votes';
      readonly share: Cents;
      readonly effective: number;
    }
  /** As many effective votes: votes, cost or lot decided, or it did not matter who went first. */
  | { readonly project: number; readonly why: 'equal'; readonly share: Cents; readonly effective: number };

export type Round = {
  readonly project: number;
  /** The most that one supporter pays, rounded to the cent. */
  readonly share: Cents;
  /** Cost over that share, in hundredths of a vote, rounded. */
  readonly effective: number;
  /** Who pay a full share, and who give all that they had left because it was less. Together they pay the cost to the cent. */
  readonly inFull: Payers;
  readonly gaveAll: Payers;
  /** Supporters who had nothing left. */
  readonly hadNothing: number;
  readonly others: readonly Other[];
};

export type Explanation = {
  /** What all voters began with together; less than a cent is dropped. Null with greedy. */
  readonly began: Cents | null;
  readonly rounds: readonly Round[];
  /** Of `began` nobody spent this. */
  readonly unspent: Cents | null;
  /** What was decided by most votes, in order, with what was left of the budget. */
  readonly leftOver: readonly LeftOver[];
  readonly spent: Cents;
  readonly leftOfBudget: Cents;
};

/**
 * The count as rounds that can be told and added up: amounts are exact and rounded once, so that the parts of a round make its cost.
 * @param outcome what `count` gave for the same vote and rule
 */
export function explain(election: Election, rule: Rule, outcome: Outcome): Explanation {
  const { endowment, bought, added } = outcome;
  const candidates = candidatesOf(election, rule);
  const spent = cents(costOf(election, [...bought, ...added]));
  const began =
    endowment === null ? null : cents((endowment.numerator * BigInt(election.voters)) / endowment.denominator);
  return {
    began,
    rounds: endowment === null ? [] : roundsOf(prepare(election, candidates), endowment, bought),
    unspent: began === null ? null : subtractCents(began, cents(costOf(election, bought))),
    leftOver: leftOverRounds(election, rule, candidates, outcome),
    spent,
    leftOfBudget: subtractCents(election.budget, spent),
  };
}

function roundsOf(vote: Prepared, endowment: Fraction, bought: readonly number[]): Round[] {
  const rounds: Round[] = [];
  const chooseAgain = (_: readonly number[], round: number) => ({ project: bought[round] ?? -1, equals: null });
  runAt(vote, endowment, chooseAgain, (seen) => {
    const before = new Set(bought.slice(0, rounds.length + 1));
    const left = vote.candidates.filter((project) => !before.has(project));
    rounds.push(roundOf(vote, seen, left));
  });
  return rounds;
}

function roundOf(vote: Prepared, seen: RoundSeen, left: readonly number[]): Round {
  const { exact, offer, share } = seen;
  const { project } = offer;
  const people = (groups: readonly number[]) => groups.reduce((sum, group) => sum + (vote.weight[group] ?? 0), 0);
  const short = offer.short().filter((group) => !hasNothing(seen, group));
  const { cost } = vote.election.projects[project] ?? { cost: cents(0) };
  const gave = cents(rounded(exact.left(short)));
  return {
    project,
    share: cents(rounded(share)),
    effective: effectiveVotes(cost, share),
    inFull: { voters: offer.inFull, together: subtractCents(cost, gave) },
    gaveAll: { voters: people(short), together: gave },
    hadNothing: (vote.election.votes[project] ?? 0) - offer.inFull - people(short),
    others: left.map((other) => otherOf(vote, seen, other, share, cost)),
  };
}

/** Also who paid a full share with exactly the last of their money: a count need not know that of them, who reads it does. */
function hasNothing({ wallets, exact }: RoundSeen, group: number): boolean {
  return (wallets.left[group] ?? 0) <= wallets.error && exact.left([group]).numerator === 0n;
}

function otherOf(vote: Prepared, seen: RoundSeen, project: number, won: Fraction, costOfWinner: Cents): Other {
  const { wallets, exact } = seen;
  const { cost } = vote.election.projects[project] ?? { cost: cents(0) };
  const offer = offerFor(vote, wallets, exact, project, 0);
  if (offer === null) {
    const { numerator, denominator } = exact.left(vote.supporters[project] ?? []);
    return { project, why: 'cannot-pay', missing: cents(BigInt(cost) - numerator / denominator) };
  }
  const share = exact.shareWhen(project, offer.short(), offer.inFull);
  const equal =
    share.numerator * won.denominator * BigInt(costOfWinner) === won.numerator * share.denominator * BigInt(cost);
  return {
    project,
    why: equal ? 'equal' : 'fewer-effective-votes',
    share: cents(rounded(share)),
    effective: effectiveVotes(cost, share),
  };
}

/** Whole cents, halves up. */
function rounded({ numerator, denominator }: Fraction): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}

function effectiveVotes(cost: Cents, { numerator, denominator }: Fraction): number {
  return toHundredths({ numerator: BigInt(cost) * denominator, denominator: numerator });
}
