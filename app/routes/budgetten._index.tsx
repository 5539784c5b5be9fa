import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { BudgetFilters } from '#app/components/budget/budget-filters.tsx';
import { BudgetNotices, BudgetParts, JsonLink } from '#app/components/budget/budget-parts.tsx';
import { BudgetTotals, BudgetYears, FreeOrLabelled, LinesSection } from '#app/components/budget/budget-sections.tsx';
import { FlowTables } from '#app/components/budget/flow-tables.tsx';
import { GrantsSection } from '#app/components/budget/grants-section.tsx';
import { MoneyFlow } from '#app/components/budget/money-flow.tsx';
import { SourceList } from '#app/components/budget/source-list.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import {
  activeBudgetFilters,
  budgetHref,
  budgetPageSize,
  otherPlaces,
  readBudgetFilter,
  residentsWord,
  shopsWord,
} from '#app/modules/budgets/budget-filter.ts';
import { budgetOverview } from '#app/modules/budgets/queries/budget-overview.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { SetApart } from '#app/components/fund/set-apart.tsx';
import { noMoney } from '#app/kernel/money.ts';
import { setApartInAll } from '#app/modules/ledger/queries/set-apart.query.server.ts';

export const loader = guardLoader(everyone, async ({ database, remember, now, url }) => {
  const filter = readBudgetFilter(url.searchParams);
  // what is set apart is of now, and of funds as a whole
  const reserved = activeBudgetFilters(filter) === 0 ? await setApartInAll(remember) : noMoney;
  return { filter, today: dayInAmsterdam(now), view: await budgetOverview({ database, remember }, filter), reserved };
});

export const handle = { kept: keptPage('jaar', 'op', 'team', 'bron', 'actielijn', 'wijk', 'organisatie', 'pagina') };

export const meta = pageTitle<typeof loader>(
  (t) => t('publicBudget:title'),
  (t) => t('publicBudget:lead'),
);

const path = '/budgetten';

export default function Budgets() {
  const { filter, today, view, reserved } = useLoaderData<typeof loader>();
  const { t } = useTranslation('publicBudget');
  const { year, until } = filter;
  const here = { ...filter, page: 1 };
  const teamHref = (slug: string) => budgetHref(`${path}/teams/${slug}`, { year, until });
  const hrefOf = ({ source, body }: { source?: string; body?: string }) =>
    `${budgetHref(path, { ...here, source: source ?? filter.source, body: body ?? filter.body })}#regels`;
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} tone="sand" stampId="budgetten" />
      <BudgetParts current="budgets" />
      <BudgetFilters
        action={path}
        activeCount={activeBudgetFilters(filter)}
        filter={filter}
        options={view.options}
        today={today}
        words={{ residents: residentsWord, shops: shopsWord, ...otherPlaces }}
      />
      <BudgetNotices until={until} hasExamples={view.hasExamples} />
      {view.decisionsOnly ? <Notice>{t('decisionsOnly')}</Notice> : null}
      {view.lines.length === 0 ? (
        <EmptyState title={t('flow.none')} stampId="geen-budget">
          <p>{t('flow.noneText')}</p>
        </EmptyState>
      ) : (
        <>
          <BudgetTotals totals={view.totals} unallocated={view.unallocated} />
          <SetApart reserved={reserved} />
          <Section title={t('flow.title')} lead={t('flow.lead')}>
            <MoneyFlow
              flows={view.flows}
              teams={view.teams}
              waiting={waitingOf(view)}
              hrefOf={hrefOf}
              teamHref={teamHref}
            />
            <FlowTables
              flows={view.flows}
              teams={view.teams}
              totals={view.totals}
              hrefOf={hrefOf}
              teamHref={teamHref}
            />
          </Section>
        </>
      )}
      <BudgetYears years={view.years} hrefOf={(each) => budgetHref(path, { ...here, year: each })} />
      {view.lines.every(({ label }) => label === '') ? null : (
        <FreeOrLabelled free={view.free} labelled={view.labelled} />
      )}
      <LinesSection lines={view.lines} total={view.totals} />
      <GrantsSection
        grants={view.decisions}
        count={view.decisionCount}
        page={filter.page}
        pageSize={budgetPageSize}
        hrefFor={(page) => budgetHref(path, { ...filter, page })}
      />
      {view.sources.length === 0 ? null : (
        <Section id="bronnen" title={t('sources.title')} lead={t('sources.lead')}>
          <SourceList sources={view.sources} hrefOf={(source) => budgetHref(path, { ...here, source })} />
        </Section>
      )}
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <a href="/budgetten/wijzigingen">{t('more.changes')}</a>
        <a href="/budgetten/uitputting">{t('more.reports')}</a>
        <a href="/donutfonds">{t('more.donutfonds')}</a>
        <a href="/stemmingen">{t('more.votes')}</a>
        <a href="/transparantie/dagen">{t('more.days')}</a>
      </p>
      <JsonLink href={budgetHref(`${path}.json`, filter)} />
    </Page>
  );
}

/** What no team got yet, where the whole of it is asked for; hours and goods wait for nobody. */
function waitingOf({ unallocated, sources }: ReturnType<typeof useLoaderData<typeof loader>>['view']) {
  if (unallocated === null) return [];
  return sources.filter(({ form }) => form === 'money').map((source) => ({ source, amount: source.unallocated }));
}
