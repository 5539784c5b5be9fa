import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/components/content/data-table.tsx';
import { Written } from '#app/components/content/written.tsx';
import { HolderTable } from '#app/components/integrity/holder-table.tsx';
import { TieReason } from '#app/components/integrity/tie-reason.tsx';
import { Icon } from '#app/components/icon/icon.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { readsInterestWork } from '#app/modules/integrity/policy.ts';
import { interestWork } from '#app/modules/integrity/queries/interest-work.query.server.ts';

export const loader = guardLoader(readsInterestWork, async ({ database, actor, now }) =>
  interestWork(database, actor, dayInAmsterdam(now)),
);

export const meta = pageTitle<typeof loader>((t) => t('interests:work.title'));

const aboutKeys = { round: 'work.aboutRound', decision: 'work.aboutDecision', batch: 'work.aboutBatch' } as const;

export default function InterestWork() {
  const { holders, ties } = useLoaderData<typeof loader>();
  const { t } = useTranslation('interests');
  const waiting = holders.filter(({ state }) => state !== 'made');
  const done = holders.filter(({ state }) => state === 'made');
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('register.title'), href: '/belangen' }]} />}
        title={t('work.title')}
        lead={t('work.lead')}
        tone="sand"
        stampId="belangen-werk"
      />
      <Section title={t('work.ties')} lead={t('work.tiesLead')}>
        {ties.length === 0 ? (
          <EmptyState title={t('work.noTies')} stampId="geen-banden">
            <p>{t('work.noTiesText')}</p>
          </EmptyState>
        ) : (
          <DataTable
            caption={t('work.ties')}
            captionHidden
            rows={ties}
            rowKey={({ key }) => key}
            columns={[
              {
                key: 'about',
                header: t('work.about'),
                cell: ({ about }) => (
                  <a href={about.href}>
                    <Written>{t(aboutKeys[about.kind], { title: about.title })}</Written>
                  </a>
                ),
              },
              { key: 'team', header: t('work.team'), cell: ({ bodyName }) => <Written>{bodyName}</Written> },
              { key: 'who', header: t('work.who'), cell: ({ name }) => <Written>{name}</Written> },
              { key: 'tie', header: t('work.tie'), cell: ({ tie }) => <TieReason tie={tie} /> },
              {
                key: 'todo',
                header: t('work.todo'),
                cell: ({ state }) => (
                  <span className={state === 'kept-out' ? '' : 'font-semibold'}>{t(`work.state.${state}`)}</span>
                ),
              },
            ]}
          />
        )}
      </Section>
      <Section title={t('work.people')} lead={t('work.peopleLead')}>
        <h3 className="mb-3">{t('work.toDo')}</h3>
        {waiting.length === 0 ? (
          <p>{t('work.nobodyToDo')}</p>
        ) : (
          <HolderTable holders={waiting} caption={t('work.toDo')} />
        )}
        {done.length === 0 ? null : (
          <details className="mt-8">
            <summary className="fold-summary">
              {t('work.done')} ({done.length})
              <Icon name="chevron-down" className="ml-auto size-5 unfolded:rotate-180" />
            </summary>
            <HolderTable holders={done} caption={t('work.done')} />
          </details>
        )}
      </Section>
    </Page>
  );
}
