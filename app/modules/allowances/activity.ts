import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Cents } from '#app/kernel/money.ts';

/** What promised the money of an activity: a confirmed decision, or a confirmed small spending of a wijkalliantie. */
export type ActivityGround = { kind: 'decision' | 'spending'; id: string };

/** What a coordinator says of an activity; amounts in cents. */
export type ActivityContent = {
  name: string;
  description: string;
  /** Code of the wijk where it takes place; null: the whole district. */
  areaCode: string | null;
  budget: Cents;
  /** Per hour from 21 years on, and under 21; nothing where only expenses are paid. */
  hour: Cents;
  hourYoung: Cents;
  /** Why an hour is more than the norm; empty where it is not. */
  normReason: string;
  paysExpenses: boolean;
  beginsOn: CalendarDate;
  endsOn: CalendarDate;
};

/** Longest texts, in characters; the database says the same (`activity_texts`). */
export const longestActivityText = { name: 120, description: 4000, normReason: 1000 } as const;

/** Days that an activity can last, and the most that it can cost in cents (`activity_period`, `activity_budget`). */
export const longestActivityDays = 731;
export const mostActivityCents = 1_000_000_00;
/** The highest rate per hour that the product takes, in cents (`activity_rates`). */
export const mostHourCents = 100_00;
