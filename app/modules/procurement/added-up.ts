import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { LimitJudged } from './adding-up.ts';
import type { LimitState } from './limit.ts';

export type KindName = { slug: string; name: string; nameEn: string };

/** An assignment that counts along, by its number in the register. */
export type CountedAssignment = { number: string; on: CalendarDate; net: Cents };

/** What an assignment adds up to, with everything that it is computed from. */
export type AddedUp = {
  /** The day on which it is given, or would be. */
  on: CalendarDate;
  months: number;
  nearPercent: number;
  kind: KindName;
  windowBeginsOn: CalendarDate;
  windowEndsOn: CalendarDate;
  /** Given in that window, less what was released. */
  earlier: Cents;
  counted: CountedAssignment[];
  amount: Cents;
  total: Cents;
  /** Other assignments of this kind to this party that wait to be confirmed; they do not count yet. */
  waiting: { count: number; total: Cents };
  /** Where it stands when those are given too. */
  withWaiting: { total: Cents; limits: LimitJudged[]; state: LimitState };
  limits: LimitJudged[];
  state: LimitState;
};
