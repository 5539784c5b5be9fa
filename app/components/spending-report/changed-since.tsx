import { useTranslation } from 'react-i18next';
import type { Cents } from '#app/kernel/money.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';
import { Section } from '../page/section.tsx';

const kinds = ['planned', 'committed', 'paid'] as const;

type Numbers = { slug: string; name: string } & Record<(typeof kinds)[number], Cents>;

/** What was put right about the day of a report after it was sent: the number then beside the one of now. */
export function ChangedSince({ lines, changed }: { lines: readonly Numbers[]; changed: readonly Numbers[] }) {
  const { t } = useTranslation('spendingReport');
  const then = new Map(lines.map((line) => [line.slug, line]));
  const rows = changed.flatMap((now) =>
    kinds
      .map((kind) => ({ ...now, kind, before: then.get(now.slug)?.[kind] ?? null, after: now[kind] }))
      .filter(({ before, after }) => before !== after),
  );
  return (
    <Section title={t('since.title')} lead={rows.length === 0 ? undefined : t('since.lead')}>
      {rows.length === 0 ? (
        <p>{t('since.none')}</p>
      ) : (
        <DataTable
          caption={t('since.title')}
          captionHidden
          columns={[
            {
              key: 'line',
              header: t('column.line'),
              cell: ({ slug, name, kind }) => (
                <>
                  <a href={`/fondsen/${slug}`} className="text-ink">
                    <Written>{name}</Written>
                  </a>
                  {`: ${t(`column.${kind}`)}`}
                </>
              ),
            },
            {
              key: 'then',
              header: t('column.then'),
              numeric: true,
              cell: ({ before }) => (before === null ? t('since.notThen') : <Money cents={before} />),
            },
            { key: 'now', header: t('column.now'), numeric: true, cell: ({ after }) => <Money cents={after} /> },
          ]}
          rows={rows}
          rowKey={({ slug, kind }) => `${slug}-${kind}`}
        />
      )}
    </Section>
  );
}
