import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/components/content/data-table.tsx';
import { DateText } from '#app/components/content/date-text.tsx';
import { Money } from '#app/components/content/money.tsx';
import { Pagination } from '#app/components/content/pagination.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { cents } from '#app/kernel/money.ts';
import { daysOnPage, publishedDays } from '#app/modules/budgets/queries/published-days.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, url }) => {
  const asked = url.searchParams.get('pagina') ?? '1';
  const page = /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
  const { days, count } = await publishedDays(database, page);
  const shown = days.map(({ day, corrections, content }) => ({ day, corrections, totals: content.totals }));
  return { days: shown, page, pageCount: Math.ceil(count / daysOnPage) };
});

export const handle = { kept: keptPage('pagina') };

export const meta = pageTitle<typeof loader>(
  (t) => t('transparency:day.list'),
  (t) => t('transparency:day.listLead'),
);

export default function LedgerDays() {
  const { days, page, pageCount } = useLoaderData<typeof loader>();
  const { t } = useTranslation('transparency');
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('day.crumb'), href: '/transparantie' }]} />}
        title={t('day.list')}
        lead={t('day.listLead')}
        tone="sand"
        stampId="grootboek"
      />
      {days.length === 0 ? (
        <EmptyState title={t('day.none')} stampId="geen-dag">
          <p>{t('day.noneText')}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t('day.listCaption')}
          captionHidden
          rows={days}
          rowKey={({ day }) => day}
          columns={[
            {
              key: 'day',
              header: t('day.column.day'),
              cell: ({ day }) => (
                <a href={`/transparantie/dagen/${day}`}>
                  <DateText value={day} />
                </a>
              ),
            },
            {
              key: 'available',
              header: t('day.column.available'),
              numeric: true,
              cell: ({ totals }) => <Money cents={cents(totals.availableCents)} />,
            },
            {
              key: 'promised',
              header: t('day.column.promised'),
              numeric: true,
              cell: ({ totals }) => <Money cents={cents(totals.promisedCents)} />,
            },
            {
              key: 'paid',
              header: t('day.column.paid'),
              numeric: true,
              cell: ({ totals }) => <Money cents={cents(totals.paidCents)} />,
            },
            {
              key: 'corrected',
              header: t('day.column.corrected'),
              numeric: true,
              cell: ({ corrections }) => (corrections === 0 ? '–' : String(corrections)),
            },
          ]}
        />
      )}
      <Pagination page={page} pageCount={pageCount} hrefFor={(to) => `/transparantie/dagen?pagina=${to}`} />
    </Page>
  );
}
