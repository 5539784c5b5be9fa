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

/** Whether a late step is remembered on this day: the first day after its term, and every week from then on. */
export function isReminderDay(dueOn: CalendarDate, today: CalendarDate): boolean {
  const term = lateness(dueOn, today);
  return term.state === 'late' && (term.days - 1) % daysBetweenReminders === 0;
}
