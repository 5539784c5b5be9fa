import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { hearsTheBank } from '../policy.ts';
import { markOfItem } from '../statement-item.ts';
import { matchRefusals, type MatchRefusal } from '../statement-refusals.ts';
import { lockBatch } from './lock-batch.server.ts';
import { returnLines } from './return-lines.server.ts';
import { settleLines } from './settle-lines.server.ts';

export type AnswerMatch = { matchId: string; confirm: boolean };

export type AnswerMatchRefusal = PolicyRefusal | MatchRefusal | 'match-unknown' | 'answered-already' | 'imported-it';

const about = {
  item: { include: { statement: { select: { importedById: true } } } },
  line: { select: { batchId: true } },
} as const;

/**
 * A second treasurer of the office confirms what a booking is: then its line or batch is settled or returned, or it leaves the
 * worklist. Or says that it is not; who proposed it can only take it back.
 */
export async function answerMatch(
  { matchId, confirm }: AnswerMatch,
  context: Context<SignedIn>,
): Promise<Outcome<void, AnswerMatchRefusal>> {
  const { actor, now } = context;
  if (!isId(matchId)) return refused('match-unknown');
  const allowed = hearsTheBank(actor);
  if (!allowed.ok) return allowed;
  return inTransaction<void, AnswerMatchRefusal, MatchRefusal>(
    context,
    async (tx) => {
      const found = await tx.statementMatch.findUnique({ where: { id: matchId }, include: about });
      if (found === null) return refused('match-unknown');
      const batchId = found.batchId ?? found.line?.batchId ?? null;
      if (batchId !== null) await lockBatch(tx, batchId);
      await tx.$queryRaw`select 1 from statement_item where id = ${found.itemId}::uuid for update`;
      // read again behind the locks
      const match = await tx.statementMatch.findUniqueOrThrow({ where: { id: matchId }, include: about });
      const state = confirm ? 'confirmed' : 'refused';
      if (match.state !== 'proposed') {
        const isAgain = match.state === state && match.answeredById === actor.person.id;
        return isAgain ? accepted() : refused('answered-already');
      }
      const { item } = match;
      const isReturn = batchId !== null && item.direction === 'credit';
      if (confirm && match.proposedById === actor.person.id) return refused('same-person');
      if (confirm && isReturn && item.statement.importedById === actor.person.id) return refused('imported-it');
      await tx.statementMatch.update({
        where: { id: matchId },
        data: { state, answeredById: actor.person.id, answeredAt: now },
      });
      if (!confirm) return accepted();
      const forgotten = { counterparty: '', counterAccount: '', text: '' };
      if (batchId === null) {
        const said = { state: 'dismissed', dismissedById: actor.person.id, dismissedAt: now, note: match.note };
        await tx.statementItem.update({ where: { id: item.id }, data: { ...said, ...forgotten } });
        return accepted();
      }
      const lineIds = match.lineId === null ? await settledLineIds(tx, batchId) : [match.lineId];
      const done = await takeSteps(tx, { item, batchId, lineIds, occasion: matchId, at: now });
      if (done.length !== lineIds.length) return refused('match-impossible');
      const { lineId, batchId: whole } = match;
      await tx.statementItem.update({
        where: { id: item.id },
        data: { state: 'matched', matchedAt: now, lineId, batchId: whole, ...forgotten },
      });
      return accepted();
    },
    { refusals: matchRefusals },
  );
}

async function settledLineIds(tx: Transaction, batchId: string): Promise<string[]> {
  const lines = await tx.paymentLine.findMany({ where: { batchId, state: 'settled' }, select: { id: true } });
  return lines.map(({ id }) => id);
}

type Steps = {
  item: { id: string; direction: string; bookedOn: Date; returnReason: string };
  batchId: string;
  lineIds: readonly string[];
  occasion: string;
  at: Instant;
};

async function takeSteps(tx: Transaction, { item, lineIds, ...order }: Steps): Promise<string[]> {
  const mark = markOfItem(item.id);
  if (item.direction === 'debit') {
    const settledOn = fromDateColumn(item.bookedOn);
    return settleLines(tx, { ...order, lines: lineIds.map((lineId) => ({ lineId, settledOn, settledBy: mark })) });
  }
  const reason = item.returnReason === '' ? 'unstated' : item.returnReason;
  return returnLines(tx, { ...order, lines: lineIds.map((lineId) => ({ lineId, reason, endedBy: mark })) });
}
