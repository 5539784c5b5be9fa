import { cents, subtractCents, type Cents } from '#app/kernel/money.ts';
import type { VoteOutcome } from './result.ts';

/**
 * Why a project did not win, in one way: it had fewer votes than the vote asked, those who chose it could not pay for it together, or
 * it cost more than what was left.
 */
export type Loss = { number: number; votes: number } & (
  | { why: 'too-few-votes'; least: number }
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
      const missing = missingOf(result, number);
      if (missing !== null)
        return { number, votes, why: 'cannot-pay', together: cents(Math.max(0, subtractCents(cost, missing))), cost };
      const turn = result.leftOver.find(({ project }) => project === number);
      return { number, votes, why: 'money-spent', left: turn?.left ?? result.leftOfBudget, cost };
    })
    .sort((one, other) => other.votes - one.votes || one.number - other.number);
}

/** What its voters lacked when nobody could pay for anything more. */
function missingOf({ missed }: VoteOutcome, number: number): Cents | null {
  return missed.find(({ project }) => project === number)?.missing ?? null;
}
