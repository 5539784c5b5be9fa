import { addCents, type Cents } from '#app/kernel/money.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { BallotRule } from './vote.ts';

export type BallotRefusal = 'nothing-chosen' | 'choice-unknown' | 'too-many-chosen' | 'over-budget';

/** What can be chosen: numbers on the ballot with what they cost. */
export type Choosable = { number: number; cost: Cents };

export type BallotStanding = {
  chosen: number;
  cost: Cents;
  /** How many more one may choose; null: no limit. */
  choicesLeft: number | null;
  /** What is left of the amount; null where that does not limit a ballot. Negative: too much was chosen. */
  moneyLeft: number | null;
};

/** Numbers from low to high, each once: so equal ballots are equal, and the order in which somebody chose is not kept. */
export function tidyChoices(choices: readonly number[]): number[] {
  return [...new Set(choices)].sort((one, other) => one - other);
}

/** How a ballot stands while somebody fills it in. */
export function standingOf(
  rule: BallotRule & { amount: Cents },
  projects: readonly Choosable[],
  choices: readonly number[],
): BallotStanding {
  const picked = projects.filter(({ number }) => choices.includes(number));
  const cost = addCents(...picked.map((project) => project.cost));
  return {
    chosen: picked.length,
    cost,
    choicesLeft: rule.ballot === 'at-most' ? (rule.atMost ?? 0) - picked.length : null,
    moneyLeft: rule.ballot === 'fill-budget' ? rule.amount - cost : null,
  };
}

/** Whether a ballot may be cast as it is; the database checks the same (`vote_ballot_fits`). @returns its choices, tidied */
export function checkBallot(
  rule: BallotRule & { amount: Cents },
  projects: readonly Choosable[],
  choices: readonly number[],
): Outcome<number[], BallotRefusal> {
  const tidy = tidyChoices(choices);
  if (tidy.length === 0) return refused('nothing-chosen');
  if (tidy.some((choice) => !projects.some(({ number }) => number === choice))) return refused('choice-unknown');
  const { choicesLeft, moneyLeft } = standingOf(rule, projects, tidy);
  if (choicesLeft !== null && choicesLeft < 0) return refused('too-many-chosen');
  if (moneyLeft !== null && moneyLeft < 0) return refused('over-budget');
  return accepted(tidy);
}
