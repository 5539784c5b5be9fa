import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { DateText } from '../content/date-text.tsx';

type DayInLogProps = {
  day: CalendarDate;
  /** Days of the ledger that stand in the log; another day shows nothing. */
  daysInLog: readonly CalendarDate[];
};

/** From an entry of the ledger to the proof of its day. */
export function DayInLog({ day, daysInLog }: DayInLogProps) {
  const { t } = useTranslation('transparency');
  if (!daysInLog.includes(day)) return null;
  return (
    <a href={`/transparantie/dagen/${day}`} className="block py-1 font-normal whitespace-nowrap">
      {t('inLog.day')}{' '}
      <span className="sr-only">
        <DateText value={day} format="short" />
      </span>
    </a>
  );
}
