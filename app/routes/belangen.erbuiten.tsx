import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/components/content/data-table.tsx';
import { DateText } from '#app/components/content/date-text.tsx';
import { FilterBar, FilterSelect } from '#app/components/content/filter-bar.tsx';
import { Written } from '#app/components/content/written.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { recusals } from '#app/modules/integrity/queries/recusals.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, url }) => {
  const filter = { body: url.searchParams.get('team') ?? '', year: url.searchParams.get('jaar') ?? '' };
  return { filter, view: await recusals(database, filter) };
});

export const handle = { kept: keptPage('team', 'jaar') };

export const meta = pageTitle<typeof loader>(
  (t) => t('interests:recusals.title'),
  (t) => t('interests:recusals.lead'),
);

export default function Recusals() {
  const { filter, view } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['interests', 'decisions']);
  const { lines, decisions, without, options, perYear } = view;
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('register.title'), href: '/belangen' }]} />}
        title={t('recusals.title')}
        lead={t('recusals.lead')}
        tone="water"
        stampId="erbuiten"
      />
      <FilterBar
        action="/belangen/erbuiten"
        activeCount={[filter.body, filter.year].filter((one) => one !== '').length}
      >
        <FilterSelect
          name="team"
          label={t('register.body')}
          value={filter.body}
          all={t('register.anyBody')}
          options={options.bodies}
        />
        <FilterSelect
          name="jaar"
          label={t('recusals.year')}
          value={filter.year}
          all={t('recusals.anyYear')}
          options={options.years.map((year) => ({ value: year, label: year }))}
        />
      </FilterBar>
      <p className="max-w-prose">{t('recusals.found', { without, decisions })}</p>
      {lines.length === 0 ? (
        <EmptyState title={t('recusals.none')} stampId="niemand-erbuiten">
          <p>{t('recusals.noneText')}</p>
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={t('recusals.caption')}
            captionHidden
            rows={lines}
            rowKey={({ key }) => key}
            columns={[
              {
                key: 'decision',
                header: t('recusals.decision'),
                cell: ({ number, title }) => (
                  <a href={`/besluiten/${number}#wie`}>
                    <Written>{title}</Written>
                  </a>
                ),
              },
              { key: 'team', header: t('register.body'), cell: ({ body }) => <Written>{body.name}</Written> },
              {
                key: 'who',
                header: t('recusals.who'),
                cell: ({ organisation }) =>
                  organisation === null ? t('register.resident') : <Written>{organisation}</Written>,
              },
              { key: 'part', header: t('recusals.part'), cell: ({ part }) => t(`recusals.${part}`) },
              {
                key: 'reason',
                header: t('recusals.reason'),
                cell: ({ interest, note }) =>
                  note === '' ? t(`decisions:interest.${interest}`) : <Written>{note}</Written>,
              },
              { key: 'date', header: t('recusals.date'), cell: ({ takenOn }) => <DateText value={takenOn} /> },
            ]}
          />
          <Section title={t('recusals.perYear')}>
            <DataTable
              caption={t('recusals.perYear')}
              captionHidden
              rows={perYear}
              rowKey={({ body, year }) => `${body} ${year}`}
              columns={[
                { key: 'team', header: t('register.body'), cell: ({ body }) => <Written>{body}</Written> },
                { key: 'year', header: t('recusals.year'), cell: ({ year }) => year },
                {
                  key: 'count',
                  header: t('recusals.count'),
                  numeric: true,
                  cell: ({ count }) => String(count),
                },
              ]}
            />
          </Section>
        </>
      )}
    </Page>
  );
}
