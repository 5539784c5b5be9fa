import { cents } from '#app/kernel/money.ts';
import { donutfondsSlug, standingOf, type DisputeState, type GiftState } from '../gift.ts';
import type { GiftLine } from '../views.ts';

export const giftSelect = {
  id: true,
  begunAt: true,
  amountCents: true,
  state: true,
  refundedCents: true,
  dispute: true,
  name: true,
  purpose: { select: { body: { select: { id: true, slug: true, name: true } } } },
  refunds: { where: { state: 'proposed' }, select: { id: true } },
} as const;

type Row = {
  id: string;
  begunAt: Date;
  amountCents: number;
  state: string;
  refundedCents: number;
  dispute: string;
  name: string;
  purpose: { body: { slug: string; name: string } | null };
  refunds: { id: string }[];
};

/** A gift in a line, for who works on gifts. */
export function giftLine(row: Row): GiftLine {
  const amount = cents(row.amountCents);
  return {
    id: row.id,
    purpose: { slug: row.purpose.body?.slug ?? donutfondsSlug, name: row.purpose.body?.name ?? null },
    begunAt: row.begunAt,
    amount,
    standing: standingOf({
      amount,
      state: row.state as GiftState,
      refunded: cents(row.refundedCents),
      dispute: row.dispute as DisputeState,
    }),
    name: row.name,
    refundWaits: row.refunds.length > 0,
  };
}
