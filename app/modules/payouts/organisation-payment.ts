import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { EndCode } from './end-code.ts';

/** What became of a payment to an organisation that goes by Stripe. */
export const paymentStandings = ['under-way', 'paid', 'not-paid', 'came-back'] as const;

export type PaymentStanding = (typeof paymentStandings)[number];

/** How the state of a payment reads; the same states as a line of a batch. */
export const standingOf = {
  open: 'under-way',
  settled: 'paid',
  put_back: 'not-paid',
  returned: 'came-back',
} as const satisfies Record<string, PaymentStanding>;

/** For who works on this money, and for the organisation's own people; never public. */
export type OrganisationPaymentView = {
  /** Of the change in the register. */
  number: string;
  amount: Cents;
  organisation: { slug: string; name: string };
  standing: PaymentStanding;
  paidOn: CalendarDate | null;
  /** Under way, and there was too little on our balance at Stripe. */
  waitsForBalance: boolean;
  /** Why it was not paid or came back. */
  reason: EndCode | null;
  /** For whom this is: who works on this money is told what to do in the ledger. */
  isWork: boolean;
  /** May propose to undo it. */
  mayUndo: boolean;
  /** What was not paid stands as paid in the ledger until two persons undo it: that waits for approval, or was done. */
  undo: { state: 'proposed'; changeId: string } | { state: 'done'; number: string } | null;
};
