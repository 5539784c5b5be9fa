import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PlainWords } from '#app/components/overview/plain-words.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { RecordLinks } from '#app/components/record/record-links.tsx';
import { Page } from '#app/components/page/page.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { LogFacts, LogKeys, LogMirror, RecentLeaves } from '#app/components/transparency/log-parts.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { logPage } from '#app/modules/transparency/queries/in-log.query.server.ts';

export const loader = guardLoader(everyone, async ({ database, platform }) => ({
  log: await logPage(database),
  address: platform.env.publicUrl,
}));

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t) => t('transparency:title'),
  (t) => t('transparency:description'),
);

export default function Transparency() {
  const { log, address } = useLoaderData<typeof loader>();
  const { t } = useTranslation('transparency');
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} tone="water" stampId="logboek" />
      <RecordLinks current="transparency" />
      <TwoColumns
        asideLabel={t('page.now.title')}
        aside={
          log === null ? (
            <EmptyState title={t('page.empty')} stampId="leeg-logboek">
              <p>{t('page.emptyText')}</p>
            </EmptyState>
          ) : (
            <LogFacts log={log} />
          )
        }
      >
        <PlainWords
          sections={[
            { title: t('page.how.title'), text: t('page.how.text') },
            { title: t('page.protects.title'), points: [t('page.protects.same'), t('page.protects.gone')] },
            {
              title: t('page.protects.notTitle'),
              points: [t('page.protects.truth'), t('page.protects.all'), t('page.protects.two')],
            },
            { title: t('page.protects.namesTitle'), text: t('page.protects.names') },
          ]}
        />
      </TwoColumns>
      {log === null ? null : (
        <>
          <RecentLeaves leaves={log.recent} />
          <LogKeys log={log} />
          <LogMirror address={address} origin={log.log.origin} />
        </>
      )}
    </Page>
  );
}
