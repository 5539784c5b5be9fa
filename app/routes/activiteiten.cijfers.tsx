import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { JsonLink } from '#app/components/budget/budget-parts.tsx';
import { Money } from '#app/components/content/money.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { AreaFiguresSection } from '#app/components/volunteering/public-figures.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { publicAllowances } from '#app/modules/allowances/queries/public-allowances.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database }) => publicAllowances(database));

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t) => t('volunteering:figures.title'),
  (t) => t('volunteering:figures.lead'),
);

export default function Figures() {
  const { until, publishedOn, nextOn, amount, areas } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation('volunteering');
  const day = (date: CalendarDate) => dateText(date, 'day', i18n.language);
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('claim.crumb'), href: '/activiteiten' }]} />}
        title={t('figures.title')}
        lead={t('figures.lead')}
        stampId="vergoedingen"
      />
      <Notice>
        {until === null || publishedOn === null || nextOn === null ? null : (
          <p>{t('figures.until', { date: day(until), published: day(publishedOn), next: day(nextOn) })}</p>
        )}
        <p>{t('figures.once')}</p>
        <p>{t('figures.rule')}</p>
      </Notice>
      {areas.length === 0 ? (
        <EmptyState title={t('figures.none')} stampId="geen-cijfers">
          <p>{t('figures.noneText')}</p>
        </EmptyState>
      ) : (
        <>
          <Section title={t('figures.total')}>
            <p className="tabular text-2xl font-bold">
              <Money cents={amount} />
            </p>
          </Section>
          {areas.map((area) => (
            <AreaFiguresSection key={area.areaCode ?? ''} area={area} />
          ))}
        </>
      )}
      <JsonLink href="/activiteiten/cijfers.json" />
    </Page>
  );
}
