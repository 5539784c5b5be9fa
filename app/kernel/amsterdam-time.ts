import { parseCalendarDate, type CalendarDate } from './calendar-date.ts';
import type { Instant } from './instant.ts';

/** A time of day, `HH:MM`, in 24 hours. Compares as text. */
export type ClockTime = string & { readonly unit: 'minute' };

/** @returns the time, or null when the text is no time of a day; `9:30` and `09.30` count too */
export function parseClockTime(text: string): ClockTime | null {
  const parts = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim());
  const [hour, minute] = [Number(parts?.[1]), Number(parts?.[2])];
  if (parts === null || hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` as ClockTime;
}

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** What clocks in Amsterdam show at that moment. */
export function clockInAmsterdam(moment: Instant): ClockTime {
  const of = Object.fromEntries(parts.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${of.hour ?? '00'}:${of.minute ?? '00'}` as ClockTime;
}

/**
 * The moment at which clocks in Amsterdam show that time on that day. In the hour that comes twice in October the first
 * counts; a time that does not exist in March becomes an hour later.
 */
export function momentInAmsterdam(day: CalendarDate, time: ClockTime): Instant {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  for (const hours of [2, 1]) {
    const moment = new Date(asUtc - hours * 3_600_000);
    if (shownInAmsterdam(moment) === `${day} ${time}`) return moment;
  }
  return new Date(asUtc - 3_600_000);
}

function shownInAmsterdam(moment: Instant): string {
  const of = Object.fromEntries(parts.formatToParts(moment).map(({ type, value }) => [type, value]));
  const day = parseCalendarDate(`${of.year ?? ''}-${of.month ?? ''}-${of.day ?? ''}`) ?? '';
  return `${day} ${of.hour ?? ''}:${of.minute ?? ''}`;
}
