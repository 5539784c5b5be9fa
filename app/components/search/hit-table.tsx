import { useTranslation } from 'react-i18next';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { HitView } from '#app/modules/search/views.ts';
import { DataTable } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';
import { Marked } from './marked.tsx';
import { useFilterWords } from './use-filter-words.ts';

/** The same as the list, a line each. */
export function HitTable({ hits }: { hits: readonly HitView[] }) {
  const { t } = useTranslation('search');
  const { stageWord, placeOf } = useFilterWords();
  return (
    <DataTable
      caption={t('results')}
      captionHidden
      rows={hits}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          header: t('column.title'),
          cell: ({ path, title }) => (
            <a href={path}>
              <Marked fragments={title} />
            </a>
          ),
        },
        { key: 'kind', header: t('column.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
        { key: 'area', header: t('column.area'), cell: (hit) => <Written>{placeOf(hit)}</Written> },
        {
          key: 'stage',
          header: t('column.stage'),
          cell: ({ stage }) => (stage === null ? '' : stageWord(stage)),
        },
        {
          key: 'money',
          header: t('column.money'),
          numeric: true,
          cell: (hit) => (hit.cents === null ? '' : <Money cents={cents(hit.cents)} />),
        },
        {
          key: 'date',
          header: t('column.date'),
          cell: ({ date }) => (date === null ? '' : <DateText value={calendarDate(date)} format="short" />),
        },
      ]}
    />
  );
}
