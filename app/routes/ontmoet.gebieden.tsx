import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { AreaList } from '#app/components/gathering/area-list.tsx';
import { AreaMap } from '#app/components/gathering/area-map.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { areasOfYear, areaYears } from '#app/modules/gatherings/queries/areas.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, now, url }) => {
  const years = await areaYears(database);
  const thisYear = Number(dayInAmsterdam(now).slice(0, 4));
  const asked = Number(url.searchParams.get('jaar'));
  const year = years.includes(asked) ? asked : years.includes(thisYear) ? thisYear : (years[0] ?? thisYear);
  return { year, years, areas: await areasOfYear(database, year) };
});

export const handle = { kept: keptPage('jaar') };

export const meta = pageTitle<typeof loader>(
  (t) => t('gatherings:areas.title'),
  (t) => t('gatherings:areas.lead'),
);

export default function GatheringAreas() {
  const { year, years, areas } = useLoaderData<typeof loader>();
  const { t } = useTranslation('gatherings');
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/ontmoet/agenda' }]} />}
        title={t('areas.title')}
        lead={t('areas.lead')}
        tone="plain"
      />
      {years.length < 2 ? null : (
        <nav aria-label={t('areas.year')} className="no-print mb-4 flex flex-wrap gap-x-6">
          {years.map((one) => (
            <a
              key={one}
              href={`/ontmoet/gebieden?jaar=${String(one)}`}
              aria-current={one === year ? 'page' : undefined}
              className="inline-flex min-h-11 items-center aria-[current]:font-bold aria-[current]:no-underline"
            >
              {one}
            </a>
          ))}
        </nav>
      )}
      {areas.some(({ isExample }) => isExample) ? (
        <Notice title={t('areas.example')}>
          <p>{t('areas.exampleText')}</p>
        </Notice>
      ) : null}
      {areas.length === 0 ? (
        <EmptyState title={t('areas.none')} stampId="geen-gebieden">
          <p>{t('areas.noneText')}</p>
        </EmptyState>
      ) : (
        <TwoColumns asideLabel={t('areas.map', { year })} aside={<AreaMap areas={areas} year={year} />}>
          <Section title={t('areas.list', { year })}>
            <AreaList areas={areas} titleOf={({ name }) => <Written>{name}</Written>} />
          </Section>
        </TwoColumns>
      )}
    </Page>
  );
}
