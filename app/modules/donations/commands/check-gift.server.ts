import type { Database } from '#app/platform/database.server.ts';
import { StripeTrouble, type StripeGate } from '#app/platform/stripe.server.ts';
import { bringUpToDate } from './bring-up-to-date.server.ts';

/** Milliseconds that who comes back from Stripe waits for an answer. */
const patience = 4000;

/**
 * Asks Stripe about a gift of which nothing was heard yet, for who just came back from there: its message may be slower than they
 * are, or lost. Without an answer in time the page says that it waits.
 */
export async function checkGift(
  giftId: string,
  stripe: StripeGate,
  { database, now }: { database: Database; now: Date },
): Promise<void> {
  const late = new Promise<void>((resolve) => {
    setTimeout(resolve, patience).unref();
  });
  const asked = bringUpToDate(giftId, stripe, { database, now }).catch((error: unknown) => {
    if (!(error instanceof StripeTrouble)) throw error;
  });
  await Promise.race([asked, late]);
}
