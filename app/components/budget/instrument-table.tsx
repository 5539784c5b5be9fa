import { useTranslation } from 'react-i18next';
import { DataTable } from '../content/data-table.tsx';
import { useGrantColumns, grantFooter } from './sum-tables.tsx';
import type { GrantedSums } from './sums.ts';

type InstrumentSums = GrantedSums & {
  instrument: 'subsidy' | 'assignment' | 'award' | 'small-spending' | null;
  count: number;
};

/** Subsidies and assignments apart, each with its total: other rules hold for what is helped than for what is bought. */
export function InstrumentTable({
  rows,
  totals,
}: {
  rows: readonly InstrumentSums[];
  totals: GrantedSums & { count: number };
}) {
  const { t } = useTranslation('publicBudget');
  const sums = useGrantColumns<InstrumentSums>();
  const footer = grantFooter(totals);
  return (
    <DataTable
      caption={t('instrument.caption')}
      captionHidden
      rows={rows}
      rowKey={({ instrument }) => instrument ?? 'unrecorded'}
      columns={[
        {
          key: 'name',
          header: t('instrument.head'),
          cell: ({ instrument }) => t(`instrument.${instrument ?? 'unrecorded'}`),
        },
        { key: 'count', header: t('organisations.decisions'), numeric: true, cell: ({ count }) => count },
        ...sums,
      ]}
      footer={{ name: t('sum.total'), count: totals.count, ...footer }}
    />
  );
}
