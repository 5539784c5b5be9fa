import type { Database } from '#app/platform/database.server.ts';
import { accountStanding, type AccountOwner, type AccountStanding } from '../account.ts';

/** How far a volunteer or organisation is with Stripe. */
export type StripeAccountView = {
  standing: AccountStanding;
  /** As Stripe names it, to ask how it is now; null: not there yet. */
  accountId: string | null;
};

export async function stripeAccountOf(database: Database, owner: AccountOwner): Promise<StripeAccountView> {
  const row = await database.stripeAccount.findFirst({ where: { ...owner, endedAt: null } });
  return { standing: accountStanding(row), accountId: row?.accountId ?? null };
}
