import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActionTable } from '#app/components/action/action-table.tsx';
import { FilterBar, FilterSelect } from '#app/components/content/filter-bar.tsx';
import { Pagination } from '#app/components/content/pagination.tsx';
import { SearchBox } from '#app/components/content/search-box.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { RecordLinks } from '#app/components/record/record-links.tsx';
import { Page } from '#app/components/page/page.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import {
  actionsHref,
  activeActionFilters,
  readActionFilter,
  stateChoices,
  stateWord,
  type ActionFilter,
} from '#app/modules/actions/action-filter.ts';
import { publicActions, type ActionListView } from '#app/modules/actions/queries/public-actions.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, actor, url, now }) => {
  const personId = actor.person?.id ?? null;
  const read = readActionFilter(url.searchParams);
  const filter = { ...read, isMine: read.isMine && personId !== null };
  return { filter, isSignedIn: personId !== null, view: await publicActions(database, filter, { personId, now }) };
});

export const handle = { kept: keptPage('team', 'stand', 'jaar', 'pagina') };

export const meta = pageTitle<typeof loader>(
  (t) => t('actions:title'),
  (t) => t('actions:lead'),
);

export default function Actions() {
  const { filter, isSignedIn, view } = useLoaderData<typeof loader>();
  const { t } = useTranslation('actions');
  const { open, late, done } = view.counts;
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} tone="water" stampId="acties">
        <p className="mt-5 text-lg font-semibold">
          {[
            t('counts.open', { count: open }),
            ...(late === 0 ? [] : [t('counts.late', { count: late })]),
            t('counts.done', { count: done }),
          ].join(' · ')}
        </p>
      </PageHeader>
      <RecordLinks current="actions" />
      <ActionFilters filter={filter} isSignedIn={isSignedIn} options={view.options} />
      <section aria-labelledby="gevonden">
        <h2 id="gevonden" className="mb-5 text-xl">
          {t('found', { count: view.total })}
        </h2>
        {view.total === 0 ? (
          <NothingFound isFiltered={filter.text !== '' || activeActionFilters(filter) > 0} />
        ) : (
          <ActionTable lines={view.lines} caption={t('caption')} />
        )}
      </section>
      <Pagination
        page={Math.min(filter.page, view.pageCount)}
        pageCount={view.pageCount}
        hrefFor={(page) => actionsHref({ ...filter, page })}
      />
      <ul className="no-print flex flex-col gap-1">
        <li>
          <a href="/toezeggingen" className="inline-block py-2">
            {t('toToezeggingen')}
          </a>
        </li>
        <li>
          <a href={actionsHref({ ...filter, page: 1 }, '/acties.csv')} className="inline-block py-2">
            {t('csv')}
          </a>
        </li>
        <li>
          <a href={actionsHref({ ...filter, page: 1 }, '/acties.json')} className="inline-block py-2">
            {t('json')}
          </a>
        </li>
      </ul>
    </Page>
  );
}

type FiltersProps = { filter: ActionFilter; isSignedIn: boolean; options: ActionListView['options'] };

function ActionFilters({ filter, isSignedIn, options }: FiltersProps) {
  const { t } = useTranslation('actions');
  return (
    <FilterBar
      action="/acties"
      activeCount={activeActionFilters(filter)}
      search={<SearchBox label={t('search')} placeholder={t('placeholder')} value={filter.text} />}
    >
      <FilterSelect
        name="team"
        label={t('filter.body')}
        value={filter.body}
        all={t('filter.anyBody')}
        options={options.bodies}
      />
      <FilterSelect
        name="stand"
        label={t('filter.state')}
        value={filter.state === '' ? '' : stateWord(filter.state)}
        all={t('filter.anyState')}
        options={stateChoices.map((state) => ({ value: stateWord(state), label: t(`state.${state}`) }))}
      />
      {isSignedIn ? (
        <FilterSelect
          name="van"
          label={t('filter.mine')}
          value={filter.isMine ? 'mij' : ''}
          all={t('filter.everybody')}
          options={[{ value: 'mij', label: t('filter.onlyMine') }]}
        />
      ) : null}
      <FilterSelect
        name="jaar"
        label={t('filter.year')}
        value={filter.year}
        all={t('filter.anyYear')}
        options={options.years.map((year) => ({ value: year, label: year }))}
      />
    </FilterBar>
  );
}

function NothingFound({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation('actions');
  return isFiltered ? (
    <EmptyState
      title={t('emptyTitle')}
      stampId="geen-actie-gevonden"
      action={
        <ButtonLink href="/acties" tone="quiet">
          {t('clear')}
        </ButtonLink>
      }
    >
      <p>{t('emptyText')}</p>
    </EmptyState>
  ) : (
    <EmptyState title={t('none')} stampId="nog-geen-actie">
      <p>{t('noneText')}</p>
    </EmptyState>
  );
}
