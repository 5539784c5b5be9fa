import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { StatementView } from '#app/modules/payouts/statement-views.ts';
import { DataTable } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Quoting } from '../content/written.tsx';

/** The statements that were taken in, the newest first. */
export function StatementTable({ statements }: { statements: readonly StatementView[] }) {
  const { t } = useTranslation('statements');
  return (
    <DataTable
      caption={t('list.title')}
      captionHidden
      rows={statements}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'statement',
          header: t('list.statement'),
          cell: (statement) => (
            <>
              <span className="block break-all">{statement.statementId}</span>
              <span className="tabular block font-normal text-ink-soft">{statement.account}</span>
            </>
          ),
        },
        { key: 'period', header: t('list.period'), cell: (statement) => <Period statement={statement} /> },
        { key: 'result', header: t('list.result'), cell: (statement) => <Result statement={statement} /> },
        {
          key: 'by',
          header: t('list.by'),
          cell: ({ importedAt, importedBy }) => (
            <>
              <DateText value={importedAt} format="short" />{' '}
              {importedBy === '' ? null : (
                <Quoting text={t('list.byText', { name: importedBy })} written={importedBy} />
              )}
            </>
          ),
        },
      ]}
    />
  );
}

function Period({ statement: { from, until, opening, closing } }: { statement: StatementView }) {
  const { t } = useTranslation('statements');
  const { locale, money } = useFormats();
  const day = (value: NonNullable<typeof from>) => dateText(value, 'short', locale);
  return (
    <>
      {from === null || until === null ? null : (
        <span className="block">
          {from === until ? day(from) : t('list.periodText', { from: day(from), until: day(until) })}
        </span>
      )}
      {opening === null || closing === null ? null : (
        <span className="block text-ink-soft">
          {t('list.balanceText', { opening: money(opening), closing: money(closing) })}
        </span>
      )}
    </>
  );
}

function Result({ statement }: { statement: StatementView }) {
  const { t } = useTranslation('statements');
  const parts = (['paid', 'cameBack', 'waiting', 'known'] as const).filter((part) => statement[part] > 0);
  if (parts.length === 0) return <>{t('list.nothing')}</>;
  return (
    <ul>
      {parts.map((part) => (
        <li key={part}>{t(`list.${part}`, { count: statement[part] })}</li>
      ))}
    </ul>
  );
}
