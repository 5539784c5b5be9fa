import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PastVoteCards } from '#app/components/counting/past-vote-cards.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { pastVotes } from '#app/modules/counting/queries/past-votes.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database }) => ({ votes: await pastVotes(database) }));

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t) => t('counting:index.title'),
  (t) => t('counting:index.lead'),
);

export default function PastVotes() {
  const { votes } = useLoaderData<typeof loader>();
  const { t } = useTranslation('counting');
  return (
    <Page>
      <PageHeader title={t('index.title')} lead={t('index.lead')} tone="water" stampId="stemmingen">
        <p className="mt-4">
          <a href="/stemmen">{t('index.now')}</a>
        </p>
      </PageHeader>
      <Section title={t('past.title')} lead={t('past.lead')}>
        <PastVoteCards votes={votes} />
      </Section>
      <Section title={t('own.title')} lead={t('own.lead')}>
        <ButtonLink href="/stemmingen/uitproberen">{t('index.try')}</ButtonLink>
      </Section>
    </Page>
  );
}
