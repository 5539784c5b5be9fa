import { data } from '@remix-run/node';
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
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { changeDecision } from '#app/modules/decisions/commands/change-decision.server.ts';
import { saveDecisionDraft } from '#app/modules/decisions/commands/save-decision-draft.server.ts';
import { proposalForm } from '#app/modules/decisions/form.ts';
import { preparesDecisions } from '#app/modules/decisions/policy.ts';
import { decisionToChange } from '#app/modules/decisions/queries/preparation.query.server.ts';
import { objectionRows, readTypedProposal, withObjectionRows } from '#app/modules/decisions/typed-proposal.ts';

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
    const typed = readTypedProposal(form);
    const keep = async () => saveDecisionDraft({ initiativeId: view.basis.initiative.id, fields: typed }, context);
    const intent = form.get('intent');
    if (intent === 'autosave') {
      const kept = await keep();
      return kept.ok
        ? data({ autosaved: true as const, savedAt: now })
        : data({ autosaved: false as const, isConflict: false }, { status: refusalStatus(kept.reason) });
    }
    if (intent === 'save' || intent === 'more-objections') {
      const kept = await keep();
      if (!kept.ok)
        return data(
          { refusal: refusalText(t, 'decisions', kept), reply: null },
          { status: refusalStatus(kept.reason) },
        );
      return intent === 'save'
        ? goTo(`/besluitvorming/${decisionId}`, platform, { tone: 'success', message: 'decisions:prepared.draftSaved' })
        : goTo(`/besluitvorming/${decisionId}/wijzig?bezwaren=${typed.objections.length + 1}#bezwaren`, platform);
    }
    const submission = parseForm(form, proposalForm(view.basis.facts));
    const reply = { ...submission.reply(), initialValue: withObjectionRows(typed, 0) };
    if (submission.status !== 'success') {
      await keep();
      return data({ refusal: null, reply }, { status: 422 });
    }
    const outcome = await changeDecision(
      { decisionId, revision: Number(form.get('revision')), proposal: submission.value },
      context,
    );
    if (!outcome.ok) {
      await keep();
      return data({ refusal: refusalText(t, 'decisions', outcome), reply }, { status: refusalStatus(outcome.reason) });
    }
    return goTo(`/besluitvorming/${decisionId}`, platform, { tone: 'success', message: 'decisions:prepared.changed' });
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
