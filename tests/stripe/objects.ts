import type Stripe from 'stripe';

/**
 * What the fake keeps: the fields of Stripe's own types that the product reads or sends, and no others, so that a field that
 * the product begins to use has to be added here first.
 */
export type FakeSession = Pick<
  Stripe.Checkout.Session,
  | 'id'
  | 'object'
  | 'amount_total'
  | 'cancel_url'
  | 'client_reference_id'
  | 'created'
  | 'currency'
  | 'expires_at'
  | 'livemode'
  | 'locale'
  | 'metadata'
  | 'mode'
  | 'payment_intent'
  | 'payment_status'
  | 'status'
  | 'submit_type'
  | 'success_url'
  | 'url'
>;

export type FakeIntent = Pick<
  Stripe.PaymentIntent,
  | 'id'
  | 'object'
  | 'amount'
  | 'amount_received'
  | 'created'
  | 'currency'
  | 'latest_charge'
  | 'livemode'
  | 'metadata'
  | 'status'
>;

export type FakeCharge = Pick<
  Stripe.Charge,
  | 'id'
  | 'object'
  | 'amount'
  | 'amount_refunded'
  | 'balance_transaction'
  | 'created'
  | 'currency'
  | 'disputed'
  | 'livemode'
  | 'metadata'
  | 'paid'
  | 'payment_intent'
  | 'refunded'
  | 'status'
> & { payment_intent: string };

export type FakeBalanceTransaction = Pick<
  Stripe.BalanceTransaction,
  'id' | 'object' | 'amount' | 'created' | 'currency' | 'fee' | 'net' | 'source' | 'status' | 'type'
>;

export type FakeRefund = Pick<
  Stripe.Refund,
  'id' | 'object' | 'amount' | 'charge' | 'created' | 'currency' | 'metadata' | 'payment_intent' | 'reason' | 'status'
> & { charge: string; payment_intent: string; failure_reason?: string };

export type FakeDispute = Pick<
  Stripe.Dispute,
  'id' | 'object' | 'amount' | 'charge' | 'created' | 'currency' | 'livemode' | 'payment_intent' | 'reason' | 'status'
> & { charge: string; payment_intent: string; balance_transactions: FakeBalanceTransaction[] };

export type FakeAccount = Pick<
  Stripe.Account,
  'id' | 'object' | 'charges_enabled' | 'country' | 'created' | 'details_submitted' | 'metadata' | 'payouts_enabled'
> & {
  capabilities: Pick<Stripe.Account.Capabilities, 'transfers'>;
  requirements: Pick<
    Stripe.Account.Requirements,
    'currently_due' | 'disabled_reason' | 'past_due' | 'pending_verification'
  >;
  settings: { payouts: { schedule: { interval: string } } };
};

export type FakeAccountLink = Pick<Stripe.AccountLink, 'object' | 'created' | 'expires_at' | 'url'>;

export type FakeTransfer = Pick<
  Stripe.Transfer,
  | 'id'
  | 'object'
  | 'amount'
  | 'amount_reversed'
  | 'created'
  | 'currency'
  | 'destination'
  | 'livemode'
  | 'metadata'
  | 'reversed'
  | 'transfer_group'
> & { destination: string };

export type FakeReversal = Pick<
  Stripe.TransferReversal,
  'id' | 'object' | 'amount' | 'created' | 'currency' | 'metadata' | 'transfer'
>;

export type FakePayout = Pick<
  Stripe.Payout,
  | 'id'
  | 'object'
  | 'amount'
  | 'arrival_date'
  | 'automatic'
  | 'created'
  | 'currency'
  | 'failure_code'
  | 'livemode'
  | 'metadata'
  | 'statement_descriptor'
  | 'status'
> & { account: string };

export type FakeObject =
  | FakeSession
  | FakeIntent
  | FakeCharge
  | FakeBalanceTransaction
  | FakeRefund
  | FakeDispute
  | FakeAccount
  | FakeTransfer
  | FakeReversal
  | FakePayout;

export type FakeEvent = Pick<
  Stripe.EventBase,
  'id' | 'object' | 'account' | 'api_version' | 'created' | 'livemode' | 'pending_webhooks' | 'type'
> & { data: { object: FakeObject } };

/** An answer that Stripe gives instead of doing what was asked. */
export class FakeRefusal extends Error {
  readonly status: number;
  readonly code: string | undefined;
  readonly type: string;
  constructor(status: number, message: string, code?: string, type = 'invalid_request_error') {
    super(message);
    this.status = status;
    this.code = code;
    this.type = type;
  }

  get body() {
    const { type, message, code } = this;
    return { error: { type, message, ...(code === undefined ? {} : { code }) } };
  }
}
