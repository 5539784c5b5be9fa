import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { lockBatch } from './lock-batch.server.ts';
import { postBatch } from './post-batch.server.ts';

export type SettledLine = {
  lineId: string;
  /** Day on which it was paid, says the bank or Stripe. */
  settledOn: CalendarDate;
  /** What says so there: an entry of a statement, a payout. At most 120 characters, nothing about anybody. */
  settledBy: string;
};

/**
 * Notes that lines of a batch were paid, within the caller's transaction: the one way in which any rail does. Lines that are
 * not open are left as they are, so that hearing it twice changes nothing. A batch without open lines is settled.
 * @param occasion what was heard (a statement, a payout), so that the entries of it are written once
 * @returns the lines that this settled
 */
export async function settleLines(
  tx: Transaction,
  { batchId, lines, occasion, at }: { batchId: string; lines: readonly SettledLine[]; occasion: string; at: Instant },
): Promise<string[]> {
  const batch = await lockBatch(tx, batchId);
  if (batch?.state !== 'sent') return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    update payment_line l set state = 'settled', settled_on = said.day, settled_by = said.by
      from unnest(${lines.map(({ lineId }) => lineId)}::uuid[], ${lines.map(({ settledOn }) => settledOn)}::date[],
        ${lines.map(({ settledBy }) => settledBy)}::text[]) said (id, day, by)
      where l.id = said.id and l.batch_id = ${batchId}::uuid and l.state = 'open'
      returning l.id::text as id`;
  const lineIds = rows.map(({ id }) => id);
  if (lineIds.length > 0) await postBatch(tx, batch, { kind: 'settlement', lineIds, occasion, at });
  await closeWhenDone(tx, batchId, at);
  return lineIds;
}

/** A batch in which nobody waits any more is settled. */
export async function closeWhenDone(tx: Transaction, batchId: string, at: Instant): Promise<void> {
  const open = await tx.paymentLine.findFirst({ where: { batchId, state: 'open' }, select: { id: true } });
  if (open === null)
    await tx.paymentBatch.updateMany({
      where: { id: batchId, state: 'sent' },
      data: { state: 'settled', settledAt: at },
    });
}
