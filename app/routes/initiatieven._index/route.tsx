import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { followPath } from '#app/modules/subscriptions/subject.ts';
import { Pagination } from '#app/components/content/pagination.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { InitiativeGrid } from '#app/components/overview/initiative-grid.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { listHref, readListFilter } from '#app/modules/initiatives/list-filter.ts';
import { initiativeList } from '#app/modules/initiatives/queries/initiative-list.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { ListFilters } from './list-filters.tsx';

export const loader = guardLoader(everyone, async ({ database, url, locale }) => {
  const filter = readListFilter(url.searchParams);
  return { filter, list: await initiativeList(database, filter, locale) };
});

export const meta = pageTitle<typeof loader>(
  (t) => t('initiatives:list.title'),
  (t) => t('initiatives:list.lead'),
);

export default function InitiativeList() {
  const { filter, list } = useLoaderData<typeof loader>();
  const { t } = useTranslation('initiatives');
  const { total, cards, pageCount } = list;
  const found =
    filter.text === '' ? t('list.found', { count: total }) : t('list.foundFor', { count: total, text: filter.text });
  return (
    <Page>
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        actions={<ButtonLink href="/initiatieven/nieuw">{t('list.start')}</ButtonLink>}
      />
      <ListFilters filter={filter} options={list.options} />
      {filter.theme === '' ? null : (
        <p className="no-print">
          <ButtonLink href={followPath({ kind: 'theme', key: filter.theme })} tone="quiet" icon="bell">
            {t('list.followTheme')}
          </ButtonLink>
        </p>
      )}
      <section aria-labelledby="gevonden">
        <h2 id="gevonden" className="mb-5 text-xl">
          {found}
        </h2>
        {cards.length === 0 ? (
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
        ) : (
          <InitiativeGrid initiatives={cards} label={t('list.results')} />
        )}
      </section>
      <Pagination
        page={Math.min(filter.page, pageCount)}
        pageCount={pageCount}
        hrefFor={(page) => listHref({ ...filter, page })}
      />
    </Page>
  );
}
