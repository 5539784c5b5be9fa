import { z } from 'zod';
import { interestKinds } from '#app/modules/scoring/interest.ts';
import { limitKinds, limitStates } from '#app/modules/procurement/limit.ts';
import { instruments } from './instrument.ts';
import { methods, outcomes } from './outcome.ts';
import {
  publishedDeciders,
  publishedDocument,
  publishedRemedy,
  publishedStanding,
  publishedVote,
} from './published-basis.ts';

/**
 * What is published of a decision, whole: the JSON of the register, whose canonical form the receipt is taken over.
 * It holds bodies and organisations, never a person; a resident is `organisation: null`.
 * `version` is raised when fields change; the schema then learns to read the older shape, because what was published stays.
 */
const named = z.strictObject({ slug: z.string(), name: z.string() });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const count = z.int().min(0);

const criterion = z.strictObject({
  slug: z.string(),
  title: z.string(),
  titleEn: z.string(),
  explanation: z.string(),
  explanationEn: z.string(),
  /** Description per point, from 0 up. */
  scale: z.array(z.string()),
  scaleEn: z.array(z.string()),
  weight: z.int(),
  minimumHundredths: z.int().nullable(),
  /** Why the body decided so, by this criterion. */
  motivation: z.string(),
});

const criterionResult = z.strictObject({
  criterion: z.string(),
  averageHundredths: z.int().nullable(),
  spread: z.int().nullable(),
  abstentions: count,
  minimum: z.enum(['none', 'met', 'missed', 'unknown']),
});

const recusal = z.strictObject({
  organisation: z.string().nullable(),
  interest: z.enum(interestKinds),
  /** What a paper says of it; empty for decisions taken here. */
  note: z.string(),
});

const scores = z.strictObject({
  round: named,
  /** Reviewers without name, in an order that says nothing. Null points: 'cannot judge'. */
  reviews: z.array(
    z.strictObject({
      reviewer: z.string(),
      scores: z.array(z.strictObject({ criterion: z.string(), points: z.int().nullable(), reason: z.string() })),
    }),
  ),
  /** Reviewers who were assigned and kept out by an interest. */
  recusals: z.array(recusal),
  result: z.strictObject({
    reviewCount: count,
    criteria: z.array(criterionResult),
    totalHundredths: z.int().nullable(),
    judgedWeight: count,
    allWeight: count,
    meetsMinima: z.boolean(),
  }),
});

const aboutPlan = z.strictObject({
  kind: z.literal('initiative'),
  slug: z.string(),
  title: z.string(),
  version: z.int(),
  requestedCents: count,
});

const aboutActielijn = z.strictObject({ kind: z.literal('actielijn'), slug: z.string(), title: z.string() });

/** Work that a body has done without a plan of a resident. */
const aboutAssignment = z.strictObject({
  kind: z.literal('assignment'),
  title: z.string(),
  task: z.string(),
  /** Why this organisation does it. */
  recipientReason: z.string(),
  /** The line of action under which it falls. */
  actielijn: z.strictObject({ slug: z.string(), title: z.string() }).nullable(),
  /** First and last day of the work. */
  beginsOn: day,
  endsOn: day,
});

/** What an organisation applied with for the donutfonds, the rules, and the split: enough to compute the reward again. */
const aboutDonutApplication = z.strictObject({
  kind: z.literal('donut-application'),
  /** Of the organisation that applied. */
  slug: z.string(),
  title: z.string(),
  year: z.int(),
  valueCents: count,
  costsCents: count,
  evidence: z.string(),
  evidenceOn: day,
  rules: z.strictObject({ version: z.int(), minimumValueCents: count, minimumReturnBps: count }),
  meetsRules: z.boolean(),
  /** Why people set it aside although the rules are met; empty: they did not. */
  setAsideReason: z.string(),
  split: z.strictObject({ availableCents: count, recipients: count, shareCents: count, remainderCents: count }),
});

export type PublishedDonutApplication = z.infer<typeof aboutDonutApplication>;

const shared = {
  format: z.literal('wijkbeurs.decision'),
  number: z.string(),
  /** `paper`: carried over from a paper of the programme. */
  origin: z.enum(['product', 'paper']),
  takenOn: day,
  publishedOn: day,
  body: named,
  title: z.string(),
  outcome: z.enum(outcomes),
  amountCents: z.int().positive().nullable(),
  /** Why another amount is granted than was asked. */
  amountNote: z.string(),
  fund: z.strictObject({ slug: z.string(), name: z.string(), year: z.int() }).nullable(),
  conditions: z.string(),
  referredTo: named.nullable(),
  method: z.enum(methods),
  participants: z.array(z.strictObject({ organisation: z.string().nullable(), count: z.int().positive() })),
  votes: z.strictObject({ for: count, against: count, abstain: count }).nullable(),
  recusals: z.array(recusal),
  objections: z.array(z.strictObject({ objection: z.string(), answer: z.string() })),
  motivation: z.string(),
  criteria: z
    .strictObject({ slug: z.string(), title: z.string(), version: z.int(), criteria: z.array(criterion) })
    .nullable(),
  scores: scores.nullable(),
  interestStatement: z.string(),
  /** Number of the decision that this one takes the place of. */
  replaces: z.string().nullable(),
  source: z.strictObject({ key: z.string(), title: z.string(), date: day.nullable() }).nullable(),
};

/** What assignments to one party for one kind of work add up to, with all that it is computed from. */
const procurement = z.strictObject({
  kind: z.strictObject({ slug: z.string(), name: z.string(), nameEn: z.string() }),
  on: day,
  months: z.int().positive(),
  nearPercent: z.int().positive(),
  windowBeginsOn: day,
  windowEndsOn: day,
  earlierCents: count,
  counted: z.array(z.strictObject({ number: z.string(), on: day, netCents: count })),
  totalCents: count,
  limits: z.array(
    z.strictObject({
      which: z.enum(limitKinds),
      limitCents: count.nullable(),
      roomCents: z.int().nullable(),
      state: z.enum(limitStates),
    }),
  ),
  state: z.enum(limitStates),
  /** Of who confirmed: why it may be over a limit, or which procedure was followed. */
  note: z.string(),
  isRead: z.boolean(),
});

/**
 * Other money of the programme that could have paid the same cost, and why it does not. Which money that is stands in it
 * only where that is public: not of residents, and not of what still waits for a decision.
 */
const otherMoney = z.strictObject({
  kind: z.enum(['decision', 'spending', 'named']),
  number: z.string().nullable(),
  title: z.string().nullable(),
  amountCents: count.nullable(),
  overlapDays: count.nullable(),
  lines: z.array(
    z.strictObject({
      own: z.string(),
      ownCents: count,
      other: z.strictObject({ description: z.string(), cents: count }).nullable(),
    }),
  ),
  answer: z.string(),
});

const subjects = z.discriminatedUnion('kind', [aboutPlan, aboutActielijn, aboutAssignment, aboutDonutApplication]);

const ofMoney = {
  instrument: z.enum(instruments).nullable(),
  recipient: named.nullable(),
  procurement: procurement.nullable(),
  otherMoney: z.array(otherMoney).nullable(),
};

const ofBasis = {
  decidedBy: publishedDeciders,
  standing: publishedStanding.nullable(),
  documents: z.array(publishedDocument),
  remedy: publishedRemedy.nullable(),
};

/**
 * Since version 2 a decision says how the money is given and to which organisation; null for residents, or without money;
 * and whether it is lawful: what assignments add up to, and that the same costs are not funded twice. Null: not looked at.
 * Since version 3 it says in which roles it was prepared and confirmed, where the initiative stood in its round, which
 * documents it rests on and what somebody can do who disagrees; null: a paper does not say.
 * Version 4 is of plans that won a vote of residents, and says which vote: it stands in the place of scores.
 */
export const publishedDecision = z.discriminatedUnion('version', [
  z.strictObject({
    ...shared,
    version: z.literal(1),
    subject: z.discriminatedUnion('kind', [aboutPlan, aboutActielijn]),
  }),
  z.strictObject({
    ...shared,
    ...ofMoney,
    version: z.literal(2),
    subject: subjects,
  }),
  z.strictObject({ ...shared, ...ofMoney, ...ofBasis, version: z.literal(3), subject: subjects }),
  z.strictObject({ ...shared, ...ofMoney, ...ofBasis, version: z.literal(4), subject: aboutPlan, vote: publishedVote }),
]);

export type PublishedDecision = z.infer<typeof publishedDecision>;

export type PublishedCriteria = NonNullable<PublishedDecision['criteria']>;

export type PublishedScores = NonNullable<PublishedDecision['scores']>;

export type PublishedProcurement = z.infer<typeof procurement>;

export type PublishedOtherMoney = z.infer<typeof otherMoney>;

export type PublishedRecusal = z.infer<typeof recusal>;

/** Reads the JSON of the register. @throws ZodError when it holds something that was never published */
export function readPublished(json: unknown): PublishedDecision {
  return publishedDecision.parse(json);
}
