import { useTranslation } from 'react-i18next';
import { useLocale } from '#app/i18n/use-locale.ts';
import { Quoting, Written } from '../content/written.tsx';
import { ExampleTag } from '../fund/example-tag.tsx';
import { SumTable } from './sum-tables.tsx';
import type { BudgetSums } from './sums.ts';

type Line = BudgetSums & {
  slug: string;
  name: string;
  year: number;
  label: string;
  isExample: boolean;
  body: { slug: string; name: string };
  actielijn: { slug: string; title: string } | null;
  source: { slug: string; name: string; nameEn: string };
};

type PlanLinesProps = { lines: readonly Line[]; total?: BudgetSums; withoutBody?: boolean };

/** Lines of the bestedingsplan; each leads to its entries. */
export function PlanLines({ lines, total, withoutBody = false }: PlanLinesProps) {
  const { t } = useTranslation('publicBudget');
  return (
    <SumTable
      caption={t('lines.title')}
      captionHidden
      head={t('lines.line')}
      rows={lines}
      rowKey={({ slug }) => slug}
      total={total}
      cell={(line) => <LineName line={line} withoutBody={withoutBody} />}
    />
  );
}

function LineName({ line, withoutBody }: { line: Line; withoutBody: boolean }) {
  const { t } = useTranslation('publicBudget');
  const locale = useLocale();
  const source = locale === 'en' ? line.source.nameEn : line.source.name;
  return (
    <>
      <a href={`/fondsen/${line.slug}#boekingen`} className="inline-block py-1 text-ink">
        <Written>{line.name}</Written>
      </a>
      <span className="block text-sm font-normal text-ink-soft">
        <span className="tabular">{line.year}</span>
        {withoutBody ? null : (
          <>
            {' · '}
            <Written>{line.body.name}</Written>
          </>
        )}
        {' · '}
        {line.actielijn === null ? t('lines.whole') : <Written>{line.actielijn.title}</Written>}
        {' · '}
        {t('lines.from', { source })}
        {line.label === '' ? null : (
          <>
            {' · '}
            <Quoting text={t('lines.labelled', { label: line.label })} written={line.label} />
          </>
        )}
      </span>
      {line.isExample ? <ExampleTag /> : null}
    </>
  );
}
