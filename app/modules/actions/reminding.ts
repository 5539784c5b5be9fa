import { addDays, daysBetween, type CalendarDate } from '#app/kernel/calendar-date.ts';

/** Days before its day on which whose action it is hears of it. */
export const daysBefore = 7;
/** Days late after which the chair hears of it too. */
const daysUntilChair = 21;
/** Days ahead that the weekly digest of a body looks. */
export const digestDays = 14;

export type OwnerStep = 'week-before' | 'on-the-day' | `late-${number}`;

/**
 * Which reminder of an action its owner should have had by today, if any: a week before, on the day, and then each week. The day
 * before it was made does not count, so nobody hears "in a week" of what was made this morning for Friday.
 */
export function ownerStep(dueOn: CalendarDate, madeOn: CalendarDate, today: CalendarDate): OwnerStep | null {
  const late = daysBetween(dueOn, today);
  if (late >= 7) return `late-${Math.floor(late / 7)}`;
  if (late >= 0) return 'on-the-day';
  return late >= -daysBefore && madeOn < addDays(dueOn, -daysBefore + 1) ? 'week-before' : null;
}

/** Whether the chair hears of it by today. */
export function isForChair(dueOn: CalendarDate, today: CalendarDate): boolean {
  return daysBetween(dueOn, today) >= daysUntilChair;
}

/** The Monday of the week of a day. */
export function mondayOf(day: CalendarDate): CalendarDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}
