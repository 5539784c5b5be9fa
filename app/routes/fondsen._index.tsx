import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { BudgetMeter } from '#app/components/figures/budget-meter.tsx';
import { ExampleTag } from '#app/components/fund/example-tag.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { addCents, noMoney } from '#app/kernel/money.ts';
import { fundList, type FundView } from '#app/modules/ledger/queries/fund-list.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database }) => {
  const funds = await fundList(database);
  const years = [...new Set(funds.map(({ year }) => year))];
  return {
    years: years.map((year) => ({ year, funds: funds.filter((fund) => fund.year === year) })),
    budget: addCents(noMoney, ...funds.map(({ budget }) => budget)),
    committed: addCents(noMoney, ...funds.map(({ committed }) => committed)),
    paid: addCents(noMoney, ...funds.map(({ paid }) => paid)),
    hasExamples: funds.some(({ isExample }) => isExample),
  };
});

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t) => t('ledger:list.title'),
  (t) => t('ledger:list.lead'),
);

export default function Funds() {
  const { years, budget, committed, paid, hasExamples } = useLoaderData<typeof loader>();
  const { t } = useTranslation('ledger');
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('list.budgets'), href: '/budgetten' }]} />}
        title={t('list.title')}
        lead={t('list.lead')}
        tone="sand"
        stampId="fondsen"
      />
      {years.length === 0 ? (
        <EmptyState title={t('list.none')} stampId="geen-fonds">
          <p>{t('list.noneText')}</p>
        </EmptyState>
      ) : (
        <Section title={t('list.all')} action={<a href="/budgetten/wijzigingen">{t('list.changes')}</a>}>
          <BudgetMeter label={t('list.all')} budget={budget} committed={committed} paid={paid} />
        </Section>
      )}
      {hasExamples ? (
        <Notice title={t('list.exampleTitle')}>
          <p>{t('list.exampleText')}</p>
        </Notice>
      ) : null}
      {years.map(({ year, funds }) => (
        <Section key={year} title={t('list.year', { year })}>
          <ul className="grid gap-6 lg:grid-cols-2">
            {funds.map((fund) => (
              <li key={fund.slug}>
                <FundCard fund={fund} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  );
}

function FundCard({ fund }: { fund: FundView }) {
  const { t } = useTranslation('ledger');
  return (
    <article className="flex h-full flex-col gap-4 rounded bg-surface p-5 sm:p-6">
      <div>
        <h3>
          <a href={`/fondsen/${fund.slug}`} className="inline-block py-1 text-ink">
            <Written>{fund.name}</Written>
          </a>
        </h3>
        <p className="text-sm text-ink-soft">
          {t('fund.of')}{' '}
          <a href={`/opgaveteams/${fund.body.slug}`} className="text-ink-soft">
            <Written>{fund.body.name}</Written>
          </a>
        </p>
      </div>
      {fund.isExample ? <ExampleTag /> : null}
      <div className="mt-auto">
        <BudgetMeter
          label={<Written>{fund.name}</Written>}
          budget={fund.budget}
          committed={fund.committed}
          paid={fund.paid}
        />
      </div>
    </article>
  );
}
