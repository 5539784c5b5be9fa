import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import type { BankItem, WaitingReason } from './statement-item.ts';
import type { Direction } from './statement.ts';

const select = {
  id: true,
  bookedOn: true,
  direction: true,
  amountCents: true,
  endToEndId: true,
  batchMark: true,
  batchCount: true,
  returnReason: true,
  reversal: true,
  reason: true,
  statement: { select: { iban: true } },
} as const;

/**
 * Items of the worklist that have an id or batch of ours, so that a later statement can explain them. None explains money that
 * went to somebody else.
 */
export async function openItems(tx: Transaction): Promise<(BankItem & { reason: WaitingReason })[]> {
  const rows = await tx.statementItem.findMany({
    where: {
      state: 'open',
      reason: { not: 'other-payee' },
      OR: [{ endToEndId: { not: '' } }, { batchMark: { not: '' } }],
    },
    orderBy: [{ bookedOn: 'asc' }, { id: 'asc' }],
    select,
  });
  return rows.map(({ statement, bookedOn, amountCents, direction, reason, ...row }) => ({
    ...row,
    iban: statement.iban,
    payeeMark: '',
    bookedOn: fromDateColumn(bookedOn),
    amount: cents(amountCents),
    direction: direction as Direction,
    reason: reason as WaitingReason,
  }));
}
