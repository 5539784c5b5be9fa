import type { Instant } from '#app/kernel/instant.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { fileIdOf, type BatchState, type LineState, type Rail } from '../batch.ts';
import { batchNumberOf, paymentInformationIdOf } from '../payment-file.ts';
import {
  judgeBatch,
  judgeLine,
  markOfItem,
  type BankItem,
  type LineFact,
  type WaitingReason,
} from '../statement-item.ts';
import { lockBatch } from './lock-batch.server.ts';
import { returnLines, type EndedLine } from './return-lines.server.ts';
import { settleLines, type SettledLine } from './settle-lines.server.ts';

/** What became of an item. */
export type Verdict = { lineId: string } | { batchId: string } | { reason: WaitingReason };

/**
 * Finds out of which lines and batches items of the bank are, and settles or returns those, within the caller's transaction.
 * What left the account is heard before what came back, in whatever order the bank tells it.
 * @param items may be tens of thousands
 * @param occasion one word for this hearing, so that the entries of it are written once
 * @returns for each item what became of it
 */
export async function matchItems(
  tx: Transaction,
  items: readonly BankItem[],
  { occasion, at }: { occasion: string; at: Instant },
): Promise<Map<string, Verdict>> {
  const facts = await factsFor(tx, items);
  const verdicts = new Map<string, Verdict>();
  const settled: (SettledLine & { batchId: string })[] = [];
  const returned: (EndedLine & { batchId: string })[] = [];
  const settle = (item: BankItem, line: LineFact) => {
    line.state = 'settled';
    const { id: lineId, batchId } = line;
    settled.push({ lineId, batchId, settledOn: item.bookedOn, settledBy: markOfItem(item.id) });
  };
  for (const item of inOrder(items)) {
    if (item.batchMark !== '' && item.endToEndId === '' && item.direction === 'debit') {
      const batch = facts.batchOf(item.batchMark);
      const judged = judgeBatch(item, batch && { ...batch, open: batch.openLines().map(({ amount }) => amount) });
      if (judged !== 'settles' || batch === undefined) {
        verdicts.set(item.id, { reason: judged === 'settles' ? 'id-unknown' : judged });
        continue;
      }
      for (const line of batch.openLines()) settle(item, line);
      verdicts.set(item.id, { batchId: batch.id });
      continue;
    }
    const line = facts.lines.get(item.endToEndId);
    const judged = judgeLine(item, line);
    if (line === undefined || (judged !== 'settles' && judged !== 'returns')) {
      verdicts.set(item.id, { reason: judged === 'settles' || judged === 'returns' ? 'id-unknown' : judged });
      continue;
    }
    verdicts.set(item.id, { lineId: line.id });
    if (judged === 'settles') settle(item, line);
    else {
      line.state = 'returned';
      const reason = item.returnReason === '' ? 'reversal' : item.returnReason;
      returned.push({ lineId: line.id, batchId: line.batchId, reason, endedBy: markOfItem(item.id) });
    }
  }
  for (const [batchId, lines] of byBatch(settled))
    expectAll(await settleLines(tx, { batchId, lines, occasion, at }), lines);
  for (const [batchId, lines] of byBatch(returned))
    expectAll(await returnLines(tx, { batchId, lines, occasion, at }), lines);
  return verdicts;
}

/** The batches are locked, so that what was judged still holds; a line that stays behind would be a fault of ours. */
function expectAll(done: readonly string[], asked: readonly unknown[]): void {
  if (done.length !== asked.length) throw new Error('a line did not take the step that its booking says');
}

/** Batches in the order in which they are locked. */
function byBatch<Line extends { batchId: string }>(lines: readonly Line[]): [string, Line[]][] {
  return [...Map.groupBy(lines, ({ batchId }) => batchId)].sort(([one], [other]) => (one < other ? -1 : 1));
}

function inOrder(items: readonly BankItem[]): BankItem[] {
  const debits = items.filter(({ direction }) => direction === 'debit');
  return [...debits, ...items.filter(({ direction }) => direction === 'credit')];
}

type BatchRow = { id: string; number: string; state: string; rail: string; payerAccount: { iban: string } | null };

type KnownBatch = { id: string; state: BatchState; rail: Rail; iban: string | null; openLines: () => LineFact[] };

type Facts = { lines: ReadonlyMap<string, LineFact>; batchOf: (mark: string) => KnownBatch | undefined };

async function factsFor(tx: Transaction, items: readonly BankItem[]): Promise<Facts> {
  const ids = unique(items.map(({ endToEndId }) => endToEndId));
  const marks = unique(items.map(({ batchMark }) => batchMark));
  const numbers = unique(marks.map((mark) => batchNumberOf(mark) ?? ''));
  const touched = await tx.$queryRaw<{ id: string }[]>`
    select batch_id::text as id from payment_line where end_to_end_id = any (${ids}::text[])
    union select id::text from payment_batch where number = any (${numbers}::text[]) order by id`;
  for (const { id } of touched) await lockBatch(tx, id);
  const batches = await tx.paymentBatch.findMany({
    where: { id: { in: touched.map(({ id }) => id) } },
    select: { id: true, number: true, state: true, rail: true, payerAccount: { select: { iban: true } } },
  });
  const known = new Map(batches.map((batch) => [batch.id, batch]));
  const whole = batches.filter(({ number }) => numbers.includes(number));
  const rows = await tx.$queryRaw<LineRow[]>`
    select l.id::text, l.batch_id::text, l.end_to_end_id, l.amount_cents, l.state, coalesce(a.iban_mark, '') as payee_mark
      from payment_line l left join bank_account a on a.id = l.bank_account_id
      where l.end_to_end_id = any (${ids}::text[])
        or (l.batch_id = any (${whole.map(({ id }) => id)}::uuid[]) and l.state = 'open')
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
      const openLines = () => (ofBatch.get(batch.id) ?? []).filter(({ state }) => state === 'open');
      return { id: batch.id, ...stateOf(batch), openLines };
    },
  };
}

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

function stateOf({ state, rail, payerAccount }: BatchRow): { state: BatchState; rail: Rail; iban: string | null } {
  return { state: state as BatchState, rail: rail as Rail, iban: payerAccount?.iban ?? null };
}

/** Banks name a batch by the id that we gave it, or by that of its file. */
function marksOf(batch: BatchRow): string[] {
  const messageId = fileIdOf(batch);
  return [messageId, paymentInformationIdOf(messageId)];
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}
