import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { DataTable } from '#app/components/content/data-table.tsx';
import { DateText } from '#app/components/content/date-text.tsx';
import { Money } from '#app/components/content/money.tsx';
import { SignedMoney } from '#app/components/fund/signed-money.tsx';
import { BudgetMeter } from '#app/components/figures/budget-meter.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { fundPage } from '#app/modules/ledger/queries/fund-page.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, params }) => {
  const view = await fundPage(database, params.slug ?? '');
  if (view === null) throw notFound();
  return view;
});

export const meta = pageTitle<typeof loader>(
  (_t, { fund }) => fund.name,
  (t, { fund }) => t('ledger:fund.decides', { body: fund.body.name }),
);

export default function Fund() {
  const { fund, entries } = useLoaderData<typeof loader>();
  const { t } = useTranslation('ledger');
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('fund.crumb'), href: '/fondsen' }]} />}
        eyebrow={t('fund.eyebrow', { year: fund.year })}
        title={<Written>{fund.name}</Written>}
        lead={
          <>
            {t('fund.of')}{' '}
            <a href={`/opgaveteams/${fund.body.slug}`}>
              <Written>{fund.body.name}</Written>
            </a>
          </>
        }
        tone="sand"
        stampId={fund.slug}
      />
      {fund.isExample ? (
        <Notice title={t('fund.exampleTitle')}>
          <p>{t('fund.exampleText')}</p>
        </Notice>
      ) : fund.description === '' ? null : (
        <p className="max-w-prose">
          <Written>{fund.description}</Written>
        </p>
      )}
      <Section title={t('fund.meter')}>
        <BudgetMeter
          label={<Written>{fund.name}</Written>}
          budget={fund.budget}
          committed={fund.committed}
          paid={fund.paid}
        />
      </Section>
      <Section id="boekingen" title={t('fund.entries')} lead={t('fund.entriesLead')}>
        <DataTable
          caption={<Quoting text={t('fund.caption', { name: fund.name })} written={fund.name} />}
          captionHidden
          rows={entries}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'what',
              header: t('fund.column.what'),
              cell: ({ kind, decision, spending, change, correctedBy }) => (
                <>
                  {change === null ? (
                    t(`fund.kind.${kind}`)
                  ) : (
                    <a href={`/budgetten/wijzigingen/${change}`} className="inline-block py-1 text-ink">
                      {t(`fund.kind.${kind}`)} <span className="tabular font-normal">{change}</span>
                    </a>
                  )}
                  {correctedBy === null ? null : (
                    <span className="block text-sm font-normal">{t('fund.corrected', { number: correctedBy })}</span>
                  )}
                  {decision === null ? null : (
                    <a href={`/besluiten/${decision.number}`} className="block py-1 font-normal">
                      <Quoting text={t('fund.decision', decision)} written={decision.title} />
                    </a>
                  )}
                  {spending === null ? null : (
                    <a
                      href={`/wijkallianties/${fund.body.slug}?jaar=${String(fund.year)}#${spending.number}`}
                      className="block py-1 font-normal"
                    >
                      <Quoting text={t('fund.spending', spending)} written={spending.what} />
                    </a>
                  )}
                </>
              ),
            },
            {
              key: 'date',
              header: t('fund.column.date'),
              cell: ({ occurredAt }) => (
                <span className="whitespace-nowrap">
                  <DateText value={occurredAt} format="short" />
                </span>
              ),
            },
            {
              key: 'change',
              header: t('fund.column.change'),
              numeric: true,
              cell: ({ availableChange }) => <SignedMoney cents={availableChange} />,
            },
            {
              key: 'committed',
              header: t('fund.column.committed'),
              numeric: true,
              cell: ({ committedAfter }) => <Money cents={committedAfter} />,
            },
            {
              key: 'paid',
              header: t('fund.column.paid'),
              numeric: true,
              cell: ({ paidAfter }) => <Money cents={paidAfter} />,
            },
            {
              key: 'left',
              header: t('fund.column.left'),
              numeric: true,
              cell: ({ availableAfter }) => <Money cents={availableAfter} />,
            },
          ]}
          footer={{
            what: t('fund.end'),
            committed: <Money cents={fund.committed} />,
            paid: <Money cents={fund.paid} />,
            left: <Money cents={fund.available} />,
          }}
        />
      </Section>
    </Page>
  );
}
