/** What the database says of a batch, as refusals of commands. */
export const batchRefusals = {
  payment_batch_treasurer: 'role-needed',
  payment_batch_two_persons: 'same-person',
  payment_batch_not_own: 'near-payee',
  payment_batch_without_interest: 'interest',
  payment_batch_empty: 'nothing-to-pay',
  payment_line_account: 'account-changed',
  payment_over_limit: 'over-limit',
  payment_claim_once: 'paid-elsewhere',
  payment_put_back_two_persons: 'same-person',
  payment_put_back_one: 'put-back-known',
  payment_put_back_open: 'line-not-open',
  payment_put_back_not_own: 'put-back-own',
  payment_batch_other_hands: 'same-hands',
  payment_batch_payer_changed: 'payer-changed',
  payment_put_back_booked: 'booked-already',
} as const;

/** The same of the account from which the programme pays. */
export const payerRefusals = {
  payer_proposal_role: 'payer-role',
  payer_proposal_two_persons: 'payer-own',
  payer_proposal_one: 'payer-proposed',
} as const;

export type PayerRefusal = (typeof payerRefusals)[keyof typeof payerRefusals];

export type BatchRefusal = (typeof batchRefusals)[keyof typeof batchRefusals];
