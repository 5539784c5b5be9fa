import { useTranslation } from 'react-i18next';
import { GrantSumTable } from './sum-tables.tsx';
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
  return (
    <GrantSumTable
      caption={t('instrument.caption')}
      head={t('instrument.head')}
      name={({ instrument }) => t(`instrument.${instrument ?? 'unrecorded'}`)}
      rows={rows}
      rowKey={({ instrument }) => instrument ?? 'unrecorded'}
      totals={totals}
    />
  );
}
