import { z } from 'zod';

/**
 * What the log says of something that was published. By type it can name nobody: numbers, days, amounts of the whole
 * programme, slugs of bodies, and the SHA-256 of the published file, whose words stay outside the log.
 * `version` is raised when fields change; a shape that was ever written stays readable.
 */
const day = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(120);
/** As decisions and changes are numbered: 2024-0001, B2026-0012. */
const number = z.string().regex(/^[A-Z]{0,2}\d{4}-\d{4,6}$/);
const cents = z.int();

const decision = z.strictObject({
  kind: z.literal('decision'),
  version: z.literal(1),
  number,
  publishedOn: day,
  /** Of the canonical JSON of the decision, which is its receipt. */
  sha256,
});

const correction = z.strictObject({
  kind: z.literal('correction'),
  version: z.literal(1),
  /** What is corrected. A day of the ledger is, when an entry is dated back to it; a result, when its count was annulled. */
  corrects: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['decision', 'minutes']), number }),
    z.strictObject({ kind: z.literal('ledger-day'), day }),
    z.strictObject({ kind: z.literal('vote-result'), vote: slug }),
  ]),
  publishedOn: day,
  /** Of the file that stands in its place since. */
  sha256,
});

const ledgerDay = z.strictObject({
  kind: z.literal('ledger-day'),
  version: z.literal(1),
  day,
  /**
   * What all lines together held at the end of the day, as the public sees it: what volunteers get counts as promised,
   * whatever step its payment is at (docs/decisions/0015).
   */
  totals: z.strictObject({ unallocatedCents: cents, availableCents: cents, promisedCents: cents, paidCents: cents }),
  /** Of the canonical JSON of what each line held. */
  sha256,
});

const minutes = z.strictObject({
  kind: z.literal('minutes'),
  version: z.literal(1),
  number,
  body: slug,
  heldOn: day,
  publishedOn: day,
  /** Of the published file, in which names of private persons are left out. */
  sha256,
});

const vote = z.strictObject({
  kind: z.literal('vote'),
  version: z.literal(1),
  /** Its address. The title of a vote is words of a body, fixed when it is announced. */
  vote: slug,
  body: slug,
  publishedOn: day,
  /** Of what was announced: question, money, projects with their cost, who was left out, rule and period. */
  sha256,
});

const voteResult = z.strictObject({
  kind: z.literal('vote-result'),
  version: z.literal(1),
  vote: slug,
  publishedOn: day,
  /** Of the Pabulib file with every ballot, the rule and who won. */
  sha256,
});

export const leafRecord = z.discriminatedUnion('kind', [decision, correction, ledgerDay, minutes, vote, voteResult]);
export type LeafRecord = z.infer<typeof leafRecord>;
