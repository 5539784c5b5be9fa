import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { CalendarFeed } from '#app/components/content/calendar-feed.tsx';
import { GatheringCards } from '#app/components/gathering/gathering-cards.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { comingGatherings, pastGatherings } from '#app/modules/gatherings/queries/public-gathering.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, now, platform }) => ({
  coming: await comingGatherings(database, now),
  past: await pastGatherings(database, now),
  feed: `${platform.env.publicUrl}/ontmoet/agenda.ics`,
}));

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t) => t('gatherings:agenda.title'),
  (t) => t('gatherings:agenda.lead'),
);

export default function GatheringAgenda() {
  const { coming, past, feed } = useLoaderData<typeof loader>();
  const { t } = useTranslation('gatherings');
  return (
    <Page>
      <PageHeader
        title={t('agenda.title')}
        lead={t('agenda.lead')}
        stampId="meet-en-match"
        actions={
          <ButtonLink href="/ontmoet/gebieden" tone="quiet">
            {t('agenda.areas')}
          </ButtonLink>
        }
      />
      <Section title={t('agenda.coming')}>
        {coming.length === 0 ? (
          <EmptyState title={t('agenda.none')} stampId="geen-bijeenkomst">
            <p>{t('agenda.noneText')}</p>
          </EmptyState>
        ) : (
          <GatheringCards gatherings={coming} label={t('agenda.coming')} />
        )}
      </Section>
      <CalendarFeed title={t('agenda.feed')} text={t('agenda.feedText')} address={feed} />
      {past.length === 0 ? null : (
        <Section title={t('agenda.past')}>
          <GatheringCards gatherings={past} label={t('agenda.past')} />
        </Section>
      )}
    </Page>
  );
}
