/** Why Stripe or the bank behind it did not pay, in Stripe's words, as far as people can do something with them. */
export const stripeReasons = [
  'account_closed',
  'account_frozen',
  'bank_account_restricted',
  'bank_ownership_changed',
  'could_not_process',
  'debit_not_authorized',
  'declined',
  'incorrect_account_holder_name',
  'invalid_account_number',
  'no_account',
  'insufficient_capabilities_for_transfer',
  'payouts_not_allowed',
  'account_invalid',
  'canceled',
  'no-account',
] as const;

export type StripeReason = (typeof stripeReasons)[number];

export function isStripeReason(text: string): text is StripeReason {
  return (stripeReasons as readonly string[]).includes(text);
}
