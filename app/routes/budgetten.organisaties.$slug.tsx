import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DayInput, YearSelect } from '#app/components/budget/budget-filters.tsx';
import { BudgetNotices, JsonLink } from '#app/components/budget/budget-parts.tsx';
import { GrantsSection } from '#app/components/budget/grants-section.tsx';
import { InstrumentTable } from '#app/components/budget/instrument-table.tsx';
import { SourceList } from '#app/components/budget/source-list.tsx';
import { Facts } from '#app/components/content/facts.tsx';
import { FilterBar } from '#app/components/content/filter-bar.tsx';
import { Money } from '#app/components/content/money.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { budgetHref, budgetPageSize, readBudgetFilter } from '#app/modules/budgets/budget-filter.ts';
import { MarketLink } from '#app/components/portfolio/market-link.tsx';
import { portfolioOfOrganisation } from '#app/modules/portfolios/queries/portfolio-page.query.server.ts';
import { recipientPage } from '#app/modules/budgets/queries/recipients.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, now, params, url }) => {
  const { year, until, page } = readBudgetFilter(url.searchParams);
  const view = await recipientPage(database, params.slug ?? '', { year, until, page });
  if (view === null) throw notFound();
  const portfolio = await portfolioOfOrganisation(database, view.organisation.slug);
  return { view, portfolioSlug: portfolio?.slug ?? null, filter: { year, until, page }, today: dayInAmsterdam(now) };
});

export const handle = { kept: keptPage('jaar', 'op', 'pagina') };

export const meta = pageTitle<typeof loader>(
  (_t, { view }) => view.organisation.name,
  (t, { view }) => t('publicBudget:organisation.lead', { name: view.organisation.name }),
);

export default function Recipient() {
  const { view, portfolioSlug, filter, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['publicBudget', 'portfolios']);
  const { organisation, totals } = view;
  const { year, until } = filter;
  const path = `/budgetten/organisaties/${organisation.slug}`;
  return (
    <Page>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('crumb'), href: budgetHref('/budgetten', { year, until }) },
              { label: t('part.organisations'), href: budgetHref('/budgetten/organisaties', { year, until }) },
            ]}
          />
        }
        eyebrow={t('organisation.eyebrow')}
        title={organisation.name}
        lead={t('organisation.lead', organisation)}
        tone="sand"
        stampId={organisation.slug}
      />
      <FilterBar action={path} activeCount={[year, until].filter((value) => value !== null).length}>
        <YearSelect years={view.years} value={year} />
        <DayInput value={until} today={today} />
      </FilterBar>
      <BudgetNotices until={until} hasExamples={false} />
      <Section title={t('organisation.received')}>
        {totals.count === 0 ? (
          <p className="text-ink-soft">{t('organisation.none', organisation)}</p>
        ) : (
          <>
            <p className="mb-6">
              <a href="#besluiten" className="inline-block py-1 text-3xl font-bold text-ink">
                <Money cents={totals.granted} />
              </a>
              <span className="block text-ink-soft">{t('grants.found', { count: totals.count })}</span>
            </p>
            <Facts
              layout="beside"
              facts={[
                { term: t('sum.paid'), value: <Money cents={totals.paid} /> },
                { term: t('sum.committed'), value: <Money cents={totals.committed} /> },
                { term: t('sum.released'), value: <Money cents={totals.released} /> },
              ]}
            />
          </>
        )}
      </Section>
      {totals.count === 0 ? null : (
        <Section title={t('instrument.caption')} lead={t('instrument.lead')}>
          <InstrumentTable rows={view.instruments} totals={totals} />
        </Section>
      )}
      {totals.count === 0 ? null : (
        <GrantsSection
          grants={view.decisions}
          count={totals.count}
          page={filter.page}
          pageSize={budgetPageSize}
          hrefFor={(page) => budgetHref(path, { ...filter, page })}
          withoutRecipient
        />
      )}
      {view.contributions.length === 0 ? null : (
        <Section title={t('organisation.brings', organisation)}>
          <SourceList
            sources={view.contributions}
            hrefOf={(source) => `${budgetHref('/budgetten', { year, until, source })}#bronnen`}
          />
        </Section>
      )}
      {portfolioSlug === null ? null : (
        <MarketLink
          slug={portfolioSlug}
          text={t('portfolios:page.organisationOnMarket')}
          link={t('portfolios:page.toMarket')}
        />
      )}
      <JsonLink href={budgetHref(`${path}.json`, filter)} />
    </Page>
  );
}
