import { cents, type Cents } from '#app/kernel/money.ts';

/** A gift with what the ledger counts of it already, in changes that wait or were approved. */
export type CountedGift = {
  id: string;
  /** What was paid. */
  amount: Cents;
  /** What went again: costs of Stripe, given back, lost. */
  gone: Cents;
  countedIn: Cents;
  /** Less what came back later. */
  countedGone: number;
};

export type BookingWhat = 'gift' | 'less' | 'again';

export type GiftBookingLine = { giftId: string; what: BookingWhat; amount: Cents };

/**
 * What the ledger does not count yet of gifts: `gift` came in, `less` went again, `again` came back of that, as when a bank does
 * not take what was given back.
 */
export function toCount(gifts: readonly CountedGift[]): GiftBookingLine[] {
  return gifts.flatMap(({ id, amount, gone, countedIn, countedGone }) => {
    const difference = gone - countedGone;
    const lines: { what: BookingWhat; by: number }[] = [
      { what: 'gift', by: amount - countedIn },
      { what: difference > 0 ? 'less' : 'again', by: Math.abs(difference) },
    ];
    return lines.filter(({ by }) => by > 0).map(({ what, by }) => ({ giftId: id, what, amount: cents(by) }));
  });
}

export function sumOf(lines: readonly GiftBookingLine[], ...whats: BookingWhat[]): Cents {
  return cents(lines.filter(({ what }) => whats.includes(what)).reduce((sum, { amount }) => sum + amount, 0));
}
