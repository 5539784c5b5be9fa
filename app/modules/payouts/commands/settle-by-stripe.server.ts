import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import { settleLines } from './settle-lines.server.ts';

/** Milliseconds for a batch of ten thousand people. */
const patience = 120_000;

/**
 * Settles the open lines of a batch of which Stripe said that they were paid, all at once: what the ledger keeps for ever is a sum
 * of many, and the books of a batch are compared once. Again settles nothing.
 */
export async function settlePaidByStripe(
  batchId: string,
  { database, now }: { database: Database; now: Instant },
): Promise<void> {
  await database.$transaction(
    async (tx) => {
      const paid = await tx.stripePayment.findMany({
        where: { paidOn: { not: null }, reversalId: null, line: { is: { batchId, state: 'open' } } },
        select: { id: true, payoutId: true, paidOn: true },
      });
      const lines = paid.flatMap(({ id: lineId, payoutId, paidOn }) =>
        paidOn === null ? [] : [{ lineId, settledOn: fromDateColumn(paidOn), settledBy: `stripe:${payoutId ?? ''}` }],
      );
      // a line is settled once, so an occasion of its own writes nothing twice
      if (lines.length > 0) await settleLines(tx, { batchId, lines, occasion: `stripe:${newId()}`, at: now });
    },
    { timeout: patience },
  );
}
