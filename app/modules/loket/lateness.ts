import { daysBetween, type CalendarDate } from '#app/kernel/calendar-date.ts';

/** Where a step stands against its term. `days` is always positive; on the day itself a step is not late. */
export type Lateness = { state: 'late' | 'due'; days: number } | { state: 'no-term' };

/** @param dueOn last day on which the step is in time; null when nothing is due */
export function lateness(dueOn: CalendarDate | null, today: CalendarDate): Lateness {
  if (dueOn === null) return { state: 'no-term' };
  const days = daysBetween(today, dueOn);
  return days < 0 ? { state: 'late', days: -days } : { state: 'due', days };
}

const daysBetweenReminders = 7;

/**
 * Which reminder of a late step is due: 0 on the first day after the term, 1 a week later, and so on; null when it is
 * not late. The number makes a reminder's message id, so that each is sent once.
 */
export function reminderNumber(dueOn: CalendarDate | null, today: CalendarDate): number | null {
  const term = lateness(dueOn, today);
  return term.state === 'late' ? Math.floor((term.days - 1) / daysBetweenReminders) : null;
}
