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
import { preparesDecisions } from '#app/modules/decisions/policy.ts';
import { decisionToChange } from '#app/modules/decisions/queries/preparation.query.server.ts';
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
    return answerProposal({
      form,
      basis: view.basis,
      context,
      platform,
      t,
      afterSaving: `/besluitvorming/${decisionId}`,
      withRows: (count) => `/besluitvorming/${decisionId}/wijzig?bezwaren=${count}#bezwaren`,
      lay: async (proposal) => {
        const revision = Number(form.get('revision'));
        const changed = await changeDecision({ decisionId, revision, proposal }, context);
        return changed.ok ? accepted(decisionId) : changed;
      },
      message: 'decisions:prepared.changed',
    });
  },
);

export const meta = pageTitle<typeof loader>(
  (t, { basis }) => `${t('decisions:form.changeTitle')} · ${basis.initiative.title}`,
);

/** The form saves itself. */
export const handle = { hydrate: true };

export const shouldRevalidate = unlessAutosaving;

export const clientAction = stayWhileAutosaving;

export default function ChangeDecision() {
  const { basis, typed, revision, formKey, decisionId, draftSavedAt } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const returned = answer !== undefined && 'refusal' in answer ? answer : null;
  const { t } = useTranslation('decisions');
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('work.crumb'), href: '/besluitvorming' },
              {
                label: (
                  <Quoting
                    text={t('prepared.title', { title: basis.initiative.title })}
                    written={basis.initiative.title}
                  />
                ),
                href: `/besluitvorming/${decisionId}`,
              },
            ]}
          />
        }
        eyebrow={t('form.changeTitle')}
        title={<Written>{basis.initiative.title}</Written>}
        lead={t('form.lead')}
        tone="plain"
      />
      {returned?.refusal == null ? null : <Notice tone="danger" role="alert" title={returned.refusal} />}
      <PlanSummary basis={basis} />
      <ProposalForm
        basis={basis}
        typed={typed}
        reply={returned?.reply ?? null}
        formKey={formKey}
        revision={revision}
        savedAt={draftSavedAt}
      />
    </Page>
  );
}
