import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DayInput, YearSelect } from '#app/components/budget/budget-filters.tsx';
import { BudgetNotices, BudgetParts, JsonLink } from '#app/components/budget/budget-parts.tsx';
import { GrantSumTable } from '#app/components/budget/sum-tables.tsx';
import { FilterBar } from '#app/components/content/filter-bar.tsx';
import { SearchBox } from '#app/components/content/search-box.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { budgetHref, readBudgetFilter, residentsWord, shopsWord } from '#app/modules/budgets/budget-filter.ts';
import { recipientsView, type RecipientsView } from '#app/modules/budgets/queries/recipients.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, now, url }) => {
  const { year, until, text } = readBudgetFilter(url.searchParams);
  const view = await recipientsView(database, { year, until, text });
  return { view, filter: { year, until, text }, today: dayInAmsterdam(now) };
});

export const handle = { kept: keptPage('jaar', 'op') };

export const meta = pageTitle<typeof loader>(
  (t) => t('publicBudget:organisations.title'),
  (t) => t('publicBudget:organisations.lead'),
);

const path = '/budgetten/organisaties';

type Row = { key: string; name: string; href: string | null } & RecipientsView['totals'];

export default function Recipients() {
  const { view, filter, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation('publicBudget');
  const { year, until, text } = filter;
  const rows: Row[] = view.organisations.map(({ slug, ...row }) => ({
    key: slug,
    href: budgetHref(`${path}/${slug}`, { year, until }),
    ...row,
  }));
  if (view.residents !== null)
    rows.push({
      key: residentsWord,
      name: t('organisations.residents'),
      href: `${budgetHref('/budgetten', { year, until, text, organisation: residentsWord })}#besluiten`,
      ...view.residents,
    });
  if (view.shops !== null)
    rows.push({
      key: shopsWord,
      name: t('organisations.shops'),
      href: `${budgetHref('/budgetten', { year, until, text, organisation: shopsWord })}#besluiten`,
      ...view.shops,
    });
  if (view.actielijnen !== null)
    rows.push({ key: 'actielijnen', name: t('organisations.actielijnen'), href: null, ...view.actielijnen });
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: budgetHref('/budgetten', { year, until }) }]} />}
        title={t('organisations.title')}
        lead={t('organisations.lead')}
        tone="sand"
        stampId="ontvangers"
      />
      <BudgetParts current="organisations" />
      <FilterBar
        action={path}
        activeCount={[year, until].filter((value) => value !== null).length}
        search={
          <SearchBox label={t('organisations.search')} placeholder={t('organisations.placeholder')} value={text} />
        }
      >
        <YearSelect years={view.years} value={year} />
        <DayInput value={until} today={today} />
      </FilterBar>
      <BudgetNotices until={until} hasExamples={false} />
      {rows.length === 0 ? (
        <NobodyHere isFiltered={text !== '' || year !== null || until !== null} />
      ) : (
        <Section title={t('organisations.title')} titleHidden>
          <GrantSumTable
            caption={t('organisations.title')}
            head={t('organisations.organisation')}
            name={({ name, href }) =>
              href === null ? (
                name
              ) : (
                <a href={href} className="inline-block py-1 text-ink">
                  {name}
                </a>
              )
            }
            rows={rows}
            rowKey={({ key }) => key}
            totals={view.totals}
          />
        </Section>
      )}
      <JsonLink href={budgetHref(`${path}.json`, filter)} />
    </Page>
  );
}

/** Nobody received anything yet, or nobody of whom somebody asked. */
function NobodyHere({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation('publicBudget');
  if (!isFiltered) {
    return (
      <EmptyState title={t('organisations.none')} stampId="geen-ontvanger">
        <p>{t('organisations.noneText')}</p>
      </EmptyState>
    );
  }
  const all = (
    <ButtonLink href={path} tone="quiet">
      {t('organisations.all')}
    </ButtonLink>
  );
  return (
    <EmptyState title={t('organisations.notFound')} stampId="geen-ontvanger" action={all}>
      <p>{t('organisations.notFoundText')}</p>
    </EmptyState>
  );
}
