import { useTranslation } from 'react-i18next';
import { mistakeFacts } from '#app/modules/budgets/plan-mistake-text.ts';
import type { PlanMistake } from '#app/modules/budgets/plan-row.ts';
import { DataTable } from '../content/data-table.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Notice } from '../page/notice.tsx';

/** Every mistake in an uploaded plan, by row and column of the spreadsheet. */
export function MistakesTable({ mistakes }: { mistakes: readonly PlanMistake[] }) {
  const { t } = useTranslation('planImport');
  const { locale } = useFormats();
  const words = (one: PlanMistake) => t(`mistake.${one.code}`, mistakeFacts(one.facts, locale));
  return (
    <>
      <Notice tone="danger" role="alert" title={t('outlook.mistakesTitle', { count: mistakes.length })}>
        <p>{t('outlook.mistakesText')}</p>
      </Notice>
      <DataTable
        caption={t('outlook.mistakes')}
        captionHidden
        columns={[
          {
            key: 'row',
            header: t('outlook.column.row'),
            cell: ({ row }) => (
              <span className="whitespace-nowrap">{row === 0 ? t('outlook.whole') : t('place.row', { row })}</span>
            ),
          },
          {
            key: 'column',
            header: t('outlook.column.column'),
            cell: ({ column }) => (column === null ? '' : t(`column.${column}`)),
          },
          { key: 'what', header: t('outlook.column.what'), cell: words },
        ]}
        rows={mistakes}
        rowKey={(one) => `${String(one.row)}-${one.column ?? ''}-${one.code}-${JSON.stringify(one.facts)}`}
      />
    </>
  );
}
