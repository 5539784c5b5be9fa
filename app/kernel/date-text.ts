import type { CalendarDate } from './calendar-date.ts';
import type { Instant } from './instant.ts';

const formats = {
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  time: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  clock: { hour: '2-digit', minute: '2-digit' },
  month: { month: 'long', year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/**
 * `long`: dinsdag 18 maart 2024. `day`: 18 maart 2024. `short`: 18 mrt 2024. `time`: long, with the hour.
 * `clock`: 14:05, for what just happened. `month`: maart 2024.
 */
export type DateFormat = keyof typeof formats;

/** A day, or a moment as it is in Amsterdam, in words; for pages, titles and mails alike. */
export function dateText(value: CalendarDate | Instant, format: DateFormat, language: string): string {
  const isDay = typeof value === 'string';
  const moment = isDay ? new Date(`${value}T00:00:00Z`) : value;
  const timeZone = isDay ? 'UTC' : 'Europe/Amsterdam';
  return formatter(language === 'en' ? 'en-GB' : 'nl-NL', format, timeZone).format(moment);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than what a whole table of days takes with one that is there. */
function formatter(locale: string, format: DateFormat, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${format} ${timeZone}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...formats[format], timeZone });
  formatters.set(key, made);
  return made;
}
