import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { ObjectionKind } from '#app/modules/decisions/objection-term.ts';
import type { ObjectionTermRow } from '#app/modules/decisions/objection-term-view.ts';
import { DataTable } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { Quoting, Written } from '../content/written.tsx';

function useTermWords() {
  const { t, i18n } = useTranslation('decisions');
  const day = (value: ObjectionTermRow['beginsOn']) => dateText(value, 'day', i18n.language);
  return {
    weeks: ({ weeks }: ObjectionTermRow) =>
      weeks === null ? t('receipt.terms.noWeeks') : t('receipt.terms.weeks', { count: weeks }),
    period: ({ beginsOn, endsOn }: ObjectionTermRow) =>
      endsOn === null
        ? t('receipt.terms.fromOpen', { from: day(beginsOn) })
        : t('receipt.terms.from', { from: day(beginsOn), until: day(endsOn) }),
  };
}

/** What counts today, a card for each kind of decision. */
export function ObjectionTermsNow({
  now,
}: {
  now: readonly { which: ObjectionKind; term: ObjectionTermRow | null }[];
}) {
  const { t } = useTranslation('decisions');
  const words = useTermWords();
  return (
    <ul className="grid gap-4 md:grid-cols-2">
      {now.map(({ which, term }) => (
        <li key={which} className="flex flex-col gap-2 rounded bg-surface p-5">
          <h3 className="text-base">{t(`receipt.terms.kind.${which}`)}</h3>
          {term === null ? (
            <>
              <p className="text-xl font-bold text-brick">{t('receipt.terms.missing')}</p>
              <p className="text-ink-soft">{t('receipt.terms.missingText')}</p>
            </>
          ) : (
            <>
              <p className="text-xl font-bold">{words.weeks(term)}</p>
              <p>
                <Written>{term.how}</Written>
              </p>
              <p className="text-sm">{words.period(term)}</p>
              <p className="text-sm text-ink-soft">
                <Quoting text={t('receipt.remedy.source', { source: term.source })} written={term.source} />
              </p>
              {term.isToConfirm ? <p className="text-sm font-semibold">{t('receipt.terms.toConfirm')}</p> : null}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Everything that was filled in, newest first. */
export function ObjectionTermHistory({ history }: { history: readonly ObjectionTermRow[] }) {
  const { t } = useTranslation('decisions');
  const words = useTermWords();
  return (
    <DataTable
      caption={t('receipt.terms.historyCaption')}
      captionHidden
      rows={history}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'which',
          header: t('receipt.terms.column.which'),
          cell: ({ which }) => t(`receipt.terms.kind.${which}`),
        },
        { key: 'weeks', header: t('receipt.terms.column.weeks'), cell: words.weeks },
        { key: 'period', header: t('receipt.terms.column.period'), cell: words.period },
        {
          key: 'source',
          header: t('receipt.terms.column.source'),
          cell: ({ source, isToConfirm }) => (
            <>
              <Written>{source}</Written>
              {isToConfirm ? <span className="block font-semibold">{t('receipt.terms.toConfirm')}</span> : null}
            </>
          ),
        },
        {
          key: 'who',
          header: t('receipt.terms.column.who'),
          cell: ({ authorName, at, reason }) => (
            <>
              {authorName === null ? (
                t('receipt.terms.start')
              ) : (
                <>
                  {authorName}, <DateText value={at} format="time" />
                </>
              )}
              <span className="block text-sm text-ink-soft">
                <Written>{reason}</Written>
              </span>
            </>
          ),
        },
      ]}
    />
  );
}
