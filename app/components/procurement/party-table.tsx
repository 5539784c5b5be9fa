import { useTranslation } from 'react-i18next';
import { inLocale } from '#app/modules/programme/locale.ts';
import type { PartyLine } from '#app/modules/procurement/assignments-view.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { Room } from './room.tsx';
import { StateWord } from './state-word.tsx';

/** What each party gets for each kind of work, beside each limit. */
export function PartyTable({ lines }: { lines: readonly PartyLine[] }) {
  const { t } = useTranslation('procurement');
  const { locale, money } = useFormats();
  return (
    <DataTable
      caption={t('overview.caption')}
      captionHidden
      rows={lines.flatMap((line) => line.addedUp.limits.map((limit) => ({ ...line, limit })))}
      rowKey={({ party, addedUp, limit }) => `${party.slug}-${addedUp.kind.slug}-${limit.which}`}
      columns={[
        {
          key: 'party',
          header: t('overview.column.party'),
          cell: ({ party, addedUp: { kind } }) => (
            <>
              <a href={`/budgetten/organisaties/${party.slug}`}>
                <Written>{party.name}</Written>
              </a>
              <span className="block font-normal text-ink-soft">{inLocale(locale, kind.name, kind.nameEn)}</span>
            </>
          ),
        },
        {
          key: 'total',
          header: t('overview.column.total'),
          numeric: true,
          cell: ({ addedUp }) => <Money cents={addedUp.total} />,
        },
        {
          key: 'limit',
          header: t('overview.column.limit'),
          cell: ({ limit }) => (
            <>
              {t(`limitShort.${limit.which}`)}:{' '}
              {limit.limit === null ? t('notFilledIn') : <Money cents={limit.limit} />}
            </>
          ),
        },
        {
          key: 'room',
          header: t('overview.column.room'),
          numeric: true,
          cell: ({ limit }) => <Room cents={limit.room} />,
        },
        {
          key: 'state',
          header: t('overview.column.state'),
          cell: ({ limit, addedUp: { withWaiting } }) => {
            const later = withWaiting.limits.find(({ which }) => which === limit.which)?.state ?? limit.state;
            return (
              <>
                <span className="block">
                  <StateWord state={limit.state} />
                </span>
                {later === limit.state ? null : (
                  <span className="block">
                    {t('overview.withWaiting')} <StateWord state={later} />
                  </span>
                )}
              </>
            );
          },
        },
        {
          key: 'decisions',
          header: t('overview.column.decisions'),
          cell: ({ addedUp }) =>
            addedUp.counted.length === 0 ? null : (
              <span className="flex flex-wrap gap-x-3">
                {addedUp.counted.map(({ number }) => (
                  <a key={number} href={`/besluiten/${number}`}>
                    {number}
                  </a>
                ))}
              </span>
            ),
        },
        {
          key: 'waiting',
          header: t('overview.column.waiting'),
          cell: ({ addedUp: { waiting } }) =>
            waiting.count === 0
              ? null
              : t('overview.waitingValue', { count: waiting.count, amount: money(waiting.total) }),
        },
      ]}
    />
  );
}
