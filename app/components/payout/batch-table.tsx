import { useTranslation } from 'react-i18next';
import type { BatchLine } from '#app/modules/payouts/views.ts';
import { DataTable } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { Money } from '../content/money.tsx';
import { BatchBadge } from './batch-badge.tsx';

/** Payments, the newest first, with what still waits or came back. */
export function BatchTable({ batches }: { batches: readonly BatchLine[] }) {
  const { t } = useTranslation('payouts');
  return (
    <DataTable
      caption={t('list.batches')}
      captionHidden
      rows={batches}
      rowKey={({ number }) => number}
      columns={[
        {
          key: 'number',
          header: t('list.number'),
          cell: ({ number, composedAt }) => (
            <>
              <a href={`/penningmeester/${number}`} className="inline-flex min-h-11 items-center font-bold">
                {number}
              </a>
              <span className="block text-ink-soft">
                <DateText value={composedAt} format="day" />
              </span>
            </>
          ),
        },
        { key: 'body', header: t('list.body'), cell: ({ bodyName }) => bodyName },
        { key: 'state', header: t('list.state'), cell: (batch) => <StateOf batch={batch} /> },
        {
          key: 'who',
          header: t('list.who'),
          cell: ({ people }) => t('list.people', { count: people }),
        },
        { key: 'amount', header: t('list.amount'), numeric: true, cell: ({ amount }) => <Money cents={amount} /> },
      ]}
    />
  );
}

function StateOf({ batch: { state, open, ended } }: { batch: BatchLine }) {
  const { t } = useTranslation('payouts');
  return (
    <>
      <BatchBadge state={state} />
      {state === 'sent' && open > 0 ? <span className="block">{t('list.openLines', { count: open })}</span> : null}
      {state !== 'discarded' && ended > 0 ? (
        <span className="block text-brick">{t('list.endedLines', { count: ended })}</span>
      ) : null}
    </>
  );
}
