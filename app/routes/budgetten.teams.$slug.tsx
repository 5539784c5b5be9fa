import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DayInput, YearSelect } from '#app/components/budget/budget-filters.tsx';
import { BudgetNotices, JsonLink } from '#app/components/budget/budget-parts.tsx';
import { BudgetYears, LinesSection } from '#app/components/budget/budget-sections.tsx';
import { GrantsSection } from '#app/components/budget/grants-section.tsx';
import { SumTable } from '#app/components/budget/sum-tables.tsx';
import { FilterBar } from '#app/components/content/filter-bar.tsx';
import { Money } from '#app/components/content/money.tsx';
import { useFormats } from '#app/components/content/use-formats.ts';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { BudgetMeter } from '#app/components/figures/budget-meter.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { budgetHref, budgetPageSize, readBudgetFilter } from '#app/modules/budgets/budget-filter.ts';
import { teamBudget } from '#app/modules/budgets/queries/team-budget.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { SetApart } from '#app/components/fund/set-apart.tsx';
import { noMoney } from '#app/kernel/money.ts';
import { setApart } from '#app/modules/ledger/queries/set-apart.query.server.ts';

export const loader = guardLoader(everyone, async ({ database, now, params, url }) => {
  const { year, until, page } = readBudgetFilter(url.searchParams);
  const team = await teamBudget(database, params.slug ?? '', { year, until, page });
  if (team === null) throw notFound();
  const reserved = year === null && until === null ? await setApart(database, team.body.slug) : noMoney;
  return { team, reserved, filter: { year, until, page }, today: dayInAmsterdam(now) };
});

export const handle = { kept: keptPage('jaar', 'op', 'pagina') };

export const meta = pageTitle<typeof loader>(
  (t, { team }) => `${t('publicBudget:crumb')}: ${team.body.name}`,
  (t, { team }) => t('publicBudget:teamPage.lead', { name: team.body.name }),
);

export default function TeamBudget() {
  const { team, reserved, filter, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation('publicBudget');
  const { body, totals } = team;
  const path = `/budgetten/teams/${body.slug}`;
  const { year, until } = filter;
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: budgetHref('/budgetten', { year, until }) }]} />}
        eyebrow={t('teamPage.eyebrow')}
        title={<Written>{body.name}</Written>}
        lead={<Quoting text={t('teamPage.lead', { name: body.name })} written={body.name} />}
        tone="sand"
        stampId={body.slug}
        actions={
          <>
            {body.kind === 'wijkalliantie' ? (
              <ButtonLink href={budgetHref(`/wijkallianties/${body.slug}`, { year })}>
                {t('teamPage.everyEuro')}
              </ButtonLink>
            ) : null}
            <ButtonLink href={`/opgaveteams/${body.slug}`} tone="quiet">
              {t('teamPage.about')}
            </ButtonLink>
          </>
        }
      />
      <FilterBar action={path} activeCount={[year, until].filter((value) => value !== null).length}>
        <YearSelect years={team.years.map((each) => each.year)} value={year} />
        <DayInput value={until} today={today} />
      </FilterBar>
      <BudgetNotices until={until} hasExamples={team.hasExamples} />
      {team.lines.length === 0 ? (
        <EmptyState title={t('teamPage.none')} stampId={`geen-budget-${body.slug}`}>
          <p>{t('flow.noneText')}</p>
        </EmptyState>
      ) : (
        <Section title={t('sum.title')}>
          <Left available={totals.available} budget={totals.budget} />
          <BudgetMeter
            label={<Written>{body.name}</Written>}
            {...totals}
            hrefs={{ paid: '#besluiten', committed: '#besluiten', left: '#regels', budget: '#regels' }}
          />
          <SetApart reserved={reserved} />
        </Section>
      )}
      <BudgetYears years={team.years} hrefOf={(each) => budgetHref(path, { year: each, until })} />
      {team.actielijnen.length < 2 ? null : (
        <Section title={t('teamPage.actielijnen')}>
          <SumTable
            caption={t('teamPage.actielijnen')}
            captionHidden
            head={t('teamPage.actielijn')}
            rows={team.actielijnen}
            rowKey={({ actielijn }) => actielijn?.slug ?? 'whole'}
            total={totals}
            cell={({ actielijn }) =>
              actielijn === null ? (
                <a href="#regels" className="inline-block py-1 text-ink">
                  {t('teamPage.whole')}
                </a>
              ) : (
                <a
                  href={`${budgetHref('/budgetten', { year, until, body: body.slug, actielijn: actielijn.slug })}#regels`}
                  className="inline-block py-1 text-ink"
                >
                  <Written>{actielijn.title}</Written>
                </a>
              )
            }
          />
        </Section>
      )}
      <LinesSection lines={team.lines} total={totals} withoutBody />
      <GrantsSection
        grants={team.decisions}
        count={team.decisionCount}
        page={filter.page}
        pageSize={budgetPageSize}
        hrefFor={(page) => budgetHref(path, { ...filter, page })}
        withoutBody
      />
      {team.children.length === 0 ? null : (
        <Section title={t('teamPage.under')} lead={t('teamPage.underLead')}>
          <SumTable
            caption={t('teamPage.under')}
            captionHidden
            head={t('team')}
            rows={team.children}
            rowKey={(child) => child.body.slug}
            cell={(child) => (
              <a
                href={budgetHref(`/budgetten/teams/${child.body.slug}`, { year, until })}
                className="inline-block py-1 text-ink"
              >
                <Written>{child.body.name}</Written>
              </a>
            )}
          />
        </Section>
      )}
      <JsonLink href={budgetHref(`${path}.json`, filter)} />
    </Page>
  );
}

type LeftProps = Pick<ReturnType<typeof useLoaderData<typeof loader>>['team']['totals'], 'available' | 'budget'>;

/** The first question about a plan: how much of it is left? */
function Left({ available, budget }: LeftProps) {
  const { t } = useTranslation('publicBudget');
  const { money, figure } = useFormats();
  return (
    <p className="mb-6">
      <span className="block">{t('teamPage.left')}</span>
      <a href="#regels" className="inline-block py-1 text-3xl font-bold text-ink">
        <Money cents={available} />
      </a>
      {budget === 0 ? null : (
        <span className="block text-ink-soft">
          {t('teamPage.leftOf', { share: figure((available / budget) * 100), budget: money(budget) })}
        </span>
      )}
    </p>
  );
}
