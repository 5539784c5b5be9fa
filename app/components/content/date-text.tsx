import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText, type DateFormat } from '#app/kernel/date-text.ts';
import type { Instant } from '#app/kernel/instant.ts';

type DateTextProps = {
  /** A day, or a moment (shown as the day it is in Amsterdam). */
  value: CalendarDate | Instant;
  format?: DateFormat;
};

export function DateText({ value, format = 'long' }: DateTextProps) {
  const { i18n } = useTranslation();
  return (
    <time dateTime={typeof value === 'string' ? value : value.toISOString()}>
      {dateText(value, format, i18n.language)}
    </time>
  );
}
