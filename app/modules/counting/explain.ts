import { cents, subtractCents, type Cents } from '#app/kernel/money.ts';
import { toHundredths, type Fraction } from '#app/kernel/fraction.ts';
import { fullAfter, roomAfter, type Full } from './category.ts';
import { candidatesOf, type Outcome, type Rule } from './count.ts';
import { costOf, type Election } from './election.ts';
import { leftOverRounds, type LeftOver } from './explain-greedy.ts';
import type { ExactMoney } from './equal-shares/exact-money.ts';
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
  /** Projects whose category has too little left. */
  readonly noRoom: readonly number[];
  /** Those for which it has too little left from the end of this round on. */
  readonly shuts: readonly Shut[];
};

/** A project that was passed over because its category had too little left for it. */
export type Shut = Full & { readonly project: number };

export type Missed = { readonly project: number; readonly missing: Cents };

export type Explanation = {
  /** What all voters began with together; less than a cent is dropped. Null with greedy. */
  readonly began: Cents | null;
  readonly rounds: readonly Round[];
  /** What Equal Shares could not buy, nearest first: so much more money its supporters needed together. */
  readonly missed: readonly Missed[];
  /** What Equal Shares passed over in the end because of its category. */
  readonly shut: readonly Shut[];
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
    ...(endowment === null
      ? { rounds: [], missed: [], shut: [] }
      : roundsOf(prepare(election, candidates, rule.categories), endowment, bought)),
    unspent: began === null ? null : subtractCents(began, cents(costOf(election, bought))),
    leftOver: leftOverRounds(election, rule, candidates, outcome),
    spent,
    leftOfBudget: subtractCents(election.budget, spent),
  };
}

function roundsOf(
  vote: Prepared,
  endowment: Fraction,
  bought: readonly number[],
): Pick<Explanation, 'rounds' | 'missed' | 'shut'> {
  const rounds: Omit<Round, 'shuts'>[] = [];
  const missed: Missed[] = [];
  const chooseAgain = (_: readonly number[], round: number) => ({ project: bought[round] ?? -1, equals: null });
  const leftAfter = (round: number) => {
    const before = new Set(bought.slice(0, round));
    const left = vote.candidates.filter((project) => !before.has(project));
    return { left, hasRoom: roomAfter(vote.election, vote.categories, [...before]) };
  };
  runAt(vote, endowment, chooseAgain, {
    round: (seen) => {
      const { left, hasRoom } = leftAfter(rounds.length);
      const others = left.filter((project) => hasRoom(project) && project !== bought[rounds.length]);
      rounds.push({ ...roundOf(vote, seen, others), noRoom: left.filter((project) => !hasRoom(project)) });
    },
    end: (exact) => {
      const { left, hasRoom } = leftAfter(rounds.length);
      for (const project of left)
        if (hasRoom(project)) missed.push({ project, missing: missingFor(vote, exact, project) });
    },
  });
  missed.sort((one, other) => one.missing - other.missing);
  const shutAfter = (round: number): Shut[] => {
    const full = fullAfter(vote.election, vote.categories, bought.slice(0, round));
    return leftAfter(round).left.flatMap((project) => {
      const found = full(project);
      return found === null ? [] : [{ project, ...found }];
    });
  };
  const told = rounds.map((round, at) => {
    const shuts = shutAfter(at + 1).filter(({ project }) => !round.noRoom.includes(project));
    return { ...round, shuts };
  });
  return { rounds: told, missed, shut: shutAfter(rounds.length) };
}

/** How much more its supporters would need together, up to the whole cent. */
function missingFor(vote: Prepared, exact: ExactMoney, project: number): Cents {
  const { numerator, denominator } = exact.left(vote.supporters[project] ?? []);
  return cents(BigInt(vote.election.projects[project]?.cost ?? 0) - numerator / denominator);
}

function roundOf(vote: Prepared, seen: RoundSeen, left: readonly number[]): Omit<Round, 'noRoom' | 'shuts'> {
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
  if (offer === null) return { project, why: 'cannot-pay', missing: missingFor(vote, exact, project) };
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
