import type { Database } from '#app/platform/database.server.ts';
import { canonicalJson } from '../canonical-json.ts';
import { parseDecisionNumber } from '../number.ts';
import { readPublished, type PublishedDecision } from '../published.ts';
import { receiptOf } from '../receipt.server.ts';
import { recompute, type RecomputedLine } from '../recompute.ts';

/** One decision as it was published, with what can be checked about it. */
export type DecisionPageView = {
  publication: PublishedDecision;
  receipt: string;
  /** The receipt taken anew over what is published now: the same, unless somebody reached into the database. */
  receiptMatches: boolean;
  recomputed: { matches: boolean; lines: RecomputedLine[] };
  /** The decision that took its place. */
  replacedBy: string | null;
};

/** @returns null when the register has no such number */
export async function decisionPage(database: Database, number: string): Promise<DecisionPageView | null> {
  const row = await publishedRow(database, number);
  if (row === null) return null;
  const publication = readPublished(row.published);
  const { matches, lines } = recompute(publication);
  return {
    publication,
    receipt: row.receipt,
    receiptMatches: receiptOf(publication) === row.receipt,
    recomputed: { matches, lines },
    replacedBy: row.replacedBy?.state === 'confirmed' ? row.replacedBy.number : null,
  };
}

/** The published file, byte for byte what the receipt is taken over. */
export async function publishedFile(
  database: Database,
  number: string,
): Promise<{ text: string; receipt: string } | null> {
  const row = await publishedRow(database, number);
  return row === null ? null : { text: canonicalJson(readPublished(row.published)), receipt: row.receipt };
}

async function publishedRow(database: Database, text: string) {
  const number = parseDecisionNumber(text);
  if (number === null) return null;
  const row = await database.decision.findFirst({
    where: { number, state: 'confirmed' },
    select: { published: true, receipt: true, replacedBy: { select: { number: true, state: true } } },
  });
  return row?.receipt == null ? null : { ...row, receipt: row.receipt };
}
