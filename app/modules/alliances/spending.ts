import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { Role } from '#app/modules/people/role.ts';

/** Who sits in a wijkalliantie: they propose, answer and confirm. */
export const seatRoles = ['member', 'chair', 'budget_holder'] as const satisfies readonly Role[];

/** Consents that a small spending needs, and out of how many households or organisations (`spending_consents`). */
const neededConsents = 3;
const neededSeats = 2;

export type SpendingState = 'proposed' | 'confirmed' | 'withdrawn';

/** Who is paid, without a private name. */
export const payeeKinds = ['organisation', 'shop', 'resident'] as const;

export type PayeeKind = (typeof payeeKinds)[number];

/** `withdrawn`: an objection taken back. `interest`: keeps the person out of this spending for good. */
export const spendingAnswers = ['consent', 'objection', 'withdrawn', 'interest'] as const;

export type SpendingAnswer = (typeof spendingAnswers)[number];

export const longestText = { what: 120, why: 2000, payeeName: 80, reason: 2000 } as const;

/** What is proposed; a change of any of it is a new revision. */
export type SpendingContent = {
  what: string;
  why: string;
  /** Cents, more than zero. */
  amount: Cents;
  fundId: string;
  payee: { kind: 'organisation'; organisationId: string } | { kind: 'shop'; name: string } | { kind: 'resident' };
  /** Address of the plan that it belongs to. */
  initiativeSlug: string | null;
};

/** How a proposal stands; what PostgreSQL checks again when it is confirmed (`spending_keeps_its_rules`). */
export type SpendingStanding = {
  amount: Cents;
  threshold: Cents;
  available: Cents;
  openObjections: number;
  /** Members who consent and may, and out of how many households or organisations. */
  consents: number;
  seats: number;
  /** Members who may answer and did not. */
  unanswered: number;
  today: CalendarDate;
  closesOn: CalendarDate;
};

export type SpendingBlock =
  'above-threshold' | 'objection-open' | 'consents-missing' | 'period-running' | 'fund-exhausted';

/** What keeps a proposal from being confirmed now, the first that counts; null: it can be confirmed. */
export function blockOf(standing: SpendingStanding): SpendingBlock | null {
  if (standing.amount > standing.threshold) return 'above-threshold';
  if (standing.openObjections > 0) return 'objection-open';
  if (standing.consents < neededConsents || standing.seats < neededSeats) return 'consents-missing';
  if (standing.today <= standing.closesOn && standing.unanswered > 0) return 'period-running';
  return standing.amount > standing.available ? 'fund-exhausted' : null;
}

/** Number in the register of small spendings: year of confirmation and a sequence without gaps, `K2026-0001`. */
export type SpendingNumber = string & { readonly unit: 'spending-number' };

/** @param sequence from 1 up; past 9999 it takes more digits */
export function spendingNumber(year: number, sequence: number): SpendingNumber {
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError(`not a sequence: ${sequence}`);
  return `K${String(year).padStart(4, '0')}-${String(sequence).padStart(4, '0')}` as SpendingNumber;
}
