/** Whose account at Stripe: a volunteer, or an organisation. */
export type AccountOwner = { personId: string } | { organisationId: string };

/**
 * How far somebody is with Stripe. `none`: nothing begun · `begun`: something must still be told · `checking`: Stripe looks at
 * it · `ready`: can be paid · `stopped`: Stripe does not want it.
 */
export type AccountStanding = 'none' | 'begun' | 'checking' | 'ready' | 'stopped';

export type AccountFacts = {
  isReady: boolean;
  detailsSubmitted: boolean;
  stillNeeded: readonly string[];
  disabledReason: string;
};

export function accountStanding(account: AccountFacts | null): AccountStanding {
  if (account === null) return 'none';
  if (account.isReady) return 'ready';
  if (account.disabledReason.startsWith('rejected')) return 'stopped';
  if (!account.detailsSubmitted || account.stillNeeded.length > 0) return 'begun';
  return 'checking';
}
