import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written, useWrittenLang } from '#app/components/content/written.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Card } from '#app/components/page/card.tsx';
import { FollowBox } from '#app/components/subscription/follow-box.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { ShareLinks } from '#app/components/page/share-links.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { StageBadge } from '#app/components/initiative/stage-badge.tsx';
import { VotesOfPlan } from '#app/components/voting/votes-of-plan.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { withHead } from '#app/http/page-head.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { pictureSources } from '#app/modules/initiatives/picture-width.ts';
import { initiativePage } from '#app/modules/initiatives/queries/initiative-page.query.server.ts';
import { MarketLink } from '#app/components/portfolio/market-link.tsx';
import { portfolioOfInitiative } from '#app/modules/portfolios/queries/portfolio-page.query.server.ts';
import { ownInitiative } from '#app/modules/initiatives/queries/own-initiative.query.server.ts';
import { similarInitiatives } from '#app/modules/search/queries/similar-initiatives.query.server.ts';
import { initiativeData } from '#app/modules/opendata/structured-data.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { votesOfPlan } from '#app/modules/voting/queries/vote-follows.query.server.ts';
import { Decisions } from './decisions.tsx';
import { Files } from './files.tsx';
import { InitiativeFacts } from './initiative-facts.tsx';
import { InitiativeTimeline } from './initiative-timeline.tsx';
import { NeedsAndOffers } from './needs-and-offers.tsx';
import { OtherMoney, PlanBudget, PlanPeriod } from './plan-tables.tsx';
import { OwnPlan } from './own-plan.tsx';
import { Story } from './story.tsx';
import { WhereMap } from './where-map.tsx';
import { Paper } from './paper.tsx';
import { SimilarList } from './similar-list.tsx';

export const loader = guardLoader(everyone, async ({ database, search, actor, params, now, locale, platform }) => {
  const initiative = await initiativePage(database, params.slug ?? '', now, locale);
  if (initiative === null) throw notFound();
  const [similar, own, portfolio, votes] = await Promise.all([
    similarInitiatives({ search, database }, `${initiative.title}. ${initiative.summary}`, {
      most: 3,
      exceptId: initiative.id,
    }),
    ownInitiative(database, actor, initiative.slug, now),
    portfolioOfInitiative(database, initiative.slug),
    votesOfPlan(database, initiative.id),
  ]);
  const address = new URL(`/initiatieven/${initiative.slug}`, platform.env.publicUrl).href;
  return { initiative, similar, own, votes, address, portfolioSlug: portfolio?.slug ?? null };
});

export const handle = { kept: keptPage() };

export const meta = withHead<typeof loader>(
  pageTitle<typeof loader>(
    (_t, { initiative }) => initiative.title,
    (_t, { initiative }) => initiative.summary,
  ),
  ({ initiative }, site) => ({ data: initiativeData(initiative, site) }),
);

export default function InitiativePage() {
  const { initiative, similar, own, votes, address, portfolioSlug } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['initiatives', 'portfolios']);
  const lang = useWrittenLang();
  const { content } = initiative;
  const cover = content?.attachments.find(({ kind }) => kind === 'image');
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('page.all'), href: '/initiatieven' }]} />}
        eyebrow={t('page.eyebrow')}
        title={<Written>{initiative.title}</Written>}
        lead={<Written>{initiative.summary}</Written>}
        stampId={initiative.id}
      >
        <p className="mt-5">
          <StageBadge stage={initiative.stage} />
        </p>
      </PageHeader>
      {own === null ? null : <OwnPlan own={own} />}
      <TwoColumns
        asideLabel={t('page.facts')}
        aside={
          <>
            <Card>
              <InitiativeFacts initiative={initiative} />
            </Card>
            <WhereMap initiative={initiative} />
            <ShareLinks text={initiative.title} address={address} />
            <FollowBox subject={{ kind: 'initiative', key: initiative.slug }} />
            {portfolioSlug === null ? null : (
              <MarketLink
                slug={portfolioSlug}
                text={t('portfolios:page.onMarket')}
                link={t('portfolios:page.toMarket')}
              />
            )}
          </>
        }
      >
        {cover === undefined ? null : (
          <img
            {...pictureSources(cover.id, '(min-width: 64rem) 48rem, 92vw')}
            alt={cover.description}
            lang={lang}
            width={cover.width ?? undefined}
            height={cover.height ?? undefined}
            className="h-auto max-h-[32rem] w-full rounded object-cover"
          />
        )}
        <Paper paper={initiative.paper} />
        {content === null ? null : (
          <>
            <Story content={content} />
            <NeedsAndOffers content={content} />
            <PlanBudget budget={content.budget} total={initiative.requested} />
            <OtherMoney content={content} />
            <PlanPeriod content={content} />
            <Files attachments={content.attachments.filter(({ id }) => id !== cover?.id)} />
          </>
        )}
        <VotesOfPlan votes={votes} />
        <Decisions decisions={initiative.decisions} />
        <Section title={t('page.timeline')} id="tijdlijn">
          <InitiativeTimeline timeline={initiative.timeline} body={initiative.body} />
          {initiative.versionCount === 0 ? null : (
            <p className="mt-6">
              <a href={`/initiatieven/${initiative.slug}/versies`} className="inline-block py-2">
                {t('page.versions', { count: initiative.versionCount })}
              </a>
            </p>
          )}
        </Section>
      </TwoColumns>
      <SimilarList similar={similar} />
    </Page>
  );
}
