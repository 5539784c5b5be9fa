import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { GiveBlock } from '#app/components/giving/give-block.tsx';
import { OtherYears, YearView } from '#app/components/donut/year-view.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { currentCall } from '#app/modules/donutfonds/call.ts';
import { donutfondsSlug } from '#app/modules/donations/gift.ts';
import { isPurposeOpen } from '#app/modules/donations/queries/public-purpose.query.server.ts';
import { donutYear, donutYears } from '#app/modules/donutfonds/queries/public-year.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, platform, now }) => {
  const today = dayInAmsterdam(now);
  const years = await donutYears(database, today);
  const current = currentCall(years);
  return {
    view: current === null ? null : await donutYear(database, current.year, today),
    others: years.filter((one) => one !== current),
    isOnline: platform.stripe !== null && (await isPurposeOpen(database, donutfondsSlug, now)),
  };
});

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t) => t('donutfonds:title'),
  (t) => t('donutfonds:lead'),
);

const steps = ['text', 'apply', 'rules', 'visit', 'split', 'second'] as const;

export default function Donutfonds() {
  const { view, others, isOnline } = useLoaderData<typeof loader>();
  const { t } = useTranslation('donutfonds');
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} tone="garden" stampId="donutfonds" />
      <Section title={t('what.title')}>
        <div className="prose">
          {steps.map((step) => (
            <p key={step}>{t(`what.${step}`)}</p>
          ))}
        </div>
      </Section>
      {view === null ? (
        <EmptyState title={t('none')} stampId="geen-donutfonds">
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-8">
          <h2 className="text-3xl">{t('yearTitle', { year: view.year })}</h2>
          <YearView view={view} />
        </div>
      )}
      <GiveBlock purpose={{ slug: donutfondsSlug, name: null }} isOnline={isOnline} />
      <OtherYears years={others} />
      <p>
        <a href={view === null ? '/donutfonds.json' : `/donutfonds/${String(view.year)}.json`}>{t('json')}</a>
      </p>
    </Page>
  );
}
