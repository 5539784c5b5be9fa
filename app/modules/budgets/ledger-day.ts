import { z } from 'zod';

/**
 * What everybody could see of the ledger at the end of a day: what each line and source held, and what was entered that day. It
 * names lines, sources and numbers of the registers, never a person; of the words of an entry only their SHA-256. What
 * batches paid to volunteers counts as promised, whatever step it is at (docs/decisions/0015), and is no entry here.
 */
const cents = z.int();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const posting = z.strictObject({
  /** What part of a line or source, and its slug. */
  part: z.enum(['source', 'unallocated', 'overprogrammed', 'available', 'promised', 'paid']),
  of: z.string(),
  cents,
});

const entry = z.strictObject({
  /** Its place in the ledger. */
  sequence: z.int(),
  kind: z.string(),
  decision: z.string().nullable(),
  smallSpending: z.string().nullable(),
  change: z.string().nullable(),
  /** Place of the entry that it undoes. */
  corrects: z.int().nullable(),
  /** Of the words as the page of the fund shows them, in UTF-8. */
  textSha256: z.string().regex(/^[0-9a-f]{64}$/),
  postings: z.array(posting),
});

export const ledgerDay = z.strictObject({
  format: z.literal('wijkbeurs.ledger-day'),
  version: z.literal(1),
  day,
  currency: z.literal('EUR'),
  totals: z.strictObject({ unallocatedCents: cents, availableCents: cents, promisedCents: cents, paidCents: cents }),
  /** Where money comes from that no line got yet. */
  sources: z.array(z.strictObject({ slug: z.string(), unallocatedCents: cents })),
  lines: z.array(z.strictObject({ slug: z.string(), availableCents: cents, promisedCents: cents, paidCents: cents })),
  entries: z.array(entry),
});

export type LedgerDay = z.infer<typeof ledgerDay>;
export type LedgerDayEntry = LedgerDay['entries'][number];

/** @throws ZodError when the text is no day of the ledger */
export function readLedgerDay(text: string): LedgerDay {
  return ledgerDay.parse(JSON.parse(text));
}
