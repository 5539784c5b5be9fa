import { useTranslation } from 'react-i18next';
import type { GiftLine } from '#app/modules/donations/views.ts';
import { DataTable } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';

/** Gifts, one in a line. */
export function GiftList({ gifts }: { gifts: readonly GiftLine[] }) {
  const { t } = useTranslation(['giftWork', 'giving']);
  return (
    <DataTable
      caption={t('list.caption')}
      captionHidden
      rows={gifts}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'when',
          header: t('list.when'),
          cell: ({ id, begunAt }) => (
            <a href={`/penningmeester/giften/${id}`} className="inline-flex min-h-11 items-center">
              <DateText value={begunAt} format="time" />
            </a>
          ),
        },
        {
          key: 'to',
          header: t('list.to'),
          cell: ({ purpose: { name } }) => (name === null ? t('giving:donutfondsTitle') : <Written>{name}</Written>),
        },
        {
          key: 'who',
          header: t('list.who'),
          cell: ({ name }) => (name === '' ? t('list.anonymous') : <Written>{name}</Written>),
        },
        {
          key: 'state',
          header: t('list.state'),
          cell: ({ standing, refundWaits }) => (
            <>
              {t(`standing.${standing}`)}
              {refundWaits ? <span className="block text-sm text-ink-soft">{t('list.waits')}</span> : null}
            </>
          ),
        },
        { key: 'amount', header: t('list.amount'), numeric: true, cell: ({ amount }) => <Money cents={amount} /> },
      ]}
    />
  );
}
