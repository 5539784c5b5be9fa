import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import {
  judgeBatch,
  judgeLine,
  markOfItem,
  type BankItem,
  type LineFact,
  type WaitingReason,
} from '../statement-item.ts';
import { factsOf } from './booking-facts.server.ts';
import { settleLines, type SettledLine } from './settle-lines.server.ts';

/** What came back, for a second treasurer to confirm. */
export type Return = { itemId: string; lineId: string | null; batchId: string | null };

/** What became of an item. */
export type Verdict = { lineId: string } | { batchId: string } | { reason: WaitingReason };

/**
 * Finds out of which lines and batches items of the bank are, and settles those that were paid, within the caller's transaction.
 * What came back is not returned here: who brings a statement says so alone, and what came back can be paid again.
 * What left the account is heard before what came back, in whatever order the bank tells it.
 * @param items may be tens of thousands
 * @param occasion one word for this hearing, so that the entries of it are written once
 * @returns for each item what became of it, and what a second treasurer has to confirm
 */
export async function matchItems(
  tx: Transaction,
  items: readonly BankItem[],
  { occasion, at }: { occasion: string; at: Instant },
): Promise<{ verdicts: Map<string, Verdict>; returns: Return[] }> {
  const facts = await factsOf(tx, items);
  const today = dayInAmsterdam(at);
  const verdicts = new Map<string, Verdict>();
  const returns: Return[] = [];
  const settled: (SettledLine & { batchId: string })[] = [];
  const settle = (item: BankItem, line: LineFact) => {
    line.state = 'settled';
    const { id: lineId, batchId } = line;
    settled.push({ lineId, batchId, settledOn: item.bookedOn, settledBy: markOfItem(item.id) });
  };
  for (const item of inOrder(items)) {
    const subject = subjectOf(item, facts);
    const judged = subject.judge(today);
    if (judged === 'settles') {
      for (const line of subject.lines('open')) settle(item, line);
      verdicts.set(item.id, subject.verdict);
    } else if (judged === 'returns') {
      for (const line of subject.lines('settled')) line.state = 'returned';
      returns.push({ itemId: item.id, lineId: null, batchId: null, ...subject.verdict });
      verdicts.set(item.id, { reason: 'batchId' in subject.verdict ? 'batch-returned' : 'returned' });
    } else verdicts.set(item.id, { reason: judged });
  }
  for (const [batchId, lines] of byBatch(settled)) {
    const done = await settleLines(tx, { batchId, lines, occasion, at });
    // the batches are locked, so that what was judged still holds; a line that stays behind would be a fault of ours
    if (done.length !== lines.length) throw new Error('a line did not take the step that its booking says');
  }
  return { verdicts, returns };
}

type Subject = {
  judge: (today: ReturnType<typeof dayInAmsterdam>) => ReturnType<typeof judgeLine>;
  lines: (state: 'open' | 'settled') => LineFact[];
  verdict: { lineId: string } | { batchId: string };
};

/** A whole batch where the booking names one and no line, else the line that it names. */
function subjectOf(item: BankItem, facts: Awaited<ReturnType<typeof factsOf>>): Subject {
  if (item.batchMark !== '' && item.endToEndId === '') {
    const batch = facts.batchOf(item.batchMark);
    const amounts = (state: 'open' | 'settled') => batch?.linesIn(state).map(({ amount }) => amount) ?? [];
    const fact = batch && { ...batch, open: amounts('open'), settled: amounts('settled') };
    return {
      judge: (today) => judgeBatch(item, fact, today),
      lines: (state) => batch?.linesIn(state) ?? [],
      verdict: { batchId: batch?.id ?? '' },
    };
  }
  const line = facts.lines.get(item.endToEndId);
  return {
    judge: (today) => judgeLine(item, line, today),
    lines: () => (line === undefined ? [] : [line]),
    verdict: { lineId: line?.id ?? '' },
  };
}

/** Batches in the order in which they are locked. */
function byBatch<Line extends { batchId: string }>(lines: readonly Line[]): [string, Line[]][] {
  return [...Map.groupBy(lines, ({ batchId }) => batchId)].sort(([one], [other]) => (one < other ? -1 : 1));
}

function inOrder(items: readonly BankItem[]): BankItem[] {
  const debits = items.filter(({ direction }) => direction === 'debit');
  return [...debits, ...items.filter(({ direction }) => direction === 'credit')];
}
