import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import {
  AssignmentDraftList,
  AwaitingList,
  DiscardedList,
  PreparedList,
} from '#app/components/decision/work-lists.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Icon } from '#app/components/icon/icon.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { readsDecisionWork } from '#app/modules/decisions/policy.ts';
import { decisionWork } from '#app/modules/decisions/queries/decision-work.query.server.ts';

export const loader = guardLoader(readsDecisionWork, async ({ database, actor, now }) =>
  decisionWork(database, actor, now),
);

export const meta = pageTitle<typeof loader>((t) => t('decisions:work.title'));

export default function DecisionWork() {
  const { awaiting, prepared, discarded, assignmentDrafts, givesAssignments } = useLoaderData<typeof loader>();
  const { t } = useTranslation('decisions');
  const due = awaiting.filter(({ stage }) => stage === 'deciding');
  const early = awaiting.filter(({ stage }) => stage !== 'deciding');
  return (
    <Page>
      <PageHeader title={t('work.title')} lead={t('work.lead')} tone="plain">
        {givesAssignments ? (
          <p className="mt-5">
            <ButtonLink href="/besluitvorming/opdracht" tone="quiet" icon="plus">
              {t('assignment.start')}
            </ButtonLink>
          </p>
        ) : null}
      </PageHeader>
      {assignmentDrafts.length === 0 ? null : (
        <Section title={t('assignment.drafts')} lead={t('assignment.draftsLead')}>
          <AssignmentDraftList lines={assignmentDrafts} />
        </Section>
      )}
      <Section title={t('work.prepared')} lead={t('work.preparedLead')}>
        {prepared.length === 0 ? <p>{t('work.preparedNone')}</p> : <PreparedList lines={prepared} />}
      </Section>
      <Section title={t('work.awaiting')} lead={t('work.awaitingLead')}>
        {due.length === 0 ? (
          <EmptyState title={t('work.awaitingNone')} stampId="geen-besluit-te-nemen">
            <p>{t('work.awaitingNoneText')}</p>
          </EmptyState>
        ) : (
          <AwaitingList lines={due} />
        )}
      </Section>
      {early.length === 0 ? null : (
        <Section title={t('work.early')} lead={t('work.earlyLead')}>
          <details>
            <summary className="flex min-h-11 items-center gap-2 font-semibold">
              <Icon name="chevron-right" className="size-5 unfolded:rotate-90" />
              {t('work.showEarly', { count: early.length })}
            </summary>
            <div className="mt-4">
              <AwaitingList lines={early} />
            </div>
          </details>
        </Section>
      )}
      {discarded.length === 0 ? null : (
        <Section title={t('work.discarded')} lead={t('work.discardedLead')}>
          <DiscardedList lines={discarded} />
        </Section>
      )}
    </Page>
  );
}
