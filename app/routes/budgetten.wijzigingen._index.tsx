import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ChangeTable } from '#app/components/change/change-table.tsx';
import { FilterBar, FilterSelect } from '#app/components/content/filter-bar.tsx';
import { Pagination } from '#app/components/content/pagination.tsx';
import { SearchBox } from '#app/components/content/search-box.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import {
  activeChangeFilters,
  changesHref,
  readChangeFilter,
  type ChangeFilter,
} from '#app/modules/budgets/change-filter.ts';
import { changeWords } from '#app/modules/budgets/change-word.ts';
import { changeKinds } from '#app/modules/budgets/change.ts';
import { changeRegister, type ChangeRegisterView } from '#app/modules/budgets/queries/change-register.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, url }) => {
  const filter = readChangeFilter(url.searchParams);
  return { filter, view: await changeRegister(database, filter) };
});

export const handle = { kept: keptPage('team', 'soort', 'jaar', 'pagina') };

export const meta = pageTitle<typeof loader>(
  (t) => t('changes:register.title'),
  (t) => t('changes:register.lead'),
);

export default function ChangeRegister() {
  const { filter, view } = useLoaderData<typeof loader>();
  const { t } = useTranslation('changes');
  return (
    <Page>
      <PageHeader title={t('register.title')} lead={t('register.lead')} tone="water" stampId="wijzigingen" />
      <Filters filter={filter} options={view.options} />
      <section aria-labelledby="gevonden">
        <h2 id="gevonden" className="mb-5 text-xl">
          {t('register.found', { count: view.total })}
        </h2>
        {view.total === 0 ? (
          <NothingFound isFiltered={filter.text !== '' || activeChangeFilters(filter) > 0} />
        ) : (
          <ChangeTable changes={view.changes} />
        )}
      </section>
      <Pagination page={view.page} pageCount={view.pageCount} hrefFor={(page) => changesHref({ ...filter, page })} />
      <p>
        <a href={changesHref(filter, '/budgetten/wijzigingen.json')} className="inline-block py-2">
          {t('register.file')}
        </a>
      </p>
    </Page>
  );
}

function Filters({ filter, options }: { filter: ChangeFilter; options: ChangeRegisterView['options'] }) {
  const { t } = useTranslation('changes');
  return (
    <FilterBar
      action="/budgetten/wijzigingen"
      activeCount={activeChangeFilters(filter)}
      search={<SearchBox label={t('register.search')} placeholder={t('register.placeholder')} value={filter.text} />}
    >
      <FilterSelect
        name="team"
        label={t('register.body')}
        value={filter.body}
        all={t('register.anyBody')}
        options={options.bodies}
      />
      <FilterSelect
        name="soort"
        label={t('register.kind')}
        value={filter.kind === '' ? '' : changeWords[filter.kind]}
        all={t('register.anyKind')}
        options={changeKinds.map((kind) => ({ value: changeWords[kind], label: t(`kind.${kind}`) }))}
      />
      <FilterSelect
        name="jaar"
        label={t('register.year')}
        value={filter.year}
        all={t('register.anyYear')}
        options={options.years.map((year) => ({ value: year, label: year }))}
      />
    </FilterBar>
  );
}

function NothingFound({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation('changes');
  return isFiltered ? (
    <EmptyState
      title={t('register.emptyTitle')}
      stampId="geen-wijziging-gevonden"
      action={
        <ButtonLink href="/budgetten/wijzigingen" tone="quiet">
          {t('register.clear')}
        </ButtonLink>
      }
    >
      <p>{t('register.emptyText')}</p>
    </EmptyState>
  ) : (
    <EmptyState title={t('register.none')} stampId="nog-geen-wijziging">
      <p>{t('register.noneText')}</p>
    </EmptyState>
  );
}
