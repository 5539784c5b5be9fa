import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { DateText } from './date-text.tsx';
import { Icon } from '../icon/icon.tsx';

/** By when a step is taken; past that day it says so in words. */
export function DueDate({ due }: { due: { on: CalendarDate; isLate: boolean } }) {
  const { t } = useTranslation('components');
  return (
    <span className={`flex items-start gap-2 ${due.isLate ? 'font-semibold text-brick' : 'text-ink-soft'}`}>
      {due.isLate ? <Icon name="clock" className="mt-0.5 size-5" /> : null}
      <span>
        {t(due.isLate ? 'timeline.wasDue' : 'timeline.due')} <DateText value={due.on} format="day" />
        {due.isLate ? ` · ${t('timeline.late')}` : ''}
      </span>
    </span>
  );
}
