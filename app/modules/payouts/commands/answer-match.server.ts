import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { mayPay } from '../policy.ts';
import { markOfItem } from '../statement-item.ts';
import { matchRefusals, type MatchRefusal } from '../statement-refusals.ts';
import { lockBatch } from './lock-batch.server.ts';
import { returnLines } from './return-lines.server.ts';
import { settleLines } from './settle-lines.server.ts';

export type AnswerMatch = { matchId: string; confirm: boolean };

export type AnswerMatchRefusal =
  Exclude<PolicyRefusal, 'not-found'> | MatchRefusal | 'match-unknown' | 'answered-already';

/**
 * A second treasurer confirms of which line a booking is: then the line is settled or returned, as if the bank had given its id.
 * Or says that it is not; who proposed it can only take it back.
 */
export async function answerMatch(
  { matchId, confirm }: AnswerMatch,
  context: Context<SignedIn>,
): Promise<Outcome<void, AnswerMatchRefusal>> {
  const { actor, now } = context;
  if (!isId(matchId)) return refused('match-unknown');
  return inTransaction<void, AnswerMatchRefusal, MatchRefusal>(
    context,
    async (tx) => {
      const found = await tx.statementMatch.findUnique({ where: { id: matchId }, select: { line: true } });
      const batch = found === null ? null : await lockBatch(tx, found.line.batchId);
      if (batch === null) return refused('match-unknown');
      const allowed = mayPay(actor, batch.bodyId);
      if (!allowed.ok) return allowed;
      // read again behind the lock
      const match = await tx.statementMatch.findUniqueOrThrow({ where: { id: matchId }, include: { item: true } });
      const state = confirm ? 'confirmed' : 'refused';
      if (match.state !== 'proposed') {
        const isAgain = match.state === state && match.answeredById === actor.person.id;
        return isAgain ? accepted() : refused('answered-already');
      }
      if (confirm && match.proposedById === actor.person.id) return refused('same-person');
      await tx.statementMatch.update({
        where: { id: matchId },
        data: { state, answeredById: actor.person.id, answeredAt: now },
      });
      if (!confirm) return accepted();
      const { item, lineId } = match;
      const mark = markOfItem(item.id);
      const order = { batchId: batch.id, occasion: matchId, at: now };
      const done =
        item.direction === 'debit'
          ? await settleLines(tx, {
              ...order,
              lines: [{ lineId, settledOn: fromDateColumn(item.bookedOn), settledBy: mark }],
            })
          : await returnLines(tx, {
              ...order,
              lines: [{ lineId, reason: item.returnReason === '' ? 'unstated' : item.returnReason, endedBy: mark }],
            });
      if (done.length !== 1) return refused('match-impossible');
      await tx.statementItem.update({
        where: { id: item.id },
        data: { state: 'matched', matchedAt: now, lineId, counterparty: '', counterAccount: '', text: '' },
      });
      return accepted();
    },
    { refusals: matchRefusals },
  );
}
