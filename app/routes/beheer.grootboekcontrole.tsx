import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ControlState } from '#app/components/control/control-state.tsx';
import { MendedTable, RuleTable, RunTable } from '#app/components/control/control-tables.tsx';
import { ViolationList } from '#app/components/control/violation-list.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { ledgerControl } from '#app/modules/control/queries/ledger-control.query.server.ts';
import { administers, readsAdministration } from '#app/modules/people/policy.ts';

export const loader = guardLoader(readsAdministration, async ({ database, actor, now }) => ({
  ...(await ledgerControl(database, now)),
  mayChange: administers(actor).ok,
}));

export const meta = pageTitle<typeof loader>((t) => t('control:title'));

export default function LedgerControl() {
  const { runs, isLate, rules, mended } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['control', 'administration']);
  const broken = rules.filter(({ violations }) => violations.length > 0);
  return (
    <Page width="wide">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        tone="plain"
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('administration:title'), href: '/beheer' }]} />}
      />
      <ControlState newest={runs[0] ?? null} isLate={isLate} broken={broken.length} />
      {broken.length === 0 ? null : (
        <Section title={t('violations')} lead={t('violationsLead')}>
          <ViolationList broken={broken} />
        </Section>
      )}
      {runs.length === 0 ? null : (
        <>
          <Section title={t('rules')}>
            <RuleTable rules={rules} />
          </Section>
          {mended.length === 0 ? null : (
            <Section title={t('mended')}>
              <MendedTable mended={mended} />
            </Section>
          )}
          <Section title={t('runs')}>
            <RunTable runs={runs} />
          </Section>
        </>
      )}
    </Page>
  );
}
