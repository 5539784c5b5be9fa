import { data } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { followPath } from '#app/modules/subscriptions/subject.ts';
import { Pagination } from '#app/components/content/pagination.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { InitiativeGrid } from '#app/components/overview/initiative-grid.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { SearchTooSlow } from '#app/components/search/search-too-slow.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { listHref, readListFilter } from '#app/modules/initiatives/list-filter.ts';
import { initiativeList } from '#app/modules/initiatives/queries/initiative-list.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { SearchBeingFilled } from '#app/modules/search/being-filled.ts';
import { searchedInitiatives } from '#app/modules/search/queries/searched-initiatives.query.server.ts';
import { ListFilters } from './list-filters.tsx';

export const loader = guardLoader(everyone, async ({ database, remember, search, platform, url, locale }) => {
  const filter = readListFilter(url.searchParams);
  if (filter.text === '') {
    const list = await initiativeList({ database, remember }, filter, locale);
    return data({ filter, list: { ...list, isExact: true, next: null }, isBeingFilled: false });
  }
  try {
    return data({
      filter,
      list: await searchedInitiatives({ search, database }, filter, locale),
      isBeingFilled: false,
    });
  } catch (error) {
    const isBeingFilled = error instanceof SearchBeingFilled;
    if (!isBeingFilled) platform.log.error({ err: error }, 'searching failed');
    return data({ filter, list: null, isBeingFilled }, { status: 503, headers: { 'Retry-After': '60' } });
  }
});

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export const handle = { kept: keptPage('thema', 'gebied', 'team', 'fase', 'sorteer', 'pagina') };

export const meta = pageTitle<typeof loader>(
  (t) => t('initiatives:list.title'),
  (t) => t('initiatives:list.lead'),
);

export default function InitiativeList() {
  const { filter, list, isBeingFilled } = useLoaderData<typeof loader>();
  const { t } = useTranslation('initiatives');
  const hrefWith = (change: Partial<typeof filter>) => listHref({ ...filter, ...change });
  return (
    <Page>
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        actions={<ButtonLink href="/initiatieven/nieuw">{t('list.start')}</ButtonLink>}
      />
      <ListFilters filter={filter} options={list?.options ?? null} />
      {filter.theme === '' ? null : (
        <p className="no-print">
          <ButtonLink href={followPath({ kind: 'theme', key: filter.theme })} tone="quiet" icon="bell">
            {t('list.followTheme')}
          </ButtonLink>
        </p>
      )}
      {list === null ? (
        <SearchTooSlow again={listHref(filter)} isBeingFilled={isBeingFilled} />
      ) : (
        <>
          <section aria-labelledby="gevonden">
            <h2 id="gevonden" className="mb-5 text-xl">
              <Found list={list} text={filter.text} />
            </h2>
            {list.cards.length === 0 ? (
              <NothingFound />
            ) : (
              <InitiativeGrid initiatives={list.cards} label={t('list.results')} />
            )}
          </section>
          <Pagination
            page={Math.min(filter.page, list.pageCount)}
            pageCount={list.pageCount}
            hrefFor={(page) => hrefWith({ page })}
          />
          {list.next === null && filter.cursor === null ? null : (
            <p className="no-print flex flex-wrap gap-3">
              {filter.cursor === null ? null : (
                <ButtonLink href={hrefWith({ cursor: null })} tone="quiet" icon="arrow-up">
                  {t('list.first')}
                </ButtonLink>
              )}
              {list.next === null ? null : (
                <ButtonLink href={hrefWith({ cursor: list.next })} tone="quiet" iconAfter="arrow-right">
                  {t('list.next')}
                </ButtonLink>
              )}
            </p>
          )}
        </>
      )}
    </Page>
  );
}

function Found({ list: { total, isExact }, text }: { list: { total: number; isExact: boolean }; text: string }) {
  const { t } = useTranslation('initiatives');
  if (!isExact) return <>{t('list.moreThan', { count: total, text })}</>;
  return <>{text === '' ? t('list.found', { count: total }) : t('list.foundFor', { count: total, text })}</>;
}

function NothingFound() {
  const { t } = useTranslation('initiatives');
  return (
    <EmptyState
      title={t('list.emptyTitle')}
      stampId="niets-gevonden"
      action={
        <>
          <ButtonLink href="/initiatieven" tone="quiet">
            {t('list.clear')}
          </ButtonLink>
          <ButtonLink href="/initiatieven/nieuw">{t('list.start')}</ButtonLink>
        </>
      }
    >
      <p>{t('list.emptyText')}</p>
    </EmptyState>
  );
}
