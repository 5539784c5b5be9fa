import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { addDays } from '#app/kernel/calendar-date.ts';
import { cents, noMoney, subtractCents, type Cents } from '#app/kernel/money.ts';

/** A version of the rules of the donutfonds; a call keeps the version it opened with. */
export type DonutRules = {
  version: number;
  validFrom: CalendarDate;
  /** Cents; an application of exactly this value meets it. */
  minimumValue: Cents;
  /** Value ÷ costs in hundredths of a percent (20000 is 200 %); exactly this return meets it. */
  minimumReturnBps: number;
  /** How many days before the closing day the document may be dated. */
  evidenceDays: number;
};

/** Bounds of what can be typed as a rule: an amount of a hundred million euro, 1000 times the costs, ten years. */
export const ruleBounds = { value: 100_000_000_00, returnBps: 10_000_000, evidenceDays: 3660 } as const;

/** What an application says of its year: both in cents, 0 or more. */
export type DonutFigures = { value: Cents; costs: Cents };

export type RuleResult =
  | { rule: 'value'; met: boolean; value: Cents; minimum: Cents }
  | { rule: 'return'; met: boolean; returnBps: string; minimumBps: number }
  /** Costs of zero: there is no return to compare. */
  | { rule: 'return'; met: false; returnBps: null; minimumBps: number };

/**
 * Value ÷ costs × 100, in hundredths of a percent, rounded down: so what is shown as 200,00 % is 200 % or more.
 * @returns digits, because a huge value with tiny costs passes what a number can hold; null when costs are zero
 * @throws RangeError for amounts below zero
 */
export function returnBps({ value, costs }: DonutFigures): bigint | null {
  if (value < 0 || costs < 0) throw new RangeError('value and costs are zero or more');
  return costs === 0 ? null : (BigInt(value) * 10_000n) / BigInt(costs);
}

/** Every rule with what came of it, in a fixed order. */
export function judge(figures: DonutFigures, rules: DonutRules): RuleResult[] {
  const bps = returnBps(figures);
  const minimumBps = rules.minimumReturnBps;
  return [
    { rule: 'value', met: figures.value >= rules.minimumValue, value: figures.value, minimum: rules.minimumValue },
    bps === null
      ? { rule: 'return', met: false, returnBps: null, minimumBps }
      : { rule: 'return', met: bps >= BigInt(minimumBps), returnBps: String(bps), minimumBps },
  ];
}

/** Whether an application qualifies: all rules are met. PostgreSQL says the same (`donut_meets_rules`). */
export function meetsRules(figures: DonutFigures, rules: DonutRules): boolean {
  return judge(figures, rules).every(({ met }) => met);
}

/** The days on which the document may be dated, both included; `until` is today at most. */
export function evidencePeriod(
  closesOn: CalendarDate,
  evidenceDays: number,
  today: CalendarDate,
): { from: CalendarDate; until: CalendarDate } {
  return { from: addDays(closesOn, -evidenceDays), until: today };
}

export type Split = { recipients: number; share: Cents; remainder: Cents };

/**
 * Equal parts in whole cents. Remainder rule: what cannot be divided stays in the fund. Nobody to divide over: all stays.
 * @param available cents in the fund, 0 or more
 * @throws RangeError for less than nothing or for a part of somebody
 */
export function splitEqually(available: Cents, recipients: number): Split {
  if (available < 0 || !Number.isSafeInteger(recipients) || recipients < 0)
    throw new RangeError('nothing less than zero can be divided');
  if (recipients === 0) return { recipients, share: noMoney, remainder: available };
  const remainder = cents(available % recipients);
  return { recipients, share: cents(subtractCents(available, remainder) / recipients), remainder };
}

/** Hundredths of a percent as text with two decimals at most, without rounding: `20000` → `200`, `19999` → `199,99`. */
export function percentText(bps: string | number, locale: 'nl' | 'en'): string {
  const digits = String(bps).padStart(3, '0');
  const whole = BigInt(digits.slice(0, -2)).toLocaleString(locale === 'en' ? 'en-GB' : 'nl-NL');
  const decimals = digits.slice(-2).replace(/0+$/, '');
  return decimals === '' ? whole : `${whole}${locale === 'en' ? '.' : ','}${decimals}`;
}

/** A percentage as people type it, `200` or `187,5`, in hundredths of a percent; null when it is none. */
export function parsePercent(typed: string): number | null {
  const parts = /^(\d{1,6})(?:[.,](\d{1,2}))?\s*%?$/.exec(typed.trim());
  if (parts === null) return null;
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}
