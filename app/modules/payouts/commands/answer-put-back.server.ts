import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { mayPay } from '../policy.ts';
import { batchRefusals, type BatchRefusal } from '../refusals.ts';
import { openLineIds } from './approve-batch.server.ts';
import { lockBatch } from './lock-batch.server.ts';
import { putBackLines } from './return-lines.server.ts';

export type AnswerPutBack = { putBackId: string; confirm: boolean };

export type AnswerPutBackRefusal =
  Exclude<PolicyRefusal, 'not-found'> | BatchRefusal | 'put-back-unknown' | 'answered-already';

/** A second treasurer confirms that the bank did not pay, or says that it did; who proposed it can only take it back. */
export async function answerPutBack(
  { putBackId, confirm }: AnswerPutBack,
  context: Context<SignedIn>,
): Promise<Outcome<void, AnswerPutBackRefusal>> {
  const { actor, now } = context;
  if (!isId(putBackId)) return refused('put-back-unknown');
  return inTransaction<void, AnswerPutBackRefusal, BatchRefusal>(
    context,
    async (tx) => {
      const found = await tx.paymentPutBack.findUnique({ where: { id: putBackId }, select: { batchId: true } });
      const batch = found === null ? null : await lockBatch(tx, found.batchId);
      if (batch === null) return refused('put-back-unknown');
      const allowed = mayPay(actor, batch.bodyId);
      if (!allowed.ok) return allowed;
      // read again behind the lock
      const proposal = await tx.paymentPutBack.findUniqueOrThrow({ where: { id: putBackId } });
      const state = confirm ? 'confirmed' : 'refused';
      if (proposal.state !== 'proposed')
        return proposal.state === state && proposal.answeredById === actor.person.id
          ? accepted()
          : refused('answered-already');
      if (proposal.proposedById === actor.person.id) return refused('same-person');
      await tx.paymentPutBack.update({
        where: { id: putBackId },
        data: { state, answeredById: actor.person.id, answeredAt: now },
      });
      if (!confirm) return accepted();
      const lineIds = proposal.lineId === null ? await openLineIds(tx, batch.id) : [proposal.lineId];
      await putBackLines(tx, {
        batchId: batch.id,
        lines: lineIds.map((lineId) => ({ lineId, reason: proposal.reason, endedBy: '' })),
        occasion: putBackId,
        at: now,
      });
      return accepted();
    },
    { refusals: batchRefusals },
  );
}
