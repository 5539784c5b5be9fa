import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import { askStripe, type StripeGate } from '#app/platform/stripe.server.ts';
import { receiveEvent } from './receive-event.server.ts';

/** Stripe keeps its messages for thirty days. */
const mostDays = 30;

/**
 * Asks Stripe for its messages since a moment and takes in those that never arrived here.
 * @param accountIds connected accounts, whose messages Stripe lists apart
 * @returns how many were new
 * @throws StripeTrouble when Stripe does not answer
 */
export async function catchUp(
  stripe: StripeGate,
  {
    database,
    now,
    since,
    accountIds = [],
  }: { database: Database; now: Instant; since: Instant; accountIds?: string[] },
): Promise<number> {
  const oldest = Math.max(since.getTime(), now.getTime() - mostDays * 86_400_000);
  let fresh = 0;
  for (const stripeAccount of [undefined, ...accountIds]) {
    const options = stripeAccount === undefined ? {} : { stripeAccount };
    const events = stripe.api.events.list({ created: { gte: Math.floor(oldest / 1000) }, limit: 100 }, options);
    await askStripe(async () => {
      for await (const event of events) {
        const of = stripeAccount === undefined ? event : { ...event, account: stripeAccount };
        if ((await receiveEvent(of, { database, now, isLive: stripe.isLive })) === 'new') fresh += 1;
      }
    });
  }
  return fresh;
}
