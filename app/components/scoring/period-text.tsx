import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import type { RoundPhaseName } from './badges.tsx';

type PeriodTextProps = { phase: RoundPhaseName; opensOn: CalendarDate; closesOn: CalendarDate; daysLeft: number };

/** When a round runs, and how long it still does. */
export function PeriodText({ phase, opensOn, closesOn, daysLeft }: PeriodTextProps) {
  const { t, i18n } = useTranslation('scoring');
  return (
    <>
      {t(`period.${phase}`, {
        from: dateText(opensOn, 'long', i18n.language),
        until: dateText(closesOn, 'long', i18n.language),
        count: daysLeft,
      })}
    </>
  );
}
