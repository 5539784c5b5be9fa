import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { JsonLink } from '#app/components/budget/budget-parts.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { AreaFiguresSection, FigureText } from '#app/components/volunteering/public-figures.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { publicAllowances } from '#app/modules/allowances/queries/public-allowances.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, now }) =>
  publicAllowances(database, dayInAmsterdam(now)),
);

export const meta = pageTitle<typeof loader>(
  (t) => t('volunteering:figures.title'),
  (t) => t('volunteering:figures.lead'),
);

export default function Figures() {
  const { figures, until } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation('volunteering');
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('claim.crumb'), href: '/activiteiten' }]} />}
        title={t('figures.title')}
        lead={t('figures.lead')}
        stampId="vergoedingen"
      />
      <Notice>
        <p>{t('figures.until', { date: dateText(until, 'day', i18n.language) })}</p>
        <p>{t('figures.rule')}</p>
      </Notice>
      {figures.areas.length === 0 ? (
        <EmptyState title={t('figures.none')} stampId="geen-cijfers">
          <p>{t('figures.noneText')}</p>
        </EmptyState>
      ) : (
        <>
          <Section title={t('figures.total')}>
            {figures.figure === null ? (
              <p className="max-w-prose">{t('figures.totalHidden')}</p>
            ) : (
              <p className="tabular text-2xl font-bold">
                <FigureText figure={figures.figure} word="amountFor" />
              </p>
            )}
          </Section>
          {figures.areas.map((area) => (
            <AreaFiguresSection key={area.areaCode ?? ''} area={area} />
          ))}
        </>
      )}
      <JsonLink href="/activiteiten/cijfers.json" />
    </Page>
  );
}
