import type Stripe from 'stripe';
import type { Database } from '#app/platform/database.server.ts';
import { askStripe, callStripe, type StripeGate } from '#app/platform/stripe.server.ts';
import { bringUpToDate } from './bring-up-to-date.server.ts';

/** Hours after which a key may be forgotten by Stripe (it keeps them for 24): then what was done is looked up first. */
const hoursOfKeys = 20;

/**
 * Has Stripe give back what two persons agreed on. The id of the refund is the key, so that a process that was killed between
 * Stripe's doing and our writing gives back nothing twice.
 * @throws Error when Stripe does not answer: the same must be asked again
 */
export async function sendRefund(
  refundId: string,
  stripe: StripeGate,
  { database, now }: { database: Database; now: Date },
): Promise<void> {
  const refund = await database.giftRefund.findUnique({ where: { id: refundId }, include: { gift: true } });
  if (refund?.state !== 'approved') return;
  const { gift, amountCents: amount, answeredAt } = refund;
  const intentId = gift.intentId;
  if (intentId === null) throw new Error('a paid gift has its payment');
  const isOld = now.getTime() - (answeredAt?.getTime() ?? 0) > hoursOfKeys * 3_600_000;
  const before = isOld ? await askStripe(async () => findRefund(stripe.api, intentId, refundId)) : false;
  if (!before) {
    const made = await callStripe(async () =>
      stripe.api.refunds.create(
        { payment_intent: intentId, amount, metadata: { refund: refundId } },
        { idempotencyKey: `refund:${refundId}` },
      ),
    );
    if (!made.ok && made.reason === 'stripe-unreachable') throw new Error(`Stripe: ${String(made.detail?.code)}`);
    if (!made.ok)
      await database.giftRefund.updateMany({
        where: { id: refundId, state: 'approved' },
        data: { state: 'failed', answer: String(made.detail?.code) },
      });
  }
  await bringUpToDate(gift.id, stripe, { database, now });
}

async function findRefund(api: Stripe, intentId: string, refundId: string): Promise<boolean> {
  const { data } = await api.refunds.list({ payment_intent: intentId, limit: 100 });
  return data.some(({ metadata }) => metadata?.refund === refundId);
}
