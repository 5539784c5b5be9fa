import { useTranslation } from 'react-i18next';
import { subtractCents, type Cents } from '#app/kernel/money.ts';
import type { ReactNode } from 'react';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { Quoting, Written } from '../content/written.tsx';
import { ExampleTag } from '../fund/example-tag.tsx';
import { SignedMoney } from '../fund/signed-money.tsx';

type Line = {
  slug: string;
  name: string;
  planned: Cents;
  committed: Cents;
  paid: Cents;
  forecast: Cents | null;
  explanation: string;
  isExample: boolean;
};

type Totals = { planned: Cents; committed: Cents; paid: Cents; forecast: Cents; deviation: Cents };

type ReportTableProps = { caption: ReactNode; lines: readonly Line[]; totals: Totals };

/** Lines of one domain: planned, promised, paid, expected, and why it differs. */
export function ReportTable({ caption, lines, totals }: ReportTableProps) {
  const { t } = useTranslation('spendingReport');
  const money = (of: (line: Line) => Cents) => (line: Line) => <Money cents={of(line)} />;
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: 'line', header: t('column.line'), cell: (line) => <LineWords line={line} /> },
        { key: 'planned', header: t('column.planned'), numeric: true, cell: money(({ planned }) => planned) },
        { key: 'committed', header: t('column.committed'), numeric: true, cell: money(({ committed }) => committed) },
        { key: 'paid', header: t('column.paid'), numeric: true, cell: money(({ paid }) => paid) },
        {
          key: 'forecast',
          header: t('column.forecast'),
          numeric: true,
          cell: ({ forecast }) => (forecast === null ? t('noForecast') : <Money cents={forecast} />),
        },
        {
          key: 'deviation',
          header: t('column.deviation'),
          numeric: true,
          cell: ({ forecast, planned }) =>
            forecast === null ? null : <SignedMoney cents={subtractCents(forecast, planned)} />,
        },
      ]}
      rows={lines}
      rowKey={({ slug }) => slug}
      footer={{
        line: t('total'),
        planned: <Money cents={totals.planned} />,
        committed: <Money cents={totals.committed} />,
        paid: <Money cents={totals.paid} />,
        forecast: <Money cents={totals.forecast} />,
        deviation: <SignedMoney cents={totals.deviation} />,
      }}
    />
  );
}

function LineWords({ line: { slug, name, explanation, isExample } }: { line: Line }) {
  const { t } = useTranslation('spendingReport');
  return (
    <>
      <a href={`/fondsen/${slug}`} className="text-ink">
        <Written>{name}</Written>
      </a>
      {isExample ? <ExampleTag /> : null}
      {explanation === '' ? null : (
        <span className="block text-sm font-normal whitespace-pre-line text-ink-soft">
          <Quoting text={`${t('explanation')} ${explanation}`} written={explanation} />
        </span>
      )}
    </>
  );
}
