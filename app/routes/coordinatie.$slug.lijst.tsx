import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { PaperSheet } from '#app/components/coordination/paper-sheet.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { coordinates } from '#app/modules/allowances/policy.ts';
import { activityPeople } from '#app/modules/allowances/queries/activity-people.query.server.ts';
import { coordinatedActivity } from '#app/modules/allowances/queries/coordinated-activity.query.server.ts';

export const loader = guardLoader(coordinates, async ({ database, actor, params, now }) => {
  const activity = await coordinatedActivity(database, actor, params.slug ?? '', dayInAmsterdam(now));
  if (activity === null || !activity.mayWork) throw notFound();
  const { participants } = await activityPeople(database, actor, activity.id);
  return {
    name: activity.name,
    slug: activity.slug,
    people: participants.filter(({ leftOn }) => leftOn === null).map(({ name }) => name),
  };
});

export const meta = pageTitle<typeof loader>((t, { name }) => t('coordination:print.title', { name }));

export default function PrintSheet() {
  const { name, slug, people } = useLoaderData<typeof loader>();
  const { t } = useTranslation('coordination');
  const crumbs = [
    { label: t('crumb'), href: '/coordinatie' },
    { label: <Written>{name}</Written>, href: `/coordinatie/${slug}` },
  ];
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={crumbs} />}
        title={<Quoting text={t('print.title', { name })} written={name} />}
        lead={<span className="no-print">{t('print.lead')}</span>}
        tone="plain"
      />
      <PaperSheet people={people} />
    </Page>
  );
}
