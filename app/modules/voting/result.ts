import { z } from 'zod';
import { cents } from '#app/kernel/money.ts';

/** What a count came to, as it is kept. Projects are their numbers on the ballot; amounts are cents. */

const money = z.number().int().transform(cents);
const number = z.number().int();
const payers = z.object({ voters: number, together: money });

const other = z.discriminatedUnion('why', [
  z.object({ project: number, why: z.literal('cannot-pay'), missing: money }),
  z.object({ project: number, why: z.literal('fewer-effective-votes'), share: money, effective: number }),
  z.object({ project: number, why: z.literal('equal'), share: money, effective: number }),
]);

const round = z.object({
  project: number,
  share: money,
  /** In hundredths of a vote. */
  effective: number,
  inFull: payers,
  gaveAll: payers,
  hadNothing: number,
  others: z.array(other),
  noRoom: z.array(number),
});

const standing = {
  voters: number,
  /** How many chose each project. */
  votes: z.array(z.object({ project: number, votes: number })),
  /** How many voted in each area; left out where that were too few to tell. */
  turnout: z.array(z.object({ areaCode: z.string(), voters: number.nullable() })),
};

export const voteResult = z.discriminatedUnion('is', [
  z.object({ is: z.literal('tie'), ...standing, tied: z.array(number) }),
  z.object({
    is: z.literal('outcome'),
    ...standing,
    /** In the order in which they won. */
    winners: z.array(number),
    /** What everybody began with, in whole cents; null with greedy. */
    endowment: money.nullable(),
    rounds: z.array(round),
    leftOver: z.array(
      z.object({ project: number, left: money, bought: z.boolean(), why: z.enum(['money', 'category']).nullable() }),
    ),
    spent: money,
    leftOfBudget: money,
    /** Voters of whom at least one choice won. */
    withWinner: number,
    /** What would have won by most votes first; null where that is the rule, or where it ends in a tie. */
    byMostVotes: z.array(number).nullable(),
    byMostVotesWithWinner: number.nullable(),
  }),
]);

export type VoteResult = z.infer<typeof voteResult>;
export type VoteOutcome = Extract<VoteResult, { is: 'outcome' }>;
export type VoteRound = VoteOutcome['rounds'][number];
