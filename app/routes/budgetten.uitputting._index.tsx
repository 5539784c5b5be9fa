import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { SentList } from '#app/components/spending-report/sent-list.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { sentReports } from '#app/modules/budgets/queries/spending-report.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database }) => ({ reports: await sentReports(database) }));

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (t) => t('spendingReport:title'),
  (t) => t('spendingReport:lead'),
);

export default function SpendingReports() {
  const { reports } = useLoaderData<typeof loader>();
  const { t } = useTranslation('spendingReport');
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} tone="sand" stampId="uitputting" />
      <Section title={t('work.sent')} titleHidden>
        <SentList reports={reports} />
      </Section>
    </Page>
  );
}
