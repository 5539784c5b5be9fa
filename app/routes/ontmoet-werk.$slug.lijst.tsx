import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { DoorPaper } from '#app/components/gathering/door-paper.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { doorList } from '#app/modules/gatherings/queries/door.query.server.ts';
import { workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, actor, params }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering?.access !== 'run') throw notFound();
  const lines = await doorList(database, gathering.id);
  return { slug: gathering.slug, title: gathering.title, lines: lines.filter(({ hasPlace }) => hasPlace) };
});

export const meta = pageTitle<typeof loader>((t, { title }) => t('gatheringWork:print.title', { title }));

export default function PaperList() {
  const { slug, title, lines } = useLoaderData<typeof loader>();
  const { t } = useTranslation('gatheringWork');
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
        title={<Quoting text={t('print.title', { title })} written={title} />}
        lead={<span className="no-print">{t('print.lead')}</span>}
        tone="plain"
      />
      <DoorPaper lines={lines} />
    </Page>
  );
}
