import type { Database } from '#app/platform/database.server.ts';
import { StripeTrouble, type StripeGate } from '#app/platform/stripe.server.ts';
import type { AccountOwner } from '../account.ts';
import { stripeAccountOf, type StripeAccountView } from '../queries/own-account.query.server.ts';
import { refreshAccount } from './refresh-account.server.ts';

/**
 * How far somebody is with Stripe. Who just came back from there is not ready by what we know, so Stripe is asked; without an
 * answer what we knew is told.
 */
export async function lookAtAccount(
  owner: AccountOwner,
  { database, stripe, cameBack }: { database: Database; stripe: StripeGate | null; cameBack: boolean },
): Promise<StripeAccountView> {
  const view = await stripeAccountOf(database, owner);
  if (!cameBack || stripe === null || view.accountId === null) return view;
  try {
    await refreshAccount(view.accountId, stripe, { database });
  } catch (error) {
    if (!(error instanceof StripeTrouble)) throw error;
  }
  return stripeAccountOf(database, owner);
}
