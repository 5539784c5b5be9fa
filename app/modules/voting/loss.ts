import { cents, subtractCents, type Cents } from '#app/kernel/money.ts';
import { byLot, lotsOf } from '#app/modules/counting/tie.ts';
import type { VoteOutcome } from './result.ts';

/**
 * Why a project did not win, in one way: it had fewer votes than the vote asked, a lot chose another with as many votes and the same
 * cost, its category had too little left, those who chose it could not pay for it together, or it cost more than what was left.
 */
export type Loss = { number: number; votes: number } & (
  | { why: 'too-few-votes'; least: number }
  | { why: 'lot'; chosen: number }
  | { why: 'category-full'; category: number; left: Cents; cost: Cents }
  | { why: 'cannot-pay'; together: Cents; cost: Cents }
  | { why: 'money-spent'; left: Cents; cost: Cents }
);

/** Of every project on the ballot that did not win, the reason that the explanation of the count gives; most votes first. */
export function lossesOf(
  result: VoteOutcome,
  projects: readonly { number: number; cost: Cents }[],
  minimumVotes: number,
): Loss[] {
  return projects
    .filter(({ number }) => !result.winners.includes(number))
    .map(({ number, cost }): Loss => {
      const votes = result.votes.find(({ project }) => project === number)?.votes ?? 0;
      if (votes < minimumVotes) return { number, votes, why: 'too-few-votes', least: minimumVotes };
      const chosen = chosenByLot(result, projects, number);
      if (chosen !== null) return { number, votes, why: 'lot', chosen };
      const full = fullOf(result, number);
      if (full !== null) return { number, votes, why: 'category-full', ...full, cost };
      const missing = missingOf(result, number);
      if (missing !== null)
        return { number, votes, why: 'cannot-pay', together: cents(Math.max(0, subtractCents(cost, missing))), cost };
      const turn = result.leftOver.find(({ project }) => project === number);
      return { number, votes, why: 'money-spent', left: turn?.left ?? result.leftOfBudget, cost };
    })
    .sort((one, other) => other.votes - one.votes || one.number - other.number);
}

/** The winner that is equal to it in votes and cost, and that the lot put before it. */
function chosenByLot(
  { lots, winners, votes }: VoteOutcome,
  projects: readonly { number: number; cost: Cents }[],
  number: number,
): number | null {
  const votesOf = (one: number) => votes.find(({ project }) => project === one)?.votes;
  const costOf = (one: number) => projects.find((project) => project.number === one)?.cost;
  const isBefore = (one: number) => {
    const [first] = byLot([one, number], lotsOf(lots)) ?? [];
    return first === one;
  };
  const equal = winners.find(
    (one) => isBefore(one) && votesOf(one) === votesOf(number) && costOf(one) === costOf(number),
  );
  return equal ?? null;
}

/** The category in which it did not fit any more: in the rounds, or when it was its turn by most votes. */
function fullOf({ shut, leftOver }: VoteOutcome, number: number): { category: number; left: Cents } | null {
  const found =
    shut.find(({ project }) => project === number) ?? leftOver.find(({ project }) => project === number)?.full;
  return found == null ? null : { category: found.category, left: found.left };
}

/** What its voters lacked when nobody could pay for anything more. */
function missingOf({ missed }: VoteOutcome, number: number): Cents | null {
  return missed.find(({ project }) => project === number)?.missing ?? null;
}
