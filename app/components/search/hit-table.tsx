import { useTranslation } from 'react-i18next';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { plainTitle, type HitGroup } from '#app/modules/search/grouped.ts';
import { DataTable } from '../content/data-table.tsx';
import { DateText } from '../content/date-text.tsx';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';
import { Marked } from './marked.tsx';
import { useFilterWords } from './use-filter-words.ts';

/** The same as the list, a line each. */
export function HitTable({ groups }: { groups: readonly HitGroup[] }) {
  const { t } = useTranslation('search');
  const { stageWord, placeOf } = useFilterWords();
  return (
    <DataTable
      caption={t('results')}
      captionHidden
      rows={groups}
      rowKey={({ hit }) => hit.id}
      columns={[
        {
          key: 'title',
          header: t('column.title'),
          cell: ({ hit: { path, title } }) => (
            <a href={path}>
              <Marked fragments={title} />
            </a>
          ),
        },
        {
          key: 'kind',
          header: t('column.kind'),
          cell: ({ hit, also }) => (
            <ul>
              <li>{t(`kind.${hit.kind}`)}</li>
              {also.map((other) => (
                <li key={other.id}>
                  <a
                    href={other.path}
                    aria-label={t('alsoOf', { kind: t(`kind.${other.kind}`), title: plainTitle(hit) })}
                  >
                    {t(`kind.${other.kind}`)}
                  </a>
                </li>
              ))}
            </ul>
          ),
        },
        {
          key: 'area',
          header: t('column.area'),
          cell: ({ hit }) => {
            const place = placeOf(hit);
            return place === '' ? '' : <Written>{place}</Written>;
          },
        },
        {
          key: 'stage',
          header: t('column.stage'),
          cell: ({ hit: { stage } }) => (stage === null ? '' : stageWord(stage)),
        },
        {
          key: 'money',
          header: t('column.money'),
          numeric: true,
          cell: ({ hit }) => (hit.cents === null ? '' : <Money cents={cents(hit.cents)} />),
        },
        {
          key: 'date',
          header: t('column.date'),
          cell: ({ hit: { date } }) => (date === null ? '' : <DateText value={calendarDate(date)} format="short" />),
        },
      ]}
    />
  );
}
