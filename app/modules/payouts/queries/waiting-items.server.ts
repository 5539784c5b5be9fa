import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import { batchNumberOf } from '../payment-file.ts';
import type { WaitingReason } from '../statement-item.ts';
import type { WaitingItem } from '../statement-views.ts';
import type { Direction } from '../statement.ts';

export const waitingSelect = {
  id: true,
  bookedOn: true,
  direction: true,
  amountCents: true,
  reason: true,
  counterparty: true,
  counterAccount: true,
  text: true,
  returnReason: true,
  endToEndId: true,
  batchMark: true,
  matches: { where: { state: 'proposed' }, select: { id: true } },
} as const;

type Row = {
  id: string;
  bookedOn: Date;
  direction: string;
  amountCents: bigint;
  reason: string;
  counterparty: string;
  counterAccount: string;
  text: string;
  returnReason: string;
  endToEndId: string;
  batchMark: string;
  matches: readonly { id: string }[];
};

/** Rows of the worklist as treasurers see them, with the line that each names. */
export async function readItem(database: Database, rows: readonly Row[]): Promise<WaitingItem[]> {
  const lines = await database.paymentLine.findMany({
    where: { endToEndId: { in: rows.map(({ endToEndId }) => endToEndId).filter((id) => id !== '') } },
    select: { endToEndId: true, position: true, amountCents: true, batch: { select: { number: true } } },
  });
  const byId = new Map(lines.map((line) => [line.endToEndId, line]));
  return rows.map(({ endToEndId, batchMark, matches, amountCents, bookedOn, direction, reason, ...row }) => {
    const line = byId.get(endToEndId);
    return {
      ...row,
      bookedOn: fromDateColumn(bookedOn),
      direction: direction as Direction,
      amount: cents(amountCents),
      reason: reason as WaitingReason,
      batchNumber: batchNumberOf(batchMark),
      line:
        line === undefined
          ? null
          : { batchNumber: line.batch.number, position: line.position, amount: cents(line.amountCents) },
      hasProposal: matches.length > 0,
    };
  });
}
