import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents, noMoney, subtractCents, type Cents } from '#app/kernel/money.ts';

/**
 * What the law allows from a day on, in cents. Source of the amounts: Wet op de loonbelasting 1964, article 2, paragraph 6;
 * the norms per hour are those of the tax authorities.
 */
export type AllowanceRule = {
  startsOn: CalendarDate;
  month: Cents;
  year: Cents;
  /** Norm per hour from 21 years on, and under 21: more is allowed with a reason. */
  hour: Cents;
  hourYoung: Cents;
  source: string;
  /** What of it still has to be confirmed; empty: nothing. */
  toConfirm: string;
};

/** The rule that holds on a day. @param rules in any order @returns null when the day lies before the first one */
export function ruleOn(rules: readonly AllowanceRule[], day: CalendarDate): AllowanceRule | null {
  return rules.reduce<AllowanceRule | null>(
    (best, rule) => (rule.startsOn <= day && (best === null || rule.startsOn >= best.startsOn) ? rule : best),
    null,
  );
}

/** What a person gets already, in cents: in the month, in the year, and elsewhere in the year by their own saying. */
export type Received = { month: Cents; year: Cents; elsewhere: Cents };

/** What is left of a month, of a year, and so of both. Never less than nothing. */
export type Room = { month: Cents; year: Cents; left: Cents };

/** Above the most of a month or a year the whole amount would be taxed, so this is how much can still be claimed. */
export function roomUnder(rule: Pick<AllowanceRule, 'month' | 'year'>, received: Received): Room {
  const month = atLeastNothing(subtractCents(rule.month, received.month));
  const year = atLeastNothing(subtractCents(subtractCents(rule.year, received.year), received.elsewhere));
  return { month, year, left: month < year ? month : year };
}

function atLeastNothing(amount: Cents): Cents {
  return amount < 0 ? noMoney : amount;
}

/** What so many minutes are worth. To the cent, half a cent up, as the database says (`claim_shape`). @param rate per hour */
export function amountOf(minutes: number, rate: Cents): Cents {
  return cents(Math.floor((minutes * rate + 30) / 60));
}

/** Whether a rate per hour is more than the norm, which needs a reason. */
export function passesNorm(rule: AllowanceRule, rates: { hour: Cents; hourYoung: Cents }): boolean {
  return rates.hour > rule.hour || rates.hourYoung > rule.hourYoung;
}

/** How long an amount pays for, in whole quarters. @param rate per hour @returns minutes */
export function minutesWithin(amount: Cents, rate: Cents): number {
  if (rate <= 0) return 0;
  // half a cent goes up, so up to just under half a cent more still costs no more than the amount
  return Math.floor((amount * 60 + 29) / (15 * rate)) * 15;
}
