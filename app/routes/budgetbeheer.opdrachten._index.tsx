import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { OpenFlagList } from '#app/components/procurement/open-flag-list.tsx';
import { PartyTable } from '#app/components/procurement/party-table.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { readsAdministration } from '#app/modules/people/policy.ts';
import { readsAssignments } from '#app/modules/procurement/policy.ts';
import { assignmentsView } from '#app/modules/procurement/queries/assignments.query.server.ts';

export const loader = guardLoader(readsAssignments, async ({ database, actor, now }) => {
  const view = await assignmentsView(database, actor, now);
  if (view === null) throw notFound();
  return { ...view, readsLimits: readsAdministration(actor).ok };
});

export const meta = pageTitle<typeof loader>((t) => t('procurement:overview.title'));

export default function Assignments() {
  const { months, lines, open, readsLimits } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['procurement', 'changes']);
  return (
    <Page width="wide">
      <PageHeader
        title={t('overview.title')}
        lead={t('overview.lead', { months })}
        tone="plain"
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('changes:work.title'), href: '/budgetbeheer' }]} />}
      />
      {lines.length === 0 ? (
        <EmptyState stampId="opdrachten" title={t('overview.none')}>
          <p>{t('overview.noneText')}</p>
        </EmptyState>
      ) : (
        <Section title={t('overview.text')}>
          <div className="flex flex-col gap-5">
            <PartyTable lines={lines} />
            <p className="max-w-prose text-sm text-ink-soft">{t('adds.how', { months })}</p>
            <p className="flex flex-wrap gap-3">
              <ButtonLink href="/budgetbeheer/opdrachten.csv" tone="quiet" icon="download" download>
                {t('overview.csv')}
              </ButtonLink>
              <ButtonLink href="/budgetbeheer/opdrachten.csv?koppen=machine" tone="quiet" icon="download" download>
                {t('overview.csvMachine')}
              </ButtonLink>
              {readsLimits ? (
                <ButtonLink href="/beheer/inkoopgrenzen" tone="quiet">
                  {t('overview.toLimits')}
                </ButtonLink>
              ) : null}
            </p>
          </div>
        </Section>
      )}
      <Section title={t('overview.flags')} lead={t('overview.flagsLead')}>
        {open.length === 0 ? <p>{t('overview.flagsNone')}</p> : <OpenFlagList open={open} />}
      </Section>
    </Page>
  );
}
