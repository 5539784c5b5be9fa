import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Cents } from '#app/kernel/money.ts';
import { DataTable } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { Money } from '../content/money.tsx';
import { EmptyState } from '../page/empty-state.tsx';

type Item = {
  number: string;
  year: number;
  until: CalendarDate;
  totals: { planned: Cents; committed: Cents; paid: Cents; forecast: Cents };
};

/** Spending reports that were sent, the newest first. */
export function SentList({ reports }: { reports: readonly Item[] }) {
  const { t } = useTranslation('spendingReport');
  if (reports.length === 0) {
    return (
      <EmptyState title={t('none')} stampId="uitputting">
        <p>{t('noneText')}</p>
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      columns={[
        {
          key: 'report',
          header: t('column.report'),
          cell: ({ number, year }) => (
            <a href={`/budgetten/uitputting/${number}`}>
              {t('reportTitle', { year })} ({number})
            </a>
          ),
        },
        { key: 'until', header: t('column.until'), cell: ({ until }) => <DateText value={until} /> },
        {
          key: 'planned',
          header: t('column.planned'),
          numeric: true,
          cell: ({ totals }) => <Money cents={totals.planned} />,
        },
        {
          key: 'committed',
          header: t('column.committed'),
          numeric: true,
          cell: ({ totals }) => <Money cents={totals.committed} />,
        },
        { key: 'paid', header: t('column.paid'), numeric: true, cell: ({ totals }) => <Money cents={totals.paid} /> },
        {
          key: 'forecast',
          header: t('column.forecast'),
          numeric: true,
          cell: ({ totals }) => <Money cents={totals.forecast} />,
        },
      ]}
      rows={reports}
      rowKey={({ number }) => number}
    />
  );
}
