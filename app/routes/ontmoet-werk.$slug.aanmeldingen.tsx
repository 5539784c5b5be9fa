import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { RegistrationTable } from '#app/components/gathering/registration-table.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { registrationLines, workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, actor, params }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering?.access !== 'run') throw notFound();
  const lines = await registrationLines(database, gathering.id);
  const waits = (state: string) => state === 'waiting' || state === 'offered';
  return {
    title: gathering.title,
    slug: gathering.slug,
    coming: lines.filter(({ state }) => state === 'confirmed'),
    waiting: lines
      .filter(({ state }) => waits(state))
      .sort((one, other) => (one.queueNumber ?? 0) - (other.queueNumber ?? 0)),
    gone: lines.filter(({ state }) => state === 'cancelled' || state === 'lapsed'),
  };
});

export const meta = pageTitle<typeof loader>((t, { title }) => `${t('gatheringWork:people.title')}: ${title}`);

export default function Registrations() {
  const { title, slug, coming, waiting, gone } = useLoaderData<typeof loader>();
  const { t } = useTranslation('gatheringWork');
  const groups = [
    { key: 'coming', title: t('people.coming'), lines: coming },
    { key: 'waiting', title: t('people.waiting'), lines: waiting },
    { key: 'gone', title: t('people.gone'), lines: gone },
  ].filter(({ lines }) => lines.length > 0);
  return (
    <Page>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('crumb'), href: '/ontmoet-werk' },
              { label: <Written>{title}</Written>, href: `/ontmoet-werk/${slug}` },
            ]}
          />
        }
        title={t('people.title')}
        lead={t('people.lead')}
        tone="plain"
      />
      {groups.length === 0 ? <EmptyState title={t('people.none')} stampId="geen-aanmelding" /> : null}
      {groups.map(({ key, title: heading, lines }) => (
        <Section key={key} title={heading}>
          <RegistrationTable lines={lines} caption={heading} />
        </Section>
      ))}
    </Page>
  );
}
