import type { Database } from '#app/platform/database.server.ts';
import { askStripe, type StripeGate } from '#app/platform/stripe.server.ts';

/** Names of what Stripe asks for, as many as anybody reads. */
const most = 40;

/**
 * Asks Stripe how far an account is, and writes that down; any order and any number of times.
 * @param accountId as Stripe names it; nothing happens when it is not of ours
 * @throws StripeTrouble when Stripe does not answer
 */
export async function refreshAccount(
  accountId: string,
  stripe: StripeGate,
  { database }: { database: Database },
): Promise<void> {
  for (;;) {
    const row = await database.stripeAccount.findUnique({ where: { accountId }, select: { id: true, revision: true } });
    if (row === null) return;
    const account = await askStripe(async () => stripe.api.accounts.retrieve(accountId));
    const { requirements } = account;
    const needed = [...new Set([...(requirements?.past_due ?? []), ...(requirements?.currently_due ?? [])])];
    const { count } = await database.stripeAccount.updateMany({
      where: { id: row.id, revision: row.revision },
      data: {
        isReady: account.payouts_enabled && account.capabilities?.transfers === 'active',
        detailsSubmitted: account.details_submitted,
        stillNeeded: needed.slice(0, most),
        disabledReason: requirements?.disabled_reason ?? '',
        revision: { increment: 1 },
      },
    });
    // somebody wrote since: what Stripe said may be older than what stands there
    if (count === 1) return;
  }
}
