import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { SearchBox } from '#app/components/content/search-box.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import {
  HomeDecisions,
  HomeMap,
  HomeMarket,
  HomeMoney,
  HomePromise,
  HomeRounds,
  HomeRunning,
  HomeThemes,
} from '#app/components/overview/home-sections.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { moves } from '#app/modules/initiatives/stage.ts';
import { homeView } from '#app/modules/overview/queries/home.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, remember, now, locale }) => ({
  home: await homeView({ database, remember }, dayInAmsterdam(now), locale),
  answerDays: moves.submit.nextDueInDays ?? 0,
}));

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t) => t('home:heading'),
  (t) => t('home:description'),
);

export default function Home() {
  const { home, answerDays } = useLoaderData<typeof loader>();
  const { t } = useTranslation('home');
  return (
    <Page>
      <PageHeader
        large
        stampId="sloterplas"
        title={t('heading')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink href="/initiatieven/nieuw">{t('submit')}</ButtonLink>
            <ButtonLink href="/zo-werkt-het" tone="quiet">
              {t('how')}
            </ButtonLink>
          </>
        }
      >
        <form method="get" action="/zoeken" role="search" aria-label={t('search')} className="no-print mt-8 max-w-xl">
          <SearchBox name="q" label={t('search')} placeholder={t('searchHint')} />
        </form>
      </PageHeader>
      <HomeMap home={home} />
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)]">
        <HomeDecisions decisions={home.latestDecisions} />
        <div className="flex flex-col gap-10">
          <HomeMoney money={home.money} />
          <HomeRounds rounds={home.openRounds} />
        </div>
      </div>
      <HomeRunning initiatives={home.running} />
      <HomeMarket />
      <HomeThemes themes={home.themes} />
      <HomePromise answerDays={answerDays} />
    </Page>
  );
}
