import { dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { fileIdOf, type BatchState, type LineState, type Rail } from '../batch.ts';
import { batchNumberOf, paymentInformationIdOf } from '../payment-file.ts';
import type { BankItem, LineFact } from '../statement-item.ts';
import { lockBatch } from './lock-batch.server.ts';

type KnownBatch = {
  id: string;
  state: BatchState;
  rail: Rail;
  iban: string | null;
  sentOn: CalendarDate | null;
  linesIn: (state: LineState) => LineFact[];
};

/** What is known of the lines and batches that bookings name. */
export type Facts = { lines: ReadonlyMap<string, LineFact>; batchOf: (mark: string) => KnownBatch | undefined };

type Named = Pick<BankItem, 'endToEndId' | 'batchMark'>;

/**
 * Locks every batch that bookings name, in the order of their ids: a file with several statements would else lock them in the
 * order in which it tells of them, and two files could wait for each other.
 * @returns ids of those batches
 */
export async function lockBatchesOf(tx: Transaction, items: readonly Named[]): Promise<string[]> {
  const ids = unique(items.map(({ endToEndId }) => endToEndId));
  const numbers = numbersOf(items);
  const touched = await tx.$queryRaw<{ id: string }[]>`
    select batch_id::text as id from payment_line where end_to_end_id = any (${ids}::text[])
    union select id::text from payment_batch where number = any (${numbers}::text[]) order by id`;
  for (const { id } of touched) await lockBatch(tx, id);
  return touched.map(({ id }) => id);
}

/** Locks what the bookings name, and reads it. A line of which a return waits for a second treasurer counts as returned. */
export async function factsOf(tx: Transaction, items: readonly Named[]): Promise<Facts> {
  const batchIds = await lockBatchesOf(tx, items);
  const ids = unique(items.map(({ endToEndId }) => endToEndId));
  const batches = await tx.paymentBatch.findMany({
    where: { id: { in: batchIds } },
    select: { id: true, number: true, state: true, rail: true, sentAt: true, payerAccount: { select: { iban: true } } },
  });
  const known = new Map(batches.map((batch) => [batch.id, batch]));
  const numbers = numbersOf(items);
  const whole = batches.filter(({ number }) => numbers.includes(number));
  const rows = await tx.$queryRaw<LineRow[]>`
    select l.id::text, l.batch_id::text, l.end_to_end_id, l.amount_cents, coalesce(a.iban_mark, '') as payee_mark,
        case when l.state = 'settled' and line_coming_back(l) then 'returned' else l.state end as state
      from payment_line l left join bank_account a on a.id = l.bank_account_id
      where l.end_to_end_id = any (${ids}::text[])
        or (l.batch_id = any (${whole.map(({ id }) => id)}::uuid[]) and l.state in ('open', 'settled'))
      order by l.batch_id, l.position`;
  const lines = rows.flatMap((row) => lineOf(row, known.get(row.batch_id)) ?? []);
  const byId = new Map(rows.map(({ end_to_end_id: id }, index) => [id, lines[index]]));
  const ofBatch = Map.groupBy(lines, ({ batchId }) => batchId);
  const byMark = new Map(whole.flatMap((batch) => marksOf(batch).map((mark) => [mark, batch])));
  return {
    lines: new Map([...byId].flatMap(([id, line]) => (line === undefined ? [] : [[id, line]]))),
    batchOf: (mark) => {
      const batch = byMark.get(mark);
      if (batch === undefined) return undefined;
      const linesIn = (state: LineState) => (ofBatch.get(batch.id) ?? []).filter((line) => line.state === state);
      return { id: batch.id, ...stateOf(batch), linesIn };
    },
  };
}

type BatchRow = {
  id: string;
  number: string;
  state: string;
  rail: string;
  sentAt: Instant | null;
  payerAccount: { iban: string } | null;
};

type LineRow = {
  id: string;
  batch_id: string;
  end_to_end_id: string;
  amount_cents: number;
  state: string;
  payee_mark: string;
};

function lineOf(row: LineRow, batch: BatchRow | undefined): LineFact | null {
  if (batch === undefined) return null;
  const { state: batchState, ...of } = stateOf(batch);
  const amount: Cents = cents(row.amount_cents);
  const { id, batch_id: batchId, payee_mark: payeeMark } = row;
  return { id, batchId, amount, payeeMark, state: row.state as LineState, batchState, ...of };
}

function stateOf({ state, rail, payerAccount, sentAt }: BatchRow) {
  return {
    state: state as BatchState,
    rail: rail as Rail,
    iban: payerAccount?.iban ?? null,
    sentOn: sentAt === null ? null : dayInAmsterdam(sentAt),
  };
}

/** Banks name a batch by the id that we gave it, or by that of its file. */
function marksOf(batch: BatchRow): string[] {
  const messageId = fileIdOf(batch);
  return [messageId, paymentInformationIdOf(messageId)];
}

function numbersOf(items: readonly Named[]): string[] {
  return unique(items.map(({ batchMark }) => batchNumberOf(batchMark) ?? ''));
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}
