import { cents, type Cents } from '#app/kernel/money.ts';

/** Least and most that can be given at once; the database says the same (`gift_amount`). */
export const giftBounds = { least: cents(5_00), most: cents(5_000_00) } as const;

/** The donutfonds in an address, beside the addresses of wijkallianties. */
export const donutfondsSlug = 'donutfonds';

export const longestName = 120;
export const longestReason = 1000;

/** `begun`: at the page of Stripe · `processing`: the bank takes its time · `abandoned`: never paid. */
export type GiftState = 'begun' | 'processing' | 'paid' | 'abandoned';

export type DisputeState = 'none' | 'open' | 'won' | 'lost';

export type RefundState = 'proposed' | 'withdrawn' | 'refused' | 'approved' | 'done' | 'failed';

/** What Stripe says of a gift at one moment, in our words; amounts in cents. */
export type GiftFacts = {
  state: GiftState;
  fee: Cents;
  refunded: Cents;
  dispute: DisputeState;
  /** What was lost by a dispute. */
  disputed: Cents;
};

/** How a gift stands, in one word. */
export type GiftStanding =
  Exclude<GiftState, 'paid'> | 'paid' | 'partly-refunded' | 'refunded' | 'disputed' | 'dispute-lost';

export function standingOf(gift: { amount: Cents } & Pick<GiftFacts, 'state' | 'refunded' | 'dispute'>): GiftStanding {
  if (gift.state !== 'paid') return gift.state;
  if (gift.dispute === 'open') return 'disputed';
  if (gift.dispute === 'lost') return 'dispute-lost';
  if (gift.refunded === 0) return 'paid';
  return gift.refunded >= gift.amount ? 'refunded' : 'partly-refunded';
}

/** What can be given back still; nothing while a bank asks for it back. */
export function refundable(
  gift: { amount: Cents; waiting: Cents } & Pick<GiftFacts, 'state' | 'refunded' | 'dispute'>,
): Cents {
  if (gift.state !== 'paid' || gift.dispute === 'open' || gift.dispute === 'lost') return cents(0);
  return cents(Math.max(0, gift.amount - gift.refunded - gift.waiting));
}
