import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { YearView } from '#app/components/donut/year-view.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { parseYear } from '#app/modules/donutfonds/call.ts';
import { donutYear } from '#app/modules/donutfonds/queries/public-year.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, params, now }) => {
  const year = parseYear(params.year ?? '');
  const view = year === null ? null : await donutYear(database, year, dayInAmsterdam(now));
  if (view === null) throw notFound();
  return view;
});

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t, { year }) => t('donutfonds:yearTitle', { year }),
  (t) => t('donutfonds:lead'),
);

export default function DonutfondsOfYear() {
  const view = useLoaderData<typeof loader>();
  const { t } = useTranslation('donutfonds');
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/donutfonds' }]} />}
        title={t('yearTitle', { year: view.year })}
        lead={t('lead')}
        tone="garden"
        stampId={`donutfonds-${String(view.year)}`}
      />
      <YearView view={view} />
      <p>
        <a href={`/donutfonds/${String(view.year)}.json`}>{t('json')}</a>
      </p>
    </Page>
  );
}
