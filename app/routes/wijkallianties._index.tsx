import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DayInput, YearSelect } from '#app/components/budget/budget-filters.tsx';
import { BudgetNotices, BudgetParts, JsonLink } from '#app/components/budget/budget-parts.tsx';
import { SumTable } from '#app/components/budget/sum-tables.tsx';
import { FilterBar } from '#app/components/content/filter-bar.tsx';
import { Written } from '#app/components/content/written.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { allianceMoney } from '#app/modules/alliances/queries/alliance-money.query.server.ts';
import { budgetHref, readBudgetFilter } from '#app/modules/budgets/budget-filter.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, now, url }) => {
  const { year, until } = readBudgetFilter(url.searchParams);
  const view = await allianceMoney(database, { year, until });
  return { view, filter: { year, until }, today: dayInAmsterdam(now) };
});

export const handle = { kept: keptPage('jaar', 'op') };

export const meta = pageTitle<typeof loader>(
  (t) => t('alliances:list.title'),
  (t) => t('alliances:list.lead'),
);

const path = '/wijkallianties';

export default function Alliances() {
  const { view, filter, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['alliances', 'publicBudget']);
  const { year, until } = filter;
  return (
    <Page>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs crumbs={[{ label: t('publicBudget:crumb'), href: budgetHref('/budgetten', filter) }]} />
        }
        title={t('alliances:list.title')}
        lead={t('alliances:list.lead')}
        tone="sand"
        stampId="wijkallianties"
      />
      <BudgetParts current="alliances" />
      <FilterBar action={path} activeCount={[year, until].filter((value) => value !== null).length}>
        <YearSelect years={view.years} value={year} />
        <DayInput value={until} today={today} />
      </FilterBar>
      <BudgetNotices until={until} hasExamples={view.hasExamples} />
      {view.alliances.length === 0 ? (
        <EmptyState title={t('alliances:list.none')} stampId="geen-wijkalliantie" />
      ) : (
        <Section title={t('alliances:list.title')} titleHidden>
          <SumTable
            caption={t('alliances:list.title')}
            captionHidden
            head={t('alliances:page.eyebrow')}
            rows={view.alliances}
            rowKey={({ slug }) => slug}
            cell={({ slug, name }) => (
              <a href={budgetHref(`${path}/${slug}`, { year })} className="inline-block py-1 text-ink">
                <Written>{name}</Written>
              </a>
            )}
            total={view.totals}
          />
          <p className="mt-6">
            <a href="/opgaveteams#wijkallianties" className="inline-block py-2">
              {t('alliances:list.teams')}
            </a>
          </p>
        </Section>
      )}
      <JsonLink href={budgetHref(`${path}.json`, filter)} />
    </Page>
  );
}
