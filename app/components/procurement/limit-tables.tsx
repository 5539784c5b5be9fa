import { useTranslation } from 'react-i18next';
import type { KindRow, LimitRow, LimitsView } from '#app/modules/procurement/admin-view.ts';
import { inLocale } from '#app/modules/programme/locale.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { DataTable } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Quoting, Written } from '../content/written.tsx';

/** The days for which a limit counts, in words. */
function usePeriodWords() {
  const { t, i18n } = useTranslation('procurement');
  const day = (value: LimitRow['beginsOn']) => dateText(value, 'day', i18n.language);
  return ({ beginsOn, endsOn }: LimitRow) =>
    endsOn === null
      ? t('limits.fromOpen', { from: day(beginsOn) })
      : t('limits.from', { from: day(beginsOn), until: day(endsOn) });
}

/** What counts today, a card for each limit. */
export function LimitsNow({ now }: { now: LimitsView['now'] }) {
  const { t } = useTranslation('procurement');
  const period = usePeriodWords();
  return (
    <ul className="grid gap-4 md:grid-cols-3">
      {now.map(({ which, limit }) => (
        <li key={which} className="flex flex-col gap-2 rounded bg-surface p-5">
          <h3 className="text-base">{t(`limit.${which}`)}</h3>
          {limit === null ? (
            <>
              <p className="text-2xl font-bold text-brick">{t('limits.missing')}</p>
              <p className="text-ink-soft">{t('limits.missingText')}</p>
            </>
          ) : (
            <>
              <p className="text-2xl font-bold">
                <Money cents={limit.amount} />
              </p>
              <p>{period(limit)}</p>
              <p className="text-sm text-ink-soft">
                <Quoting text={t('limits.source', { source: limit.source })} written={limit.source} />
              </p>
              {limit.isToConfirm ? <p className="text-sm font-semibold">{t('limits.toConfirm')}</p> : null}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Everything that was filled in, newest first. */
export function LimitHistory({ history }: { history: readonly LimitRow[] }) {
  const { t } = useTranslation('procurement');
  const period = usePeriodWords();
  return (
    <DataTable
      caption={t('limits.historyCaption')}
      captionHidden
      rows={history}
      rowKey={({ id }) => id}
      columns={[
        { key: 'which', header: t('limits.column.which'), cell: ({ which }) => t(`limit.${which}`) },
        {
          key: 'amount',
          header: t('limits.column.amount'),
          numeric: true,
          cell: ({ amount }) => <Money cents={amount} />,
        },
        { key: 'period', header: t('limits.column.period'), cell: period },
        {
          key: 'source',
          header: t('limits.column.source'),
          cell: ({ source, isToConfirm }) => (
            <>
              <Written>{source}</Written>
              {isToConfirm ? <span className="block font-semibold">{t('limits.toConfirm')}</span> : null}
            </>
          ),
        },
        {
          key: 'who',
          header: t('limits.column.who'),
          cell: ({ authorName, at }) =>
            authorName === null ? (
              t('limits.start')
            ) : (
              <>
                {authorName}, <DateText value={at} format="time" />
              </>
            ),
        },
        { key: 'why', header: t('limits.column.why'), cell: ({ reason }) => <Written>{reason}</Written> },
      ]}
    />
  );
}

/** The kinds of work, also those that ended. */
export function KindTable({ kinds }: { kinds: readonly KindRow[] }) {
  const { t, i18n } = useTranslation('procurement');
  const { locale } = useFormats();
  return (
    <DataTable
      caption={t('kinds.caption')}
      captionHidden
      rows={kinds}
      rowKey={({ slug }) => slug}
      columns={[
        {
          key: 'name',
          header: t('kinds.column.name'),
          cell: ({ slug, name, nameEn }) => (
            <a href={`/beheer/inkoopgrenzen/soorten/${slug}`}>{inLocale(locale, name, nameEn)}</a>
          ),
        },
        { key: 'regime', header: t('kinds.column.regime'), cell: ({ regime }) => t(`regime.${regime}`) },
        {
          key: 'state',
          header: t('kinds.column.state'),
          cell: ({ endsOn }) =>
            endsOn === null ? t('kinds.active') : t('kinds.endedOn', { date: dateText(endsOn, 'day', i18n.language) }),
        },
      ]}
    />
  );
}
