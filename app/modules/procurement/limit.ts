import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Cents } from '#app/kernel/money.ts';

/**
 * Limits that assignments to one party reach together. `eu-general` and `eu-social`: from there on Europe is asked
 * (Richtlijn 2014/24/EU, article 4, under c and d). `one-to-one`: up to there the municipality gives an assignment to one
 * party without asking others; only the municipality knows that one.
 */
export const limitKinds = ['eu-general', 'eu-social', 'one-to-one'] as const;

export type LimitKind = (typeof limitKinds)[number];

/** 'social': social and other specific services (Richtlijn 2014/24/EU, annex XIV); 'general': other services, and supplies. */
export const regimes = ['social', 'general'] as const;

export type Regime = (typeof regimes)[number];

/** Which of the two limits of Europe counts for a kind of work. */
export const euLimitOf: Record<Regime, LimitKind> = { social: 'eu-social', general: 'eu-general' };

/** `near`: at the share of the limit from which people are warned; `unknown`: nobody filled the limit in. */
export const limitStates = ['fine', 'near', 'over', 'unknown'] as const;

export type LimitState = (typeof limitStates)[number];

/** A row of the limits, as far as choosing one needs it. */
export type DatedLimit = {
  which: LimitKind;
  amount: Cents;
  beginsOn: CalendarDate;
  endsOn: CalendarDate | null;
  /** Later rows have a higher one. */
  sequence: number;
};

/** The limit on a day: of the rows that cover it the newest; null when there is none. */
export function limitOn<Limit extends DatedLimit>(
  limits: readonly Limit[],
  which: LimitKind,
  day: CalendarDate,
): Limit | null {
  const covering = limits.filter(
    (one) => one.which === which && one.beginsOn <= day && (one.endsOn === null || one.endsOn >= day),
  );
  return covering.reduce<Limit | null>(
    (newest, one) => (newest === null || one.sequence > newest.sequence ? one : newest),
    null,
  );
}
