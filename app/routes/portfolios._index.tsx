import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Pagination } from '#app/components/content/pagination.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { CardGrid } from '#app/components/page/card.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { LinkCards } from '#app/components/people/link-cards.tsx';
import { MarketFilters } from '#app/components/portfolio/market-filters.tsx';
import { OwnPortfolios } from '#app/components/portfolio/own-portfolios.tsx';
import { PortfolioCard } from '#app/components/portfolio/portfolio-card.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isSignedIn } from '#app/modules/people/actor.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { marketHref, readMarketFilter } from '#app/modules/portfolios/market-filter.ts';
import { market } from '#app/modules/portfolios/queries/market.query.server.ts';
import { ownPortfolios } from '#app/modules/portfolios/queries/own-portfolios.query.server.ts';

export const loader = guardLoader(everyone, async ({ database, actor, url, now, locale }) => {
  const filter = readMarketFilter(url.searchParams);
  const [list, own] = await Promise.all([
    market(database, filter, { today: dayInAmsterdam(now), locale }),
    isSignedIn(actor) ? ownPortfolios(database, actor) : [],
  ]);
  return { filter, list, own };
});

export const handle = { kept: keptPage('nodig', 'biedt', 'thema', 'wijk', 'soort', 'pagina') };

export const meta = pageTitle<typeof loader>(
  (t) => t('portfolios:list.title'),
  (t) => t('portfolios:list.lead'),
);

export default function Market() {
  const { filter, list, own } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['portfolios', 'matching']);
  const { total, cards, pageCount, themes, wijken } = list;
  const found =
    filter.text === '' ? t('list.found', { count: total }) : t('list.foundFor', { count: total, text: filter.text });
  return (
    <Page>
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        stampId="de-beurs"
        actions={<ButtonLink href="/portfolios/nieuw">{t('list.add')}</ButtonLink>}
      />
      {own.length === 0 ? null : (
        <Section title={t('edit.mine')} lead={t('edit.mineLead')}>
          <OwnPortfolios portfolios={own} />
        </Section>
      )}
      <MarketFilters filter={filter} themes={themes} wijken={wijken} />
      <section aria-labelledby="gevonden">
        <h2 id="gevonden" className="mb-5 text-xl">
          {found}
        </h2>
        {cards.length === 0 ? (
          <EmptyState
            title={t('list.emptyTitle')}
            stampId="niemand-op-de-beurs"
            action={
              <>
                <ButtonLink href="/portfolios" tone="quiet">
                  {t('list.clear')}
                </ButtonLink>
                <ButtonLink href="/portfolios/nieuw" tone="quiet">
                  {t('list.add')}
                </ButtonLink>
              </>
            }
          >
            <p>{t('list.emptyText')}</p>
          </EmptyState>
        ) : (
          <CardGrid label={t('list.results')} isTight>
            {cards.map((portfolio) => (
              <li key={portfolio.id}>
                <PortfolioCard portfolio={portfolio} />
              </li>
            ))}
          </CardGrid>
        )}
      </section>
      <Pagination
        page={Math.min(filter.page, pageCount)}
        pageCount={pageCount}
        hrefFor={(page) => marketHref({ ...filter, page })}
      />
      <div className="max-w-md">
        <LinkCards
          cards={[
            { href: '/ontmoet', title: t('matching:mine.title'), text: t('matching:intro.steps.findText') },
            { href: '/ontmoet/oefening', title: t('list.exercise'), text: t('list.exerciseText') },
          ]}
        />
      </div>
    </Page>
  );
}
