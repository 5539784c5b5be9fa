import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DayInput, YearSelect } from '#app/components/budget/budget-filters.tsx';
import { BudgetNotices, BudgetParts, JsonLink } from '#app/components/budget/budget-parts.tsx';
import { GrantSumTable } from '#app/components/budget/sum-tables.tsx';
import { FilterBar } from '#app/components/content/filter-bar.tsx';
import { useFormats } from '#app/components/content/use-formats.ts';
import { DistrictMap, MapLegend } from '#app/components/figures/district-map.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Card } from '#app/components/page/card.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { budgetHref, otherPlaces, readBudgetFilter } from '#app/modules/budgets/budget-filter.ts';
import { wijkMoney } from '#app/modules/budgets/queries/wijk-money.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, now, url }) => {
  const { year, until } = readBudgetFilter(url.searchParams);
  return { view: await wijkMoney(database, { year, until }), filter: { year, until }, today: dayInAmsterdam(now) };
});

export const handle = { kept: keptPage('jaar', 'op') };

export const meta = pageTitle<typeof loader>(
  (t) => t('publicBudget:wijken.title'),
  (t) => t('publicBudget:wijken.lead'),
);

const path = '/budgetten/wijken';

type Place = ReturnType<typeof useLoaderData<typeof loader>>['view']['totals'] & { code: string; name: string };

export default function MoneyPerWijk() {
  const { view, filter, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation('publicBudget');
  const { money } = useFormats();
  const { year, until } = filter;
  const hrefOf = (wijk: string) => `${budgetHref('/budgetten', { year, until, wijk })}#besluiten`;
  const places: Place[] = [
    ...view.wijken,
    { code: otherPlaces.district, name: t('filter.district'), ...view.district },
    ...(view.unknown.count === 0 ? [] : [{ code: otherPlaces.unknown, name: t('filter.unknown'), ...view.unknown }]),
  ];
  // of each green the least and most that a wijk of it has
  const legendOf = (wijken: typeof view.wijken) =>
    ([4, 3, 2, 1, 0] as const).flatMap((level) => {
      const amounts = wijken.filter((wijk) => wijk.level === level).map(({ granted }) => granted);
      if (amounts.length === 0) return [];
      const [least, most] = [Math.min(...amounts), Math.max(...amounts)].map((amount) => money(cents(amount)));
      const label =
        level === 0
          ? t('wijken.legendNone')
          : least === most
            ? (most ?? '')
            : t('wijken.legendRange', { from: least, until: most });
      return [{ level, label }];
    });
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: budgetHref('/budgetten', { year, until }) }]} />}
        title={t('wijken.title')}
        lead={t('wijken.lead')}
        tone="sand"
        stampId="geld-per-wijk"
      />
      <BudgetParts current="wijken" />
      <FilterBar action={path} activeCount={[year, until].filter((value) => value !== null).length}>
        <YearSelect years={view.years} value={year} />
        <DayInput value={until} today={today} />
      </FilterBar>
      <BudgetNotices until={until} hasExamples={false} />
      <div className="grid items-start gap-x-16 gap-y-8 md:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
        <DistrictMap
          label={t('wijken.map')}
          viewBox={view.viewBox}
          areas={view.wijken.map((wijk) => ({
            code: wijk.code,
            name: wijk.name,
            path: wijk.outline,
            level: wijk.level,
            href: hrefOf(wijk.code),
            note: t('wijken.note', { amount: money(wijk.granted) }),
          }))}
          className="w-full max-w-[34rem]"
        />
        <div className="flex flex-col gap-6">
          <div>
            <p className="mb-3">{t('wijken.legend')}</p>
            <MapLegend steps={legendOf(view.wijken)} />
          </div>
          <Card tone="water">
            <h2 className="mb-2 text-xl">{t('wijken.ruleTitle')}</h2>
            <p>{t('wijken.rule')}</p>
          </Card>
        </div>
      </div>
      <Section title={t('wijken.title')} titleHidden>
        <GrantSumTable
          caption={t('wijken.title')}
          head={t('wijken.wijk')}
          name={({ code, name }) => (
            <a href={hrefOf(code)} className="inline-block py-1 text-ink">
              {name}
            </a>
          )}
          rows={places}
          rowKey={({ code }) => code}
          totals={view.totals}
        />
      </Section>
      <JsonLink href={budgetHref(`${path}.json`, filter)} />
    </Page>
  );
}
