import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { JsonLink } from '#app/components/budget/budget-parts.tsx';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { DataTable } from '#app/components/content/data-table.tsx';
import { DateText } from '#app/components/content/date-text.tsx';
import { Money } from '#app/components/content/money.tsx';
import { SetApart } from '#app/components/fund/set-apart.tsx';
import { SignedMoney } from '#app/components/fund/signed-money.tsx';
import { BudgetMeter } from '#app/components/figures/budget-meter.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { DayInLog } from '#app/components/transparency/day-in-log.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { useLocale } from '#app/i18n/use-locale.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { daysInLog } from '#app/modules/budgets/queries/published-days.query.server.ts';
import { fundPage, readSequence } from '#app/modules/ledger/queries/fund-page.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, params, url }) => {
  const before = readSequence(url.searchParams.get('voor'));
  const view = await fundPage(database, params.slug ?? '', { before });
  if (view === null) throw notFound();
  const logged = await daysInLog(
    database,
    view.entries.map(({ occurredAt }) => dayInAmsterdam(occurredAt)),
  );
  return { ...view, isNewest: before === null, daysInLog: logged };
});

export const handle = { kept: keptPage('voor') };

export const meta = pageTitle<typeof loader>(
  (_t, { fund }) => fund.name,
  (t, { fund }) => t('ledger:fund.decides', { body: fund.body.name }),
);

export default function Fund() {
  const { fund, entries, olderThan, isNewest, daysInLog: logged } = useLoaderData<typeof loader>();
  const { t } = useTranslation('ledger');
  const locale = useLocale();
  return (
    <Page>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('list.budgets'), href: '/budgetten' },
              { label: t('fund.crumb'), href: '/fondsen' },
            ]}
          />
        }
        eyebrow={t('fund.eyebrow', { year: fund.year })}
        title={<Written>{fund.name}</Written>}
        lead={
          <>
            {t('fund.of')}{' '}
            <a href={`/budgetten/teams/${fund.body.slug}`}>
              <Written>{fund.body.name}</Written>
            </a>
            {' · '}
            <a href={`/budgetten?bron=${fund.source.slug}#bronnen`}>
              {t('fund.source', { source: locale === 'en' ? fund.source.nameEn : fund.source.name })}
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
          hrefs={{ paid: '#boekingen', committed: '#boekingen', left: '#boekingen', budget: '#boekingen' }}
        />
        <SetApart reserved={fund.reserved} />
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
                  <DayInLog day={dayInAmsterdam(occurredAt)} daysInLog={logged} />
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
        />
        {isNewest && olderThan === null ? null : (
          <p className="no-print mt-6 flex flex-wrap gap-4">
            {isNewest ? null : (
              <ButtonLink href={`/fondsen/${fund.slug}#boekingen`} tone="quiet" icon="arrow-left">
                {t('fund.newest')}
              </ButtonLink>
            )}
            {olderThan === null ? null : (
              <ButtonLink
                href={`/fondsen/${fund.slug}?voor=${olderThan}#boekingen`}
                tone="quiet"
                iconAfter="arrow-right"
              >
                {t('fund.older')}
              </ButtonLink>
            )}
          </p>
        )}
      </Section>
      <JsonLink href={`/fondsen/${fund.slug}.json`} />
    </Page>
  );
}
