import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/components/content/data-table.tsx';
import { Facts } from '#app/components/content/facts.tsx';
import { Money } from '#app/components/content/money.tsx';
import { Written } from '#app/components/content/written.tsx';
import { Icon } from '#app/components/icon/icon.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { checkWord } from '#app/components/transparency/check-address.ts';
import { DayEntries } from '#app/components/transparency/day-entries.tsx';
import { InLog } from '#app/components/transparency/in-log.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { cents } from '#app/kernel/money.ts';
import { lineNames, publishedDay } from '#app/modules/budgets/queries/published-days.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { inLog } from '#app/modules/transparency/queries/in-log.query.server.ts';

export const loader = guardLoader(everyone, async ({ database, params, locale }) => {
  const view = await publishedDay(database, params.day ?? '');
  if (view === null) throw notFound();
  const [log, names] = await Promise.all([
    inLog(database, { kind: 'ledger-day', subject: view.day, sha256: view.sha256 }),
    lineNames(database, view),
  ]);
  return { view, log, names, title: dateText(view.day, 'long', locale) };
});

export const meta = pageTitle<typeof loader>((t, { title }) => t('transparency:day.title', { day: title }));

/** The check of the log runs in the reader's browser, for who asks for it. */
export const handle = { hydrate: checkWord, kept: keptPage() };

export default function LedgerDayPage() {
  const { view, names, log, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation('transparency');
  const { totals, lines, entries } = view.content;
  const nameOf = (slug: string) => names[slug] ?? slug;
  const byName = [...lines].sort((one, other) => nameOf(one.slug).localeCompare(nameOf(other.slug), 'nl'));
  return (
    <Page>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('day.crumb'), href: '/transparantie' },
              { label: t('day.list'), href: '/transparantie/dagen' },
            ]}
          />
        }
        title={t('day.title', { day: title })}
        lead={t('day.lead')}
        tone="sand"
        stampId="grootboek"
      />
      {view.corrections === 0 ? null : <Notice>{t('day.corrected', { count: view.corrections })}</Notice>}
      <TwoColumns
        asideLabel={t('inLog.title')}
        aside={
          <InLog
            view={log}
            proofHref={`/transparantie/dagen/${view.day}/bewijs.json`}
            publicationHref={`/transparantie/dagen/${view.day}.json`}
          />
        }
      >
        <Section title={t('day.totals')}>
          <Facts
            layout="beside"
            facts={[
              { term: t('day.unallocated'), value: <Money cents={cents(totals.unallocatedCents)} /> },
              { term: t('day.available'), value: <Money cents={cents(totals.availableCents)} /> },
              { term: t('day.promised'), value: <Money cents={cents(totals.promisedCents)} /> },
              { term: t('day.paid'), value: <Money cents={cents(totals.paidCents)} /> },
            ]}
          />
        </Section>
        <Section title={t('day.entriesTitle')} lead={t('day.entries', { count: entries.length })}>
          <DayEntries entries={entries} nameOf={nameOf} />
        </Section>
        <details>
          <summary className="flex min-h-11 items-center gap-2 font-semibold">
            <Icon name="chevron-right" className="size-5 unfolded:rotate-90" />
            {t('day.money', { count: lines.length })}
          </summary>
          <DataTable
            caption={t('day.moneyCaption')}
            captionHidden
            rows={byName}
            rowKey={({ slug }) => slug}
            columns={[
              {
                key: 'line',
                header: t('day.column.line'),
                cell: ({ slug }) => (
                  <a href={`/fondsen/${slug}`}>
                    <Written>{nameOf(slug)}</Written>
                  </a>
                ),
              },
              {
                key: 'available',
                header: t('day.column.available'),
                numeric: true,
                cell: ({ availableCents }) => <Money cents={cents(availableCents)} />,
              },
              {
                key: 'promised',
                header: t('day.column.promised'),
                numeric: true,
                cell: ({ promisedCents }) => <Money cents={cents(promisedCents)} />,
              },
              {
                key: 'paid',
                header: t('day.column.paid'),
                numeric: true,
                cell: ({ paidCents }) => <Money cents={cents(paidCents)} />,
              },
            ]}
          />
        </details>
        <p>
          <a href={`/transparantie/dagen/${view.day}.json`}>{t('day.file')}</a>
        </p>
      </TwoColumns>
    </Page>
  );
}
