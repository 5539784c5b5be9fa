import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { DataTable } from '#app/components/content/data-table.tsx';
import { DateText } from '#app/components/content/date-text.tsx';
import { FilterBar, FilterSelect } from '#app/components/content/filter-bar.tsx';
import { Money } from '#app/components/content/money.tsx';
import { Pagination } from '#app/components/content/pagination.tsx';
import { SearchBox } from '#app/components/content/search-box.tsx';
import { OutcomeBadge } from '#app/components/decision/outcome-badge.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { RecordLinks } from '#app/components/record/record-links.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { instruments } from '#app/modules/decisions/instrument.ts';
import { outcomes } from '#app/modules/decisions/outcome.ts';
import { register, type RegisterView } from '#app/modules/decisions/queries/register.query.server.ts';
import {
  activeRegisterFilters,
  instrumentWord,
  outcomeWord,
  readRegisterFilter,
  registerHref,
  type RegisterFilter,
} from '#app/modules/decisions/register-filter.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, url, locale }) => {
  const filter = readRegisterFilter(url.searchParams);
  return { filter, view: await register(database, filter, locale) };
});

export const handle = { kept: keptPage('team', 'besluit', 'soort', 'thema', 'jaar', 'pagina') };

export const meta = pageTitle<typeof loader>(
  (t) => t('decisions:register.title'),
  (t) => t('decisions:register.lead'),
);

export default function Register() {
  const { filter, view } = useLoaderData<typeof loader>();
  const { t } = useTranslation('decisions');
  const isFiltered = filter.text !== '' || activeRegisterFilters(filter) > 0;
  return (
    <Page>
      <PageHeader title={t('register.title')} lead={t('register.lead')} tone="water" stampId="besluiten" />
      <RecordLinks current="decisions" />
      <RegisterFilters filter={filter} options={view.options} />
      <section aria-labelledby="gevonden">
        <h2 id="gevonden" className="mb-5 text-xl">
          {t('register.found', { count: view.total })}
        </h2>
        {view.total === 0 ? <NothingFound isFiltered={isFiltered} /> : <RegisterTable view={view} />}
      </section>
      <Pagination
        page={Math.min(filter.page, view.pageCount)}
        pageCount={view.pageCount}
        hrefFor={(page) => registerHref({ ...filter, page })}
      />
    </Page>
  );
}

function RegisterFilters({ filter, options }: { filter: RegisterFilter; options: RegisterView['options'] }) {
  const { t } = useTranslation('decisions');
  return (
    <FilterBar
      action="/besluiten"
      activeCount={activeRegisterFilters(filter)}
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
        name="besluit"
        label={t('register.outcomeLabel')}
        value={filter.outcome === '' ? '' : outcomeWord(filter.outcome)}
        all={t('register.anyOutcome')}
        options={outcomes.map((outcome) => ({ value: outcomeWord(outcome), label: t(`outcome.${outcome}`) }))}
      />
      <FilterSelect
        name="soort"
        label={t('register.instrument')}
        value={filter.instrument === '' ? '' : instrumentWord(filter.instrument)}
        all={t('register.anyInstrument')}
        options={instruments.map((instrument) => ({
          value: instrumentWord(instrument),
          label: t(`instrument.${instrument}`),
        }))}
      />
      <FilterSelect
        name="thema"
        label={t('register.theme')}
        value={filter.theme}
        all={t('register.anyTheme')}
        options={options.themes}
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

function RegisterTable({ view }: { view: RegisterView }) {
  const { t } = useTranslation('decisions');
  return (
    <DataTable
      caption={t('register.caption')}
      captionHidden
      rows={view.lines}
      rowKey={({ number }) => number}
      columns={[
        {
          key: 'title',
          header: t('register.column.title'),
          cell: ({ number, title, body, instrument, isReplaced }) => (
            <>
              <a href={`/besluiten/${number}`} className="inline-block py-1 font-semibold text-ink">
                <Written>{title}</Written>
              </a>
              <span className="block text-sm font-normal text-ink-soft">
                <span className="tabular">{number}</span>
                {' · '}
                <Written>{body.name}</Written>
                {instrument === null ? null : ` · ${t(`instrument.${instrument}`)}`}
              </span>
              {isReplaced ? <span className="block text-sm font-semibold">{t('register.replaced')}</span> : null}
            </>
          ),
        },
        {
          key: 'outcome',
          header: t('register.column.outcome'),
          cell: ({ outcome }) => <OutcomeBadge outcome={outcome} />,
        },
        {
          key: 'takenOn',
          header: t('register.column.takenOn'),
          cell: ({ takenOn }) => (
            <span className="whitespace-nowrap">
              <DateText value={takenOn} format="short" />
            </span>
          ),
        },
        {
          key: 'amount',
          header: t('register.column.amount'),
          numeric: true,
          cell: ({ amount, isReplaced }) =>
            amount === null ? (
              <span className="text-ink-soft">{t('noAmount')}</span>
            ) : isReplaced ? (
              <s>
                <Money cents={amount} />
              </s>
            ) : (
              <Money cents={amount} />
            ),
        },
      ]}
      {...(view.granted === null
        ? {}
        : { footer: { title: t('register.total'), amount: <Money cents={view.granted} /> } })}
    />
  );
}

function NothingFound({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation('decisions');
  return isFiltered ? (
    <EmptyState
      title={t('register.emptyTitle')}
      stampId="geen-besluit-gevonden"
      action={
        <ButtonLink href="/besluiten" tone="quiet">
          {t('register.clear')}
        </ButtonLink>
      }
    >
      <p>{t('register.emptyText')}</p>
    </EmptyState>
  ) : (
    <EmptyState title={t('register.none')} stampId="nog-geen-besluit">
      <p>{t('register.noneText')}</p>
    </EmptyState>
  );
}
