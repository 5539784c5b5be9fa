import { z } from 'zod';
import { cents } from '#app/kernel/money.ts';
import { ruleNames } from '#app/modules/counting/comparison/rules.ts';

/** What a count came to, as it is kept. Projects are their numbers on the ballot; amounts are cents. */

const money = z.number().int().transform(cents);
const number = z.number().int();
const payers = z.object({ voters: number, together: money });
const four = z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly();

const next = z.object({
  project: number,
  why: z.enum(['fewer-effective-votes', 'equal']),
  share: money,
  effective: number,
});

/** A plan, the number of its category, and what was left of that: too little. */
const full = z.object({ category: number, left: money });
const shut = z.object({ project: number, category: number, left: money });

/** As `ToldRound` of counting. */
const round = z.object({
  project: number,
  share: money,
  /** In hundredths of a vote. */
  effective: number,
  inFull: payers,
  gaveAll: payers,
  hadNothing: number,
  votes: number,
  next: z.array(next),
  popular: z.object({ project: number, votes: number, missing: money }).nullable(),
  /** What has not fitted in its category since this round. */
  shuts: z.array(shut).default([]),
});

const leftOver = z.object({
  project: number,
  left: money,
  bought: z.boolean(),
  why: z.enum(['money', 'category']).nullable(),
  full: full.nullable().default(null),
  votes: number,
});

const rule = z.enum(ruleNames);

/** What a rule makes of the ballots; see `ComparedRule` of counting. */
const compared = z.object({
  name: rule,
  winners: z.array(number),
  tied: z.array(number),
  spent: money,
  left: money,
  endowment: money.nullable(),
  byWinners: four,
  quarters: four,
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
    /** Projects in the order that each lot gave them; empty where none was drawn. */
    lots: z.union([z.array(z.array(number)), z.array(number).transform((order) => [order])]),
    rule,
    /** What everybody began with, in whole cents; null with greedy. */
    endowment: money.nullable(),
    rounds: z.array(round),
    /** What could not be bought when nobody could pay for anything more, nearest first. */
    missed: z.array(z.object({ project: number, missing: money })),
    /** What the rounds passed over because its category had too little left. */
    shut: z.array(shut).default([]),
    leftOver: z.array(leftOver),
    spent: money,
    leftOfBudget: money,
    /** The rule of the vote, and what most votes first would have made of it where that is another. */
    compared: z.array(compared),
  }),
]);

export type VoteResult = z.infer<typeof voteResult>;
export type VoteOutcome = Extract<VoteResult, { is: 'outcome' }>;

/** @returns null for a result that was kept in an earlier form: it is counted again from the ballots */
export function readResult(kept: unknown): VoteResult | null {
  return voteResult.safeParse(kept).data ?? null;
}

/** What every form in which a result was ever kept says. */
export const keptFacts = z.object({
  is: z.enum(['tie', 'outcome']),
  voters: number,
  votes: z.array(z.object({ project: number, votes: number })),
  winners: z.array(number).default([]),
  spent: money.default(cents(0)),
});

/** Voters of whom at least one choice won. */
export function votersWithWinner({ voters }: VoteResult, { byWinners }: VoteOutcome['compared'][number]): number {
  return voters - byWinners[0];
}
