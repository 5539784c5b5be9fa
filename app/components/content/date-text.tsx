import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';

type DateTextProps = {
  /** A day, or a moment (shown as the day it is in Amsterdam). */
  value: CalendarDate | Instant;
  /** `long`: dinsdag 18 maart 2024. `day`: 18 maart 2024. `short`: 18 mrt 2024. `time`: long, with the hour. */
  format?: DateFormat;
};

export type DateFormat = 'long' | 'day' | 'short' | 'time';

const formats: Record<DateFormat, Intl.DateTimeFormatOptions> = {
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  time: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
};

/** The text alone, for places that take no element (titles, aria-labels, mail). */
export function dateText(value: CalendarDate | Instant, format: DateFormat, language: string): string {
  const isDay = typeof value === 'string';
  const moment = isDay ? new Date(`${value}T00:00:00Z`) : value;
  const zone = isDay ? 'UTC' : 'Europe/Amsterdam';
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'nl-NL', { ...formats[format], timeZone: zone }).format(
    moment,
  );
}

export function DateText({ value, format = 'long' }: DateTextProps) {
  const { i18n } = useTranslation();
  return (
    <time dateTime={typeof value === 'string' ? value : value.toISOString()}>
      {dateText(value, format, i18n.language)}
    </time>
  );
}
