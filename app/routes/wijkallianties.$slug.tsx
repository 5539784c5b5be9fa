import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AllianceFacts } from '#app/components/alliance/alliance-facts.tsx';
import { AllianceRules } from '#app/components/alliance/alliance-rules.tsx';
import { MoneyLines } from '#app/components/alliance/money-lines.tsx';
import { JsonLink } from '#app/components/budget/budget-parts.tsx';
import { GrantList } from '#app/components/budget/grant-list.tsx';
import { DateText } from '#app/components/content/date-text.tsx';
import { Money } from '#app/components/content/money.tsx';
import { Written } from '#app/components/content/written.tsx';
import { BudgetMeter } from '#app/components/figures/budget-meter.tsx';
import { GiveBlock } from '#app/components/giving/give-block.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { VoteList } from '#app/components/voting/vote-list.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { readAllianceYear } from '#app/modules/alliances/alliance-address.ts';
import { alliancePage } from '#app/modules/alliances/queries/alliance-page.query.server.ts';
import { daysInLog } from '#app/modules/budgets/queries/published-days.query.server.ts';
import { isPurposeOpen } from '#app/modules/donations/queries/public-purpose.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { voteList } from '#app/modules/voting/queries/vote-page.query.server.ts';

export const loader = guardLoader(everyone, async ({ database, platform, params, url, now, locale }) => {
  const year = readAllianceYear(url.searchParams);
  const view = await alliancePage(database, params.slug ?? '', { year, today: dayInAmsterdam(now), locale });
  if (view === null) throw notFound();
  const isGivenTo = await isPurposeOpen(database, view.slug, now);
  const days = view.lines.map(({ occurredAt }) => dayInAmsterdam(occurredAt));
  return {
    ...view,
    votes: await voteList(database, view.slug),
    daysInLog: await daysInLog(database, days),
    giving: isGivenTo ? (platform.stripe === null ? ('otherwise' as const) : ('online' as const)) : null,
  };
});

export const handle = { kept: keptPage('jaar') };

export const meta = pageTitle<typeof loader>(
  (_t, { name }) => name,
  (t, { name }) => t('alliances:page.description', { name }),
);

export default function Alliance() {
  const alliance = useLoaderData<typeof loader>();
  const { t } = useTranslation('alliances');
  const { name, slug, year, years, funds, sums, running } = alliance;
  const label = t('page.money', { year });
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('page.crumb'), href: '/wijkallianties' }]} />}
        eyebrow={t('page.eyebrow')}
        title={<Written>{name}</Written>}
        lead={alliance.remit}
        stampId={slug}
      />
      {alliance.votes.length === 0 ? null : (
        <Section id="stemmen" title={t('page.votes')}>
          <VoteList votes={alliance.votes} headingLevel={3} />
        </Section>
      )}
      <TwoColumns asideLabel={t('page.facts')} aside={<AllianceFacts alliance={alliance} />}>
        <Section id="geld" title={label}>
          {funds.length === 0 ? (
            <p>{years.length === 0 ? t('page.moneyNone') : t('page.moneyNoneThen', { year })}</p>
          ) : (
            <>
              <BudgetMeter
                label={label}
                budget={sums.budget}
                committed={sums.committed}
                paid={sums.paid}
                hrefs={{ paid: '#boekingen', committed: '#boekingen', left: '#boekingen', budget: '#boekingen' }}
              />
              <ul className="mt-5 flex flex-col gap-1">
                {funds.map((fund) => (
                  <li key={fund.slug}>
                    <a href={`/fondsen/${fund.slug}`} className="inline-block py-1">
                      <Written>{fund.name}</Written>
                    </a>
                    {fund.label === '' ? null : (
                      <span className="text-ink-soft"> {t('page.label', { label: fund.label })}</span>
                    )}
                  </li>
                ))}
              </ul>
              {funds.some(({ isExample }) => isExample) ? (
                <p className="mt-2 text-sm text-ink-soft">{t('page.example')}</p>
              ) : null}
            </>
          )}
          {years.every((one) => one === year) ? null : (
            <nav aria-label={t('page.years')} className="mt-5 flex flex-wrap gap-x-5">
              {years.map((one) => (
                <a
                  key={one}
                  href={`/wijkallianties/${slug}?jaar=${String(one)}`}
                  aria-current={one === year ? 'page' : undefined}
                  className="inline-flex min-h-11 items-center"
                >
                  {one}
                </a>
              ))}
            </nav>
          )}
        </Section>
        {alliance.promises.length === 0 ? null : (
          <Section id="uitgaven" title={t('page.promises')} lead={t('page.promisesLead')}>
            <GrantList grants={alliance.promises} totals={alliance.promised} withoutBody withoutFund />
          </Section>
        )}
        {running.length === 0 ? null : (
          <Section id="loopt" title={t('page.running')}>
            <ul className="flex flex-col gap-4">
              {running.map(({ id, what, amount, closesOn }) => (
                <li key={id}>
                  <p className="font-semibold">
                    <Written>{what}</Written>, <Money cents={amount} />
                  </p>
                  <p className="text-ink-soft">
                    {t('page.runningUntil')} <DateText value={closesOn} format="day" />
                  </p>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {funds.length === 0 ? null : (
          <Section id="boekingen" title={t('page.lines')} lead={t('page.linesLead')}>
            <MoneyLines lines={alliance.lines} daysInLog={alliance.daysInLog} name={name} year={year} />
          </Section>
        )}
        {alliance.giving === null ? null : (
          <GiveBlock purpose={{ slug, name }} isOnline={alliance.giving === 'online'} />
        )}
        <AllianceRules rules={alliance.rules} />
        <JsonLink href={`/wijkallianties/${slug}.json?jaar=${String(year)}`} />
      </TwoColumns>
    </Page>
  );
}
