import { useTranslation } from 'react-i18next';
import type { SpendingLine } from '#app/modules/alliances/views.ts';
import { DataTable } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';

type SpendingListProps = { caption: string; lines: readonly SpendingLine[]; withAlliance: boolean };

/** Small spendings in a list; each opens its page. */
export function SpendingList({ caption, lines, withAlliance }: SpendingListProps) {
  const { t } = useTranslation('alliances');
  const state = ({ state: at, number, hasObjection, consents }: SpendingLine) => {
    if (at === 'confirmed') return t('work.state.confirmed', { number });
    if (at === 'withdrawn') return t('work.state.withdrawn');
    return hasObjection ? t('work.state.objection') : t('work.state.consents', { count: consents });
  };
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          header: t('work.column.what'),
          cell: ({ id, what, allianceName }) => (
            <>
              <a href={`/wijkalliantie-werk/${id}`} className="block py-1">
                <Written>{what}</Written>
              </a>
              {withAlliance ? (
                <span className="block text-sm font-normal text-ink-soft">
                  <Written>{allianceName}</Written>
                </span>
              ) : null}
            </>
          ),
        },
        {
          key: 'amount',
          header: t('work.column.amount'),
          numeric: true,
          cell: ({ amount }) => <Money cents={amount} />,
        },
        {
          key: 'until',
          header: t('work.column.until'),
          cell: ({ closesOn }) => <DateText value={closesOn} format="short" />,
        },
        { key: 'state', header: t('work.column.state'), cell: state },
      ]}
    />
  );
}
