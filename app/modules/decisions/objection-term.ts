import { addDays, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isDayOff } from '#app/kernel/public-holiday.ts';
import type { Instrument } from './instrument.ts';
import type { DecisionOutcome } from './outcome.ts';

/**
 * Kinds of decision that differ in what somebody can do who disagrees (constraint `objection_term_which`). `other`: money is
 * neither given nor refused.
 */
export const objectionKinds = ['subsidy', 'decline', 'assignment', 'award', 'other'] as const;

export type ObjectionKind = (typeof objectionKinds)[number];

/** Longest term; the database says the same (`objection_term_weeks`). */
export const mostWeeks = 52;

/** A row of the terms, as far as choosing one needs it. */
export type DatedTerm = {
  which: ObjectionKind;
  beginsOn: CalendarDate;
  endsOn: CalendarDate | null;
  /** Later rows have a higher one. */
  sequence: number;
};

/** An award that was not given follows from the same rules as one that was. */
export function objectionKindOf(decision: {
  outcome: DecisionOutcome;
  instrument: Instrument | null;
  hasMoney: boolean;
}): ObjectionKind {
  if (decision.instrument === 'award') return 'award';
  if (decision.outcome === 'decline') return 'decline';
  return decision.outcome === 'grant' && decision.hasMoney ? (decision.instrument ?? 'other') : 'other';
}

/** What counts on a day: of the rows that cover it the newest; null when there is none. */
export function termOn<Term extends DatedTerm>(
  terms: readonly Term[],
  which: ObjectionKind,
  day: CalendarDate,
): Term | null {
  const covering = terms.filter(
    (one) => one.which === which && one.beginsOn <= day && (one.endsOn === null || one.endsOn >= day),
  );
  return covering.reduce<Term | null>(
    (newest, one) => (newest === null || one.sequence > newest.sequence ? one : newest),
    null,
  );
}

/**
 * The days on which an objection can be made: from the day after the decision became known, so many whole weeks, and on to
 * the next working day where the last one is a Saturday, a Sunday or a holiday (Algemene wet bestuursrecht, article 6:8;
 * Algemene termijnenwet, article 1).
 */
export function objectionDays(knownOn: CalendarDate, weeks: number): { beginsOn: CalendarDate; lastDay: CalendarDate } {
  let lastDay = addDays(knownOn, weeks * 7);
  while (isDayOff(lastDay)) lastDay = addDays(lastDay, 1);
  return { beginsOn: addDays(knownOn, 1), lastDay };
}
