import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
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
  _count: { select: { matches: true } },
  statement: { select: { iban: true } },
} as const;

export type WaitingBankItem = BankItem & {
  reason: WaitingReason;
  /** Somebody said before what it is about, and a colleague that it is not. */
  wasProposed: boolean;
};

/**
 * Items of the worklist that have an id or batch of ours, so that a later statement can explain them. None explains money that
 * went to somebody else, and what was proposed waits for people.
 */
export async function openItems(tx: Transaction): Promise<WaitingBankItem[]> {
  // held in the order in which dismissing holds them: who dismisses one at this instant comes before or after, never in between
  const held = await tx.$queryRaw<{ id: string }[]>`
    select id::text from statement_item
      where state = 'open' and reason <> 'other-payee' and (end_to_end_id <> '' or batch_mark <> '')
      order by id for update`;
  const rows = await tx.statementItem.findMany({
    where: { id: { in: held.map(({ id }) => id) }, matches: { none: { state: 'proposed' } } },
    orderBy: [{ bookedOn: 'asc' }, { id: 'asc' }],
    select,
  });
  return rows.map(({ statement, bookedOn, amountCents, direction, reason, _count, ...row }) => ({
    ...row,
    wasProposed: _count.matches > 0,
    iban: statement.iban,
    payeeMark: '',
    bookedOn: fromDateColumn(bookedOn),
    amount: cents(amountCents),
    direction: direction as Direction,
    reason: reason as WaitingReason,
  }));
}

/** A row of `statement_item`. */
export type ItemRow = {
  id: string;
  bankStatementId: string;
  position: number;
  bookingKey: string | null;
  bookedOn: CalendarDate;
  direction: Direction;
  amount: Cents;
  endToEndId: string;
  batchMark: string;
  batchCount: number | null;
  returnReason: string;
  reversal: boolean;
  state: string;
  reason: string;
  counterparty: string;
  counterAccount: string;
  text: string;
  lineId: string | null;
  batchId: string | null;
  matchedAt: Instant | null;
};

/** Writes items in one go: row by row, ten thousand of them take many times as long. */
export async function insertItems(tx: Transaction, rows: readonly ItemRow[]): Promise<void> {
  await tx.$executeRaw`
    insert into statement_item (id, bank_statement_id, position, booking_key, booked_on, direction, amount_cents, end_to_end_id,
        batch_mark, batch_count, return_reason, reversal, state, reason, counterparty, counter_account, text, line_id, batch_id,
        matched_at)
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as item (
        "id" uuid, "bankStatementId" uuid, "position" int, "bookingKey" text, "bookedOn" date, "direction" text, "amount" bigint,
        "endToEndId" text, "batchMark" text, "batchCount" int, "returnReason" text, "reversal" boolean, "state" text,
        "reason" text, "counterparty" text, "counterAccount" text, "text" text, "lineId" uuid, "batchId" uuid,
        "matchedAt" timestamptz)`;
}
