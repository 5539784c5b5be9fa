import { useTranslation } from 'react-i18next';
import type { RegisteredChange } from '#app/modules/budgets/change-view.ts';
import { DataTable } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';
import { GroundLink } from './ground-text.tsx';
import { PlaceLink } from './place-link.tsx';

/** Changes in the register: what, where to, since when and how much. */
export function ChangeTable({ changes }: { changes: readonly RegisteredChange[] }) {
  const { t } = useTranslation('changes');
  return (
    <DataTable
      caption={t('register.caption')}
      captionHidden
      rows={changes}
      rowKey={({ number }) => number}
      columns={[
        {
          key: 'what',
          header: t('register.column.what'),
          cell: (change) => (
            <>
              <a href={`/budgetten/wijzigingen/${change.number}`} className="inline-block py-1 font-semibold text-ink">
                {t(`kind.${change.kind}`)}{' '}
                <span className="tabular font-normal whitespace-nowrap">{change.number}</span>
              </a>
              <span className="line-clamp-2 block max-w-prose font-normal">
                <Written>{change.reason}</Written>
              </span>
              {change.correctedBy === null ? null : (
                <span className="block text-sm font-semibold">
                  {t('register.corrected', { number: change.correctedBy })}
                </span>
              )}
              {change.corrects === null ? null : (
                <span className="block text-sm font-semibold">
                  {t('register.corrects', { number: change.corrects })}
                </span>
              )}
            </>
          ),
        },
        { key: 'way', header: t('register.column.way'), cell: (change) => <Way change={change} /> },
        {
          key: 'on',
          header: t('register.column.on'),
          cell: ({ approvedOn }) => (
            <span className="whitespace-nowrap">
              <DateText value={approvedOn} format="short" />
            </span>
          ),
        },
        {
          key: 'amount',
          header: t('register.column.amount'),
          numeric: true,
          cell: ({ amount, correctedBy }) =>
            correctedBy === null ? (
              <Money cents={amount} />
            ) : (
              <s>
                <Money cents={amount} />
              </s>
            ),
        },
      ]}
    />
  );
}

function Way({ change }: { change: RegisteredChange }) {
  const { t } = useTranslation('changes');
  const { from, to } = change;
  return (
    <>
      {from === null ? null : (
        <span className="block py-0.5">
          {t('page.from')} <PlaceLink place={from} />
        </span>
      )}
      {to === null ? null : (
        <span className="block py-0.5">
          {t('page.to')} <PlaceLink place={to} />
        </span>
      )}
      <GroundLink facts={change} className="block py-1 text-sm" />
    </>
  );
}
