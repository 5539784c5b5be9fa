import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cents } from '#app/kernel/money.ts';
import { Money } from '../content/money.tsx';
import { BudgetMeter } from '../figures/budget-meter.tsx';
import { Icon } from '../icon/icon.tsx';
import { Section } from '../page/section.tsx';
import { PlanLines } from './plan-lines.tsx';
import { SumTable } from './sum-tables.tsx';
import type { BudgetSums } from './sums.ts';

/** How it stands, and what no team got yet. */
export function BudgetTotals({ totals, unallocated }: { totals: BudgetSums; unallocated: Cents | null }) {
  const { t } = useTranslation('publicBudget');
  return (
    <Section title={t('sum.title')}>
      <BudgetMeter
        label={t('sum.label')}
        {...totals}
        hrefs={{ paid: '#besluiten', committed: '#besluiten', left: '#regels', budget: '#bronnen' }}
      />
      {unallocated === null || unallocated === 0 ? null : (
        <p className="mt-5">
          <a href="#bronnen" className="inline-block py-1">
            {t('sum.unallocated')}
          </a>
          {': '}
          <strong>
            <Money cents={unallocated} />
          </strong>
        </p>
      )}
    </Section>
  );
}

type YearsProps = { years: readonly (BudgetSums & { year: number })[]; hrefOf: (year: number) => string };

export function BudgetYears({ years, hrefOf }: YearsProps) {
  const { t } = useTranslation('publicBudget');
  // one year says the same as the whole
  if (years.length < 2) return null;
  return (
    <Section id="jaren" title={t('years.title')} lead={t('years.lead')}>
      <SumTable
        caption={t('years.title')}
        captionHidden
        head={t('years.year')}
        rows={years}
        rowKey={({ year }) => String(year)}
        cell={({ year }) => (
          <a href={hrefOf(year)} className="tabular inline-block py-1 text-ink">
            {year}
          </a>
        )}
      />
    </Section>
  );
}

export function FreeOrLabelled({ free, labelled }: { free: BudgetSums; labelled: BudgetSums }) {
  const { t } = useTranslation('publicBudget');
  const rows = [
    { key: 'free' as const, ...free },
    { key: 'labelled' as const, ...labelled },
  ];
  return (
    <Section title={t('label.title')} lead={t('label.lead')}>
      <SumTable
        caption={t('label.title')}
        captionHidden
        head={t('label.column')}
        rows={rows}
        rowKey={({ key }) => key}
        cell={({ key }) => (
          <a href="#bronnen" className="inline-block py-1 text-ink">
            {t(`label.${key}`)}
          </a>
        )}
      />
    </Section>
  );
}

type LinesSectionProps = ComponentProps<typeof PlanLines>;

/** As many as fit on one page; who wants the rest chooses a team or a year. */
const mostLines = 60;
const fewLines = 12;

export function LinesSection({ lines, total, withoutBody }: LinesSectionProps) {
  const { t } = useTranslation('publicBudget');
  const shown = lines.slice(0, mostLines);
  return (
    <Section id="regels" title={t('lines.title')} lead={t('lines.lead')}>
      {lines.length === 0 ? (
        <p className="text-ink-soft">{t('lines.none')}</p>
      ) : (
        <details open={lines.length <= fewLines}>
          <summary className="fold-summary">
            {t('lines.found', { count: lines.length })}
            <Icon name="chevron-down" className="ml-auto size-5 unfolded:rotate-180" />
          </summary>
          <div className="pt-3">
            <PlanLines lines={shown} total={total} withoutBody={withoutBody} />
            {shown.length === lines.length ? null : (
              <p className="mt-4">{t('lines.some', { shown: shown.length, count: lines.length })}</p>
            )}
          </div>
        </details>
      )}
    </Section>
  );
}
