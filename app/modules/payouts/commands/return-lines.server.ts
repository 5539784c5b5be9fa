import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailNotArrived } from '../jobs.server.ts';
import { lockBatch } from './lock-batch.server.ts';
import { postBatch } from './post-batch.server.ts';
import { closeWhenDone } from './settle-lines.server.ts';

export type EndedLine = {
  lineId: string;
  /** Why, as the bank or Stripe says: a code or a sentence. At most 500 characters. */
  reason: string;
  /** What says so there: an entry of a statement, a payout. At most 120 characters; empty when two treasurers say it. */
  endedBy: string;
};

export type EndLines = {
  batchId: string;
  lines: readonly EndedLine[];
  /** What was heard, so that the entries of it are written once. */
  occasion: string;
  at: Instant;
};

/**
 * Notes that lines were paid and came back, within the caller's transaction. What they paid is promised money again and can be
 * paid by another batch. Only settled lines come back; others are left as they are.
 * What the bank or Stripe says of somebody's line is mailed to them.
 * @returns the lines that this returned
 */
export async function returnLines(tx: Transaction, order: EndLines): Promise<string[]> {
  return endLines(tx, order, { from: 'settled', to: 'returned', kind: 'bounce' });
}

/** The same for lines that were never paid: the bank or Stripe refused them. @returns the lines that this put back */
export async function putBackLines(tx: Transaction, order: EndLines): Promise<string[]> {
  return endLines(tx, order, { from: 'open', to: 'put_back', kind: 'rejection' });
}

async function endLines(
  tx: Transaction,
  { batchId, lines, occasion, at }: EndLines,
  { from, to, kind }: { from: string; to: string; kind: 'bounce' | 'rejection' },
): Promise<string[]> {
  const batch = await lockBatch(tx, batchId);
  if (batch === null || (batch.state !== 'sent' && batch.state !== 'settled')) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    update payment_line l set state = ${to}, ended_at = ${at}, end_reason = said.reason, ended_by = said.by
      from unnest(${lines.map(({ lineId }) => lineId)}::uuid[], ${lines.map(({ reason }) => reason)}::text[],
        ${lines.map(({ endedBy }) => endedBy)}::text[]) said (id, reason, by)
      where l.id = said.id and l.batch_id = ${batchId}::uuid and l.state = ${from}
      returning l.id::text as id`;
  const lineIds = rows.map(({ id }) => id);
  if (lineIds.length > 0) await postBatch(tx, batch, { kind, lineIds, occasion, at });
  // of a whole file that was refused, two treasurers say so: that is nothing for a volunteer to look into
  const toTell = new Set(lines.flatMap(({ lineId, endedBy }) => (endedBy === '' ? [] : [lineId])));
  for (const lineId of lineIds)
    if (toTell.has(lineId)) await enqueue(tx, mailNotArrived, { lineId }, `not-arrived:${lineId}`);
  await closeWhenDone(tx, batchId, at);
  return lineIds;
}
