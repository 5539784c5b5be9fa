import type Stripe from 'stripe';
import { isId } from '#app/kernel/ids.ts';
import { addCents, cents, noMoney } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import { askStripe, type StripeGate } from '#app/platform/stripe.server.ts';
import type { DisputeState, GiftFacts } from '../gift.ts';

/** What Stripe says of a gift now. */
type AtStripe = GiftFacts & {
  sessionId: string;
  intentId: string | null;
  paidAt: Date | null;
  /** Refunds of ours, by our id. */
  refunds: { id: string; stripeRefundId: string; state: 'approved' | 'done' | 'failed' }[];
};

const nothingPaid = {
  fee: noMoney,
  refunded: noMoney,
  dispute: 'none',
  disputed: noMoney,
  paidAt: null,
  refunds: [],
} as const;

/** Hours after which who never reached Stripe will not come any more. */
const patienceHours = 25;

/**
 * Asks Stripe how a gift stands, and writes that down. It does not matter how often or in which order this is done: what Stripe
 * says now counts, and who asked before somebody else wrote asks again.
 * @param sessionId the page of Stripe, where that is known from a message and was not written down yet
 * @throws StripeTrouble when Stripe does not answer
 */
export async function bringUpToDate(
  giftId: string,
  stripe: StripeGate,
  { database, now, sessionId = null }: { database: Database; now: Date; sessionId?: string | null },
): Promise<void> {
  for (;;) {
    const gift = isId(giftId) ? await database.gift.findUnique({ where: { id: giftId } }) : null;
    if (gift === null) return;
    const session = gift.sessionId ?? sessionId;
    if (session === null) {
      const isLate = now.getTime() - gift.begunAt.getTime() > patienceHours * 3_600_000;
      if (isLate && gift.state === 'begun')
        await database.gift.updateMany({
          where: { id: giftId, revision: gift.revision, sessionId: null },
          data: { state: 'abandoned', name: '', revision: { increment: 1 } },
        });
      return;
    }
    const at = await askStripe(async () => stateAtStripe(stripe.api, session));
    if (await written(database, gift, at)) return;
  }
}

/** @returns false when somebody wrote since `gift` was read, so that what Stripe said may be older than what stands there */
async function written(
  database: Database,
  gift: { id: string; revision: number; state: string },
  at: AtStripe,
): Promise<boolean> {
  return database.$transaction(async (tx) => {
    const { count } = await tx.gift.updateMany({
      where: { id: gift.id, revision: gift.revision },
      data: {
        state: at.state,
        ...(at.state === 'abandoned' ? { name: '' } : {}),
        feeCents: at.fee,
        refundedCents: at.refunded,
        dispute: at.dispute,
        disputedCents: at.disputed,
        sessionId: at.sessionId,
        intentId: at.intentId,
        paidAt: at.paidAt,
        revision: { increment: 1 },
      },
    });
    if (count === 0) return false;
    for (const { id, stripeRefundId, state } of at.refunds)
      if (isId(id))
        await tx.giftRefund.updateMany({
          where: { id, giftId: gift.id, state: { in: ['approved', 'done', 'failed'] } },
          data: { stripeRefundId, ...(state === 'approved' ? {} : { state }) },
        });
    return true;
  });
}

async function stateAtStripe(api: Stripe, sessionId: string): Promise<AtStripe> {
  const session = await api.checkout.sessions.retrieve(sessionId);
  const intentId = idOf(session.payment_intent);
  const unpaid = { ...nothingPaid, sessionId, intentId, refunds: [] };
  if (intentId === null) return { ...unpaid, state: session.status === 'expired' ? 'abandoned' : 'begun' };
  const intent = await api.paymentIntents.retrieve(intentId, { expand: ['latest_charge.balance_transaction'] });
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
  if (charge?.status !== 'succeeded') {
    if (intent.status === 'processing') return { ...unpaid, state: 'processing' };
    // a page that is still open can be tried again
    return { ...unpaid, state: session.status === 'open' ? 'begun' : 'abandoned' };
  }
  const [disputes, refunds] = await Promise.all([
    api.disputes.list({ payment_intent: intentId, limit: 100 }),
    api.refunds.list({ payment_intent: intentId, limit: 100 }),
  ]);
  const booked = charge.balance_transaction;
  const dispute = disputeOf(disputes.data);
  return {
    state: 'paid',
    sessionId,
    intentId,
    paidAt: new Date(charge.created * 1000),
    fee: addCents(cents(typeof booked === 'object' && booked !== null ? booked.fee : 0), ...disputeFees(disputes.data)),
    refunded: cents(charge.amount_refunded),
    dispute,
    disputed:
      dispute === 'lost' ? cents(Math.min(charge.amount - charge.amount_refunded, lostIn(disputes.data))) : noMoney,
    refunds: refunds.data.flatMap(({ id, status, metadata }) => {
      const own = metadata?.refund;
      if (own === undefined) return [];
      const state =
        status === 'succeeded' ? 'done' : status === 'failed' || status === 'canceled' ? 'failed' : 'approved';
      return [{ id: own, stripeRefundId: id, state } as const];
    }),
  };
}

/** One that is open counts first, then one that was lost. A warning is no dispute: no money went. */
function disputeOf(disputes: readonly Stripe.Dispute[]): DisputeState {
  const states = new Set(disputes.map(({ status }) => status));
  if (['needs_response', 'under_review'].some((state) => states.has(state))) return 'open';
  if (states.has('lost')) return 'lost';
  return states.has('won') ? 'won' : 'none';
}

function lostIn(disputes: readonly Stripe.Dispute[]): number {
  return disputes.filter(({ status }) => status === 'lost').reduce((sum, { amount }) => sum + amount, 0);
}

/** What Stripe keeps for a dispute; it gives that back when it was won. */
function disputeFees(disputes: readonly Stripe.Dispute[]) {
  const fees = disputes.flatMap(({ balance_transactions: booked }) => booked.map(({ fee }) => fee));
  return [
    cents(
      Math.max(
        0,
        fees.reduce((sum, fee) => sum + fee, 0),
      ),
    ),
  ];
}

function idOf(thing: string | { id: string } | null): string | null {
  return typeof thing === 'string' ? thing : (thing?.id ?? null);
}
