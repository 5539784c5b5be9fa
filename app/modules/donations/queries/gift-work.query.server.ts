import { isId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import type { DonorKind } from '#app/modules/donutfonds/call.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { refundable, type DisputeState, type GiftState, type RefundState } from '../gift.ts';
import { mayAnswerRefund, mayProposeRefund, mayReadGiftsOf } from '../policy.ts';
import { officeId } from '../purpose.store.server.ts';
import type { GiftWork } from '../views.ts';
import { giftLine, giftSelect } from './gift-line.server.ts';

const waitingStates: readonly string[] = ['proposed', 'approved'];

/** A gift with everything that is known of it. @returns null when there is none, or not for this actor */
export async function giftWork(database: Database, actor: Actor, id: string): Promise<GiftWork | null> {
  const row = isId(id)
    ? await database.gift.findUnique({
        where: { id },
        select: {
          ...giftSelect,
          kind: true,
          showAmount: true,
          paidAt: true,
          feeCents: true,
          disputedCents: true,
          intentId: true,
          refunds: {
            orderBy: { proposedAt: 'asc' },
            include: { proposer: { select: { name: true } }, answerer: { select: { name: true } } },
          },
        },
      })
    : null;
  if (row === null) return null;
  const bodyId = row.purpose.body?.id ?? (await officeId(database));
  if (!mayReadGiftsOf(actor, bodyId).ok) return null;
  const sumOfRefunds = (...states: readonly string[]) =>
    row.refunds.filter(({ state }) => states.includes(state)).reduce((sum, { amountCents }) => sum + amountCents, 0);
  const refunded = cents(row.refundedCents);
  const money = {
    amount: cents(row.amountCents),
    state: row.state as GiftState,
    refunded,
    dispute: row.dispute as DisputeState,
  };
  return {
    ...giftLine({ ...row, refunds: row.refunds.filter(({ state }) => state === 'proposed') }),
    kind: row.kind as DonorKind,
    showAmount: row.showAmount,
    paidAt: row.paidAt,
    fee: cents(row.feeCents),
    refunded,
    refundedElsewhere: cents(Math.max(0, row.refundedCents - sumOfRefunds('done', 'approved'))),
    dispute: money.dispute,
    lost: cents(row.disputedCents),
    refundable: refundable({ ...money, waiting: cents(sumOfRefunds(...waitingStates)) }),
    intentId: row.intentId,
    refunds: row.refunds.map((refund) => ({
      id: refund.id,
      amount: cents(refund.amountCents),
      reason: refund.reason,
      state: refund.state as RefundState,
      answer: refund.answer,
      proposer: refund.proposer.name,
      proposedAt: refund.proposedAt,
      answerer: refund.answerer?.name ?? null,
      answeredAt: refund.answeredAt,
      isOwn: refund.proposerId === actor.person?.id,
      mayAnswer: mayAnswerRefund(actor, { bodyId, proposerId: refund.proposerId }).ok,
    })),
    mayPropose: mayProposeRefund(actor, bodyId).ok,
  };
}
