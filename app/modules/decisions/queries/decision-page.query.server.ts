import { publicAttachments } from '#app/modules/initiatives/queries/attachment.query.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { canonicalJson } from '#app/kernel/canonical-json.ts';
import { parseDecisionNumber } from '../number.ts';
import { readPublished, type PublishedDecision } from '../published.ts';
import { receiptOf } from '../receipt.server.ts';
import { recompute } from '../recompute.ts';
import type { RecomputedLine } from '../recomputed-line.ts';
import { saysBasis } from '../says-basis.ts';

/** One decision as it was published, with what can be checked about it. */
export type DecisionPageView = {
  publication: PublishedDecision;
  receipt: string;
  /** The receipt taken anew over what is published now: the same, unless somebody reached into the database. */
  receiptMatches: boolean;
  recomputed: { matches: boolean; lines: RecomputedLine[] };
  /** The decision that took its place. */
  replacedBy: string | null;
  /** Addresses of documents that are no longer on the site. */
  closed: string[];
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
    replacedBy: successorOf(row),
    closed: await closedDocuments(database, publication),
  };
}

/** The published file, byte for byte what the receipt is taken over. */
export async function publishedFile(
  database: Database,
  number: string,
): Promise<{ text: string; receipt: string; replaces: string | null; replacedBy: string | null } | null> {
  const row = await publishedRow(database, number);
  if (row === null) return null;
  const publication = readPublished(row.published);
  const { replaces } = publication;
  return { text: canonicalJson(publication), receipt: row.receipt, replaces, replacedBy: successorOf(row) };
}

/** Number and receipt of every decision in the register, by number. */
export async function receipts(database: Database): Promise<{ number: string; receipt: string }[]> {
  const rows = await database.decision.findMany({
    where: { state: 'confirmed' },
    select: { number: true, receipt: true },
    orderBy: { number: 'asc' },
  });
  return rows.flatMap(({ number, receipt }) => (number === null || receipt === null ? [] : [{ number, receipt }]));
}

/** A file of a plan leaves the site when a later version no longer has it. */
async function closedDocuments(database: Database, publication: PublishedDecision): Promise<string[]> {
  const addresses = saysBasis(publication) ? publication.documents.map(({ address }) => address) : [];
  const files = addresses.flatMap((address) => {
    const id = /^\/bijlagen\/(.+)$/.exec(address)?.[1];
    return id === undefined ? [] : [{ id, address }];
  });
  const open = await publicAttachments(
    database,
    files.map(({ id }) => id),
  );
  return files.filter(({ id }) => !open.has(id)).map(({ address }) => address);
}

function successorOf({ replacedBy }: { replacedBy: { state: string; number: string | null } | null }): string | null {
  return replacedBy?.state === 'confirmed' ? replacedBy.number : null;
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
