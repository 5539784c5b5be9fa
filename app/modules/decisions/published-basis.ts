import { z } from 'zod';
import { moneyStates } from '#app/modules/scoring/ranking.ts';
import { roles } from '#app/modules/people/role.ts';
import { mostWeeks, objectionKinds } from './objection-term.ts';

/** What a decision publishes since version 3, beside what it published already. */
const named = z.strictObject({ slug: z.string(), name: z.string() });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** By role, never by name; the body is that of the role: the body that decides, or the programmabureau. */
const decider = z.strictObject({ role: z.enum(roles), body: named });

/** The two who put the decision in the register (rule 1); null: a paper does not say. */
export const publishedDeciders = z.strictObject({ prepared: decider.nullable(), confirmed: decider.nullable() });

/** Where the initiative stood among the others of its round, and what the ranking was held against. */
export const publishedStanding = z.strictObject({
  /** Initiatives that were still in the round. */
  entries: z.int().positive(),
  rank: z.int().positive().nullable(),
  isTied: z.boolean(),
  /** When it was first submitted: the earlier goes first where totals are equal. */
  submittedAt: z.string().nullable(),
  /** What the fund could still give when the round closed; null: the round named no fund. */
  money: z.strictObject({ availableCents: z.int(), state: z.enum(moneyStates) }).nullable(),
});

/** The vote of residents that the plan won, as it was counted; the recount of that vote is its proof (`/stemmen/<slug>`). */
export const publishedVote = z.strictObject({
  slug: z.string(),
  title: z.string(),
  countedOn: day,
  /** Which count of the vote it rests on. */
  attempt: z.int().positive(),
  /** Of the plan on the ballot, and the version that was voted on. */
  number: z.int().positive(),
  version: z.int().positive(),
  /** In the order in which plans won. */
  place: z.int().positive(),
  winners: z.int().positive(),
  votes: z.int().min(0),
  voters: z.int().min(0),
  costCents: z.int().positive(),
});

/**
 * What lay on the table, by what it is: names of files could hold names of people. `sha256` is of the file; null: it is a
 * page. `address` is a path of this site.
 */
export const publishedDocument = z.strictObject({
  kind: z.enum(['plan', 'picture', 'pdf', 'evidence', 'paper']),
  address: z.string(),
  sha256: z.string().nullable(),
});

/** What somebody can do who disagrees. */
export const publishedRemedy = z.strictObject({
  which: z.enum(objectionKinds),
  /** Null: no objection in law; `how` says what there is instead. */
  objection: z.strictObject({ weeks: z.int().min(1).max(mostWeeks), beginsOn: day, lastDay: day }).nullable(),
  how: z.string(),
  howEn: z.string(),
  source: z.string(),
  /** Somebody still has to check it with the source. */
  isToConfirm: z.boolean(),
});

export type PublishedDeciders = z.infer<typeof publishedDeciders>;

export type PublishedVote = z.infer<typeof publishedVote>;

export type PublishedStanding = z.infer<typeof publishedStanding>;

export type PublishedDocument = z.infer<typeof publishedDocument>;

export type PublishedRemedy = z.infer<typeof publishedRemedy>;
