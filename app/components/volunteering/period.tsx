import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';

/** From when until when an activity lasts. */
export function Period({ from, until }: { from: CalendarDate; until: CalendarDate }) {
  const { t, i18n } = useTranslation('volunteering');
  const say = (day: CalendarDate) => dateText(day, 'day', i18n.language);
  return <>{from === until ? say(from) : t('page.period', { from: say(from), until: say(until) })}</>;
}
