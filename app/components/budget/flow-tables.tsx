import { useTranslation } from 'react-i18next';
import { useLocale } from '#app/i18n/use-locale.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';
import { Icon } from '../icon/icon.tsx';
import type { FlowLine } from './money-flow.tsx';
import { SumTable } from './sum-tables.tsx';
import type { BudgetSums } from './sums.ts';

type Body = { slug: string; name: string };

type FlowTablesProps = {
  flows: readonly FlowLine[];
  teams: readonly (BudgetSums & { body: Body })[];
  totals: BudgetSums;
  hrefOf: (to: { source?: string; body?: string }) => string;
  teamHref: (slug: string) => string;
};

/** The amounts of the picture, for who rather reads or listens. */
export function FlowTables({ flows, teams, totals, hrefOf, teamHref }: FlowTablesProps) {
  const { t } = useTranslation('publicBudget');
  const locale = useLocale();
  return (
    <div className="mt-8 flex flex-col gap-6">
      <SumTable
        caption={t('flow.table')}
        head={t('team')}
        rows={teams}
        rowKey={({ body }) => body.slug}
        total={totals}
        cell={({ body }) => (
          <a href={teamHref(body.slug)} className="inline-block py-1 text-ink">
            <Written>{body.name}</Written>
          </a>
        )}
      />
      <details>
        <summary className="fold-summary">
          {t('flow.bands')}
          <Icon name="chevron-down" className="ml-auto size-5 unfolded:rotate-180" />
        </summary>
        <div className="pt-3">
          <DataTable
            caption={t('flow.bands')}
            captionHidden
            rows={flows}
            rowKey={({ source, body }) => `${source.slug} ${body.slug}`}
            columns={[
              {
                key: 'from',
                header: t('flow.from'),
                cell: ({ source }) => (locale === 'en' ? source.nameEn : source.name),
              },
              { key: 'to', header: t('flow.to'), cell: ({ body }) => <Written>{body.name}</Written> },
              {
                key: 'amount',
                header: t('flow.amount'),
                numeric: true,
                cell: ({ source, body, amount }) => (
                  <a href={hrefOf({ source: source.slug, body: body.slug })} className="inline-block py-1 text-ink">
                    <Money cents={amount} />
                  </a>
                ),
              },
            ]}
          />
        </div>
      </details>
    </div>
  );
}
