import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { VoteList } from '#app/components/voting/vote-list.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { voteList } from '#app/modules/voting/queries/vote-page.query.server.ts';

export const loader = guardLoader(everyone, async ({ database }) => ({ votes: await voteList(database) }));

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t) => t('voting:title'),
  (t) => t('voting:lead'),
);

export default function Votes() {
  const { votes } = useLoaderData<typeof loader>();
  const { t } = useTranslation('voting');
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} stampId="stemmen" />
      {votes.length === 0 ? (
        <EmptyState title={t('none')} stampId="geen-stemming">
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <VoteList votes={votes} />
      )}
      <Section title={t('earlier.title')} lead={t('earlier.lead')}>
        <a href="/stemmingen">{t('earlier.link')}</a>
      </Section>
    </Page>
  );
}
