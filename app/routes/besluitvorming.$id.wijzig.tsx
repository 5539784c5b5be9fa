import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { PlanSummary } from '#app/components/decision/plan-summary.tsx';
import { stayWhileAutosaving, unlessAutosaving } from '#app/components/forms/use-autosave.ts';
import { ProposalForm } from '#app/components/decision/proposal-form.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { accepted } from '#app/kernel/outcome.ts';
import { changeDecision } from '#app/modules/decisions/commands/change-decision.server.ts';
import type { TypedProposal } from '#app/modules/decisions/form.ts';
import type { ProposalBasis } from '#app/modules/decisions/proposal-basis.ts';
import { preparesDecisions } from '#app/modules/decisions/policy.ts';
import { saveAssignmentDraft } from '#app/modules/decisions/commands/save-assignment-draft.server.ts';
import { saveDecisionDraft } from '#app/modules/decisions/commands/save-decision-draft.server.ts';
import { decisionToChange } from '#app/modules/decisions/queries/change.query.server.ts';
import { objectionRows, withObjectionRows } from '#app/modules/decisions/typed-proposal.ts';
import { answerProposal } from './besluitvorming.nieuw/answer-proposal.server.ts';

export const loader = guardLoader(preparesDecisions, async ({ database, actor, params, url, now }) => {
  const view = await decisionToChange(database, actor, params.id ?? '', now);
  if (view === null) throw notFound();
  return {
    ...view,
    typed: withObjectionRows(view.typed, objectionRows(url.searchParams.get('bezwaren'))),
    formKey: newId(),
  };
});

export const action = guardAction(
  preparesDecisions,
  async ({ form, params, context, database, actor, now, platform, t }) => {
    const decisionId = params.id ?? '';
    const view = await decisionToChange(database, actor, decisionId, now);
    if (view === null) throw notFound();
    const { subject } = view.basis;
    return answerProposal({
      form,
      basis: view.basis,
      keep: async (fields) =>
        subject.kind === 'assignment'
          ? saveAssignmentDraft({ id: decisionId, fields }, context)
          : saveDecisionDraft({ initiativeId: subject.id, fields }, context),
      ...(subject.kind === 'assignment' ? { here: `/besluitvorming/${decisionId}/wijzig` } : {}),
      context,
      platform,
      t,
      afterSaving: `/besluitvorming/${decisionId}`,
      withRows: (count) => `/besluitvorming/${decisionId}/wijzig?bezwaren=${count}#bezwaren`,
      lay: async (proposal) => {
        const revision = Number(form.get('revision'));
        const organisationId = subject.kind === 'assignment' ? subject.organisation.id : undefined;
        const to = organisationId === undefined ? {} : { organisationId };
        const changed = await changeDecision({ decisionId, revision, proposal, ...to }, context);
        return changed.ok ? accepted(decisionId) : changed;
      },
      message: 'decisions:prepared.changed',
    });
  },
);

/** Of a plan its title; of an assignment what it is called now. */
function titleOf({ subject }: Pick<ProposalBasis, 'subject'>, typed: TypedProposal): string {
  return subject.kind === 'initiative' ? subject.title : typed.title;
}

export const meta = pageTitle<typeof loader>(
  (t, { basis, typed }) => `${t('decisions:form.changeTitle')} · ${titleOf(basis, typed)}`,
);

/** The form saves itself. */
export const handle = { hydrate: true };

export const shouldRevalidate = unlessAutosaving;

export const clientAction = stayWhileAutosaving;

export default function ChangeDecision() {
  const { basis, typed, revision, formKey, decisionId, draftSavedAt, organisations } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const returned = answer !== undefined && 'refusal' in answer ? answer : null;
  const { t } = useTranslation('decisions');
  const { subject } = basis;
  const title = titleOf(basis, typed);
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('work.crumb'), href: '/besluitvorming' },
              {
                label: <Quoting text={t('prepared.title', { title })} written={title} />,
                href: `/besluitvorming/${decisionId}`,
              },
            ]}
          />
        }
        eyebrow={t('form.changeTitle')}
        title={<Written>{title}</Written>}
        lead={t('form.lead')}
        tone="plain"
      />
      {returned?.refusal == null ? null : <Notice tone="danger" role="alert" title={returned.refusal} />}
      {subject.kind === 'initiative' ? (
        <PlanSummary basis={{ subject, scored: basis.scored, vote: basis.vote }} />
      ) : null}
      <ProposalForm
        basis={basis}
        typed={typed}
        reply={returned?.reply ?? null}
        formKey={formKey}
        revision={revision}
        savedAt={draftSavedAt}
        choices={subject.kind === 'assignment' ? { bodies: [basis.body], organisations } : undefined}
      />
    </Page>
  );
}
