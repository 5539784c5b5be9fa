import { useTranslation } from 'react-i18next';
import type { Cents } from '#app/kernel/money.ts';
import type { PaidGround } from '#app/modules/payouts/views.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';

/** From which promises a payment draws; what the ledger keeps of it. */
export function GroundTable({ grounds, total }: { grounds: readonly PaidGround[]; total: Cents }) {
  const { t } = useTranslation('payouts');
  return (
    <DataTable
      caption={t('page.grounds')}
      captionHidden
      rows={grounds}
      rowKey={({ kind, number }) => `${kind}:${number}`}
      columns={[
        {
          key: 'ground',
          header: t('page.ground'),
          cell: ({ kind, number, title }) => (
            <>
              {kind === 'decision' ? <a href={`/besluiten/${number}`}>{number}</a> : number}{' '}
              <span className="block">
                <Written>{title}</Written>
              </span>
            </>
          ),
        },
        { key: 'fund', header: t('page.fund'), cell: ({ fundName }) => <Written>{fundName}</Written> },
        { key: 'amount', header: t('page.amount'), numeric: true, cell: ({ amount }) => <Money cents={amount} /> },
      ]}
      footer={grounds.length < 2 ? undefined : { ground: t('page.total'), amount: <Money cents={total} /> }}
    />
  );
}
