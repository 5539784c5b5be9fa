import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { longestReason, type RefundState } from '../gift.ts';
import { sendGiftRefund } from '../jobs.server.ts';
import { mayAnswerRefund, type RoleRefusal } from '../policy.ts';
import { purposeById } from '../purpose.store.server.ts';

export type AnswerRefund = { refundId: string; answer: 'approve' | 'refuse' | 'withdraw'; reason: string };

export type AnswerRefundRefusal =
  | RoleRefusal
  | 'refund-unknown'
  | 'same-person'
  | 'not-yours'
  | 'reason-missing'
  | 'disputed-meanwhile'
  | 'already-approved'
  | 'already-refused'
  | 'already-withdrawn';

/**
 * Answers a proposed refund as a second person; who proposed it can withdraw it. Once approved a job has Stripe carry it out.
 * @returns the new state
 */
export async function answerRefund(
  { refundId, answer, reason }: AnswerRefund,
  context: Context<Actor>,
): Promise<Outcome<RefundState, AnswerRefundRefusal>> {
  const { actor, now } = context;
  if (actor.person === null) return refused('sign-in-needed');
  if (!isId(refundId)) return refused('refund-unknown');
  const why = reason.trim();
  if (answer !== 'approve' && (why === '' || why.length > longestReason)) return refused('reason-missing');
  const personId = actor.person.id;
  return inTransaction<RefundState, AnswerRefundRefusal, AnswerRefundRefusal>(
    context,
    async (tx) => {
      await tx.$queryRaw`select 1 from gift_refund where id = ${refundId}::uuid for update`;
      const refund = await tx.giftRefund.findUnique({ where: { id: refundId }, include: { gift: true } });
      const purpose = refund === null ? null : await purposeById(tx, refund.gift.purposeId);
      if (refund === null || purpose === null) return refused('refund-unknown');
      if (answer === 'withdraw') {
        if (refund.proposerId !== personId) return refused('not-yours');
      } else {
        const allowed = mayAnswerRefund(actor, { bodyId: purpose.bodyId, proposerId: refund.proposerId });
        if (!allowed.ok) return allowed;
      }
      if (refund.state !== 'proposed') {
        const done = endedBy(refund.state as Exclude<RefundState, 'proposed'>);
        return done === answer && refund.answererId === personId
          ? accepted(refund.state as RefundState)
          : refused(
              done === 'approve' ? 'already-approved' : done === 'refuse' ? 'already-refused' : 'already-withdrawn',
            );
      }
      if (answer === 'approve' && (refund.gift.dispute === 'open' || refund.gift.dispute === 'lost'))
        return refused('disputed-meanwhile');
      const state = answer === 'approve' ? 'approved' : answer === 'refuse' ? 'refused' : 'withdrawn';
      await tx.giftRefund.update({
        where: { id: refundId },
        data: { state, answererId: answer === 'withdraw' ? null : personId, answeredAt: now, answer: why },
      });
      if (answer === 'approve') await enqueue(tx, sendGiftRefund, { refundId }, `send-gift-refund:${refundId}`);
      return accepted(state);
    },
    { refusals: { gift_refund_two_persons: 'same-person' } },
  );
}

function endedBy(state: Exclude<RefundState, 'proposed'>): AnswerRefund['answer'] {
  if (state === 'refused') return 'refuse';
  return state === 'withdrawn' ? 'withdraw' : 'approve';
}
