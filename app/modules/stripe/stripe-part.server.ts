import { refreshAccount } from './commands/refresh-account.server.ts';
import type { StripePart } from './handle-events.server.ts';

/** Messages about accounts of volunteers and organisations. */
export const accountEvents: StripePart = {
  types: [
    'account.updated',
    'capability.updated',
    'account.external_account.created',
    'account.external_account.updated',
  ],
  handle: async ({ accountId }, stripe, { database }) => {
    if (accountId !== null) await refreshAccount(accountId, stripe, { database });
  },
};
