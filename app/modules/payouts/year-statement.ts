import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';

/** What was approved of a month for one person, in minutes and cents. */
export type StatementMonth = { month: CalendarDate; minutes: number; hours: Cents; expenses: Cents };

/** What the bank paid on a day; `returnedOn`: it came back. */
export type StatementPayment = { paidOn: CalendarDate; number: string; amount: Cents; returnedOn: CalendarDate | null };

/** What one volunteer got in a year, for that volunteer only. Amounts in cents. */
export type YearStatement = {
  year: number;
  /** Who paid. */
  organisation: string;
  person: { name: string; email: string };
  /** Teams for which was worked. */
  teams: string[];
  /** Of work that was done in the year, whenever it was approved or paid. */
  months: StatementMonth[];
  approved: Cents;
  /** In the year, whenever the work was done. */
  payments: StatementPayment[];
  paid: Cents;
  /** Of what was approved for the year. */
  notPaidYet: Cents;
  /** What the person says to get from others in the year. */
  elsewhere: Cents;
  /** What the law allows at the end of the year; null where no rule is known. */
  most: { month: Cents; year: Cents; source: string; toConfirm: string } | null;
  /** The last time that something of it changed, so that the same facts make the same paper. */
  changedAt: Instant;
};
