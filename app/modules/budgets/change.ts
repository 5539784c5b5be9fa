import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Cents } from '#app/kernel/money.ts';

/**
 * What can change in budgets beside decisions, each as one entry in the ledger.
 * `pledge`, `pledge-lowered`: a source gives more, or less · `overprogramming`: plan more than was pledged ·
 * `budget`: from a source to a line of the plan · `return`: back to the source · `move`: to another line of the same source ·
 * `release`: what a decision or small spending promised and does not need · `payment`: what was paid of a promise · `correction`: undo an entry.
 * The database knows the same kinds and shapes (`budget_change_shape`).
 */
export const changeKinds = [
  'pledge',
  'pledge-lowered',
  'overprogramming',
  'budget',
  'return',
  'move',
  'release',
  'payment',
  'correction',
] as const;

export type ChangeKind = (typeof changeKinds)[number];

/** How a payment reaches who gets it: by hand at the bank, or by Stripe, which only pays organisations that joined it. */
export const paymentWays = ['bank', 'stripe'] as const;

export type PaymentWay = (typeof paymentWays)[number];

/** What each kind is about. */
export type ChangeSubject =
  | { kind: 'pledge' | 'pledge-lowered' | 'overprogramming'; moneySourceId: string }
  | { kind: 'budget'; toFundId: string }
  | { kind: 'return'; fromFundId: string }
  | { kind: 'move'; fromFundId: string; toFundId: string }
  | ({ kind: 'release' | 'payment'; fromFundId: string } & ({ decisionId: string } | { spendingId: string }))
  | { kind: 'correction'; correctsId: string };

export type Change = ChangeSubject & {
  /** Cents, more than zero. */
  amount: Cents;
  /** Public: why. */
  reason: string;
  /** Day to which the money belongs; not in the future. */
  occurredOn: CalendarDate;
  /** Of a payment; left out: by hand at the bank. */
  way?: PaymentWay;
};

export const longestReason = 2000;

/** Number in the register of budget changes: year of approval and a sequence without gaps, `W2026-0001`. */
export type ChangeNumber = string & { readonly unit: 'change-number' };

const shape = /^W(\d{4})-(\d{4,9})$/;

/** @param sequence from 1 up; past 9999 it takes more digits */
export function changeNumber(year: number, sequence: number): ChangeNumber {
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError(`not a sequence: ${sequence}`);
  return `W${String(year).padStart(4, '0')}-${String(sequence).padStart(4, '0')}` as ChangeNumber;
}

/** @returns the number as it stands in the register, or null when the text cannot be one */
export function parseChangeNumber(text: string): ChangeNumber | null {
  const parts = shape.exec(text);
  if (parts === null) return null;
  const sequence = Number(parts[2]);
  return sequence >= 1 && changeNumber(Number(parts[1]), sequence) === text ? (text as ChangeNumber) : null;
}
