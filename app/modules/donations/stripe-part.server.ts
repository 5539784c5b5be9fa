import type Stripe from 'stripe';
import type { StripePart } from '#app/modules/stripe/handle-events.server.ts';
import { askStripe, isMissingAtStripe } from '#app/platform/stripe.server.ts';
import { bringUpToDate } from './commands/bring-up-to-date.server.ts';

/** Messages about gifts. What they say is not looked at: each makes us ask how the gift stands. */
export const giftEvents: StripePart = {
  types: [
    'checkout.session.completed',
    'checkout.session.async_payment_succeeded',
    'checkout.session.async_payment_failed',
    'checkout.session.expired',
    'payment_intent.succeeded',
    'payment_intent.payment_failed',
    'charge.refunded',
    'refund.created',
    'refund.updated',
    'refund.failed',
    'charge.dispute.created',
    'charge.dispute.updated',
    'charge.dispute.closed',
    'charge.dispute.funds_withdrawn',
    'charge.dispute.funds_reinstated',
  ],
  handle: async ({ type, objectId, accountId }, stripe, { database, now }) => {
    // gifts are paid to the programme itself
    if (accountId !== null) return;
    try {
      const about = await askStripe(async () => giftOf(stripe.api, type, objectId));
      if (about !== null) await bringUpToDate(about.giftId, stripe, { database, now, sessionId: about.sessionId });
    } catch (error) {
      // not there any more: nothing to learn from it
      if (!isMissingAtStripe(error)) throw error;
    }
  },
};

type About = { giftId: string; sessionId: string | null };

/** Which gift something at Stripe belongs to; null: it is not of ours, as when the account has other uses. */
async function giftOf(api: Stripe, type: string, objectId: string): Promise<About | null> {
  if (type.startsWith('checkout.session.')) {
    const { metadata } = await api.checkout.sessions.retrieve(objectId);
    return metadata?.gift === undefined ? null : { giftId: metadata.gift, sessionId: objectId };
  }
  const intent = await intentOf(api, type, objectId);
  const giftId = intent?.metadata.gift;
  return giftId === undefined ? null : { giftId, sessionId: null };
}

async function intentOf(api: Stripe, type: string, objectId: string): Promise<Stripe.PaymentIntent | null> {
  if (type.startsWith('payment_intent.')) return api.paymentIntents.retrieve(objectId);
  const holder = type.startsWith('charge.dispute.')
    ? await api.disputes.retrieve(objectId)
    : type.startsWith('refund.')
      ? await api.refunds.retrieve(objectId)
      : await api.charges.retrieve(objectId);
  const { payment_intent: intent } = holder;
  return typeof intent === 'string' ? api.paymentIntents.retrieve(intent) : intent;
}
