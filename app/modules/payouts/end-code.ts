import { isReturnCode, type ReturnCode } from './statement-item.ts';

/** Why money did not arrive, as far as we have words for it (`statements:returnCode.<code>`). */
export type EndCode =
  ReturnCode | 'reversal' | 'other-owner' | 'stripe-stopped' | 'stripe-not-allowed' | 'not-at-stripe';

/** What we or Stripe call what the banks have a code for. */
const meaning: Readonly<Record<string, EndCode>> = {
  unstated: 'MS03',
  stripe: 'MS03',
  failed: 'MS03',
  debit_not_authorized: 'AG01',
  could_not_process: 'MS03',
  declined: 'MS03',
  reversal: 'reversal',
  account_closed: 'AC04',
  account_frozen: 'AC06',
  bank_account_restricted: 'AG01',
  invalid_account_number: 'AC01',
  incorrect_account_holder_details: 'BE01',
  incorrect_account_holder_name: 'BE01',
  no_account: 'AC01',
  bank_ownership_changed: 'other-owner',
  canceled: 'stripe-stopped',
  insufficient_capabilities_for_transfer: 'stripe-not-allowed',
  payouts_not_allowed: 'stripe-not-allowed',
  account_invalid: 'not-at-stripe',
  'no-account': 'not-at-stripe',
};

/**
 * @param reason why a line came back or was not paid, as the bank or Stripe says it
 * @returns null where we have no words for it
 */
export function endCodeOf(reason: string): EndCode | null {
  return isReturnCode(reason) ? reason : Object.hasOwn(meaning, reason) ? (meaning[reason] ?? null) : null;
}
