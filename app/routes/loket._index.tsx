import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { DataTable } from '#app/components/content/data-table.tsx';
import { DateText } from '#app/components/content/date-text.tsx';
import { FilterBar, FilterSelect } from '#app/components/content/filter-bar.tsx';
import { Money } from '#app/components/content/money.tsx';
import { Pagination } from '#app/components/content/pagination.tsx';
import { StageBadge } from '#app/components/initiative/stage-badge.tsx';
import { Term } from '#app/components/loket/term.tsx';
import { WorkCounts } from '#app/components/loket/work-counts.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { readsLoket, worksAtLoket } from '#app/modules/loket/policy.ts';
import { workList } from '#app/modules/loket/queries/work-list.query.server.ts';
import { readWorkFilter, workHref, workStages } from '#app/modules/loket/work-filter.ts';

export const loader = guardLoader(readsLoket, async ({ database, actor, url, now }) => {
  const filter = readWorkFilter(url.searchParams);
  return { filter, mayAct: worksAtLoket(actor).ok, work: await workList(database, actor, filter, dayInAmsterdam(now)) };
});

export const meta = pageTitle<typeof loader>((t) => t('loket:list.title'));

export default function Loket() {
  const { filter, mayAct, work } = useLoaderData<typeof loader>();
  const { t } = useTranslation('loket');
  const activeCount = [filter.stage !== '', filter.body !== '', filter.lateOnly].filter(Boolean).length;
  return (
    <Page>
      <PageHeader title={t('list.title')} lead={t('list.lead')} tone="plain" />
      {mayAct ? null : <Notice>{t('list.readOnly')}</Notice>}
      <WorkCounts counts={work.counts} />
      <FilterBar action="/loket" activeCount={activeCount}>
        <FilterSelect
          name="fase"
          label={t('list.filter.stage')}
          value={filter.stage}
          all={t('list.filter.ordinary')}
          options={workStages.map((stage) => ({ value: stage, label: t(`list.stage.${stage}`) }))}
        />
        {work.bodies.length > 1 || filter.body !== '' ? (
          <FilterSelect
            name="team"
            label={t('list.filter.body')}
            value={filter.body}
            all={t('list.filter.allBodies')}
            options={work.bodies.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
        ) : null}
        <FilterSelect
          name="laat"
          label={t('list.filter.late')}
          value={filter.lateOnly ? 'ja' : ''}
          all={t('list.filter.anyTerm')}
          options={[{ value: 'ja', label: t('list.filter.lateOnly') }]}
        />
      </FilterBar>
      {work.items.length === 0 ? (
        <EmptyState stampId="loket" title={t(activeCount === 0 ? 'list.empty' : 'list.emptyFilter')}>
          <p>{t(activeCount === 0 ? 'list.emptyText' : 'list.emptyFilterText')}</p>
        </EmptyState>
      ) : (
        <Section title={t('list.found', { count: work.total })}>
          <DataTable
            caption={t('list.table')}
            captionHidden
            rows={work.items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'plan',
                header: t('list.plan'),
                cell: (item) => (
                  <>
                    <a href={`/loket/${item.id}`} className="inline-block py-2 text-lg">
                      <Written>{item.title}</Written>
                    </a>
                    <span className="block text-sm font-normal text-ink-soft">
                      {item.organisation ?? t('list.resident')}
                      {item.version > 1 ? ` · ${t('list.version', { version: item.version })}` : ''}
                    </span>
                  </>
                ),
              },
              { key: 'stage', header: t('dossier.stage'), cell: (item) => <StageBadge stage={item.stage} /> },
              { key: 'body', header: t('list.body'), cell: (item) => item.bodyName ?? t('list.noBody') },
              {
                key: 'asked',
                header: t('list.asked'),
                numeric: true,
                cell: (item) => <Money cents={item.requested} />,
              },
              {
                key: 'due',
                header: t('list.due'),
                cell: (item) => (
                  <>
                    <Term term={item.term} />
                    {item.dueOn === null ? null : (
                      <span className="block text-sm text-ink-soft">
                        <DateText value={item.dueOn} format="short" />
                      </span>
                    )}
                  </>
                ),
              },
            ]}
          />
          <div className="mt-6">
            <Pagination
              page={Math.min(filter.page, work.pageCount)}
              pageCount={work.pageCount}
              hrefFor={(page) => workHref({ ...filter, page })}
            />
          </div>
        </Section>
      )}
    </Page>
  );
}
