/** What is kept of a message of Stripe: which one, and what it is about. What was in it is asked of Stripe when it is handled. */
export type StripeMessage = {
  /** evt_… */
  id: string;
  type: string;
  objectId: string;
  /** The connected account that it is about; null: our own. */
  accountId: string | null;
};
