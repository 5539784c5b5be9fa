import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting } from '#app/components/content/written.tsx';
import { DiscardDraft } from '#app/components/decision/discard-draft.tsx';
import { ProposalForm } from '#app/components/decision/proposal-form.tsx';
import { stayWhileAutosaving, unlessAutosaving } from '#app/components/forms/use-autosave.ts';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, notFound } from '#app/http/respond.server.ts';
import { discardAssignmentDraft } from '#app/modules/decisions/commands/discard-assignment-draft.server.ts';
import { prepareAssignment } from '#app/modules/decisions/commands/prepare-assignment.server.ts';
import { saveAssignmentDraft } from '#app/modules/decisions/commands/save-assignment-draft.server.ts';
import { preparesDecisions } from '#app/modules/decisions/policy.ts';
import { assignmentPreparation } from '#app/modules/decisions/queries/assignment-preparation.query.server.ts';
import { objectionRows, withObjectionRows } from '#app/modules/decisions/typed-proposal.ts';
import { answerProposal } from './besluitvorming.nieuw/answer-proposal.server.ts';

export const loader = guardLoader(preparesDecisions, async ({ database, actor, params, url, now }) => {
  const view = await assignmentPreparation(database, actor, params.id ?? '', now);
  if (view === null) throw notFound();
  if ('laidAs' in view) throw redirect(`/besluitvorming/${view.laidAs}`);
  return { ...view, typed: withObjectionRows(view.typed, objectionRows(url.searchParams.get('bezwaren'))) };
});

export const action = guardAction(
  preparesDecisions,
  async ({ form, params, context, database, actor, now, platform, t }) => {
    const draftId = params.id ?? '';
    const here = `/besluitvorming/opdracht/${draftId}`;
    const view = await assignmentPreparation(database, actor, draftId, now);
    if (view === null) throw notFound();
    // the same form twice: it lies there already
    if ('laidAs' in view) throw redirect(`/besluitvorming/${view.laidAs}`, 303);
    if (form.get('intent') === 'discard') {
      await discardAssignmentDraft(draftId, context);
      return goTo('/besluitvorming', platform, { tone: 'success', message: 'decisions:assignment.draftGone' });
    }
    const { basis } = view;
    return answerProposal({
      form,
      basis,
      context,
      platform,
      t,
      keep: async (fields) => saveAssignmentDraft({ id: draftId, fields }, context),
      here,
      afterSaving: '/besluitvorming',
      withRows: (count) => `${here}?bezwaren=${count}#bezwaren`,
      lay: async (proposal) =>
        prepareAssignment(
          { draftId, bodyId: basis.body.id, organisationId: basis.subject.organisation.id, proposal },
          context,
        ),
      message: 'decisions:prepared.saved',
    });
  },
);

export const meta = pageTitle<typeof loader>((t, { basis }) =>
  t('decisions:assignment.formTitle', { organisation: basis.subject.organisation.name }),
);

/** The form saves itself. */
export const handle = { hydrate: true };

export const shouldRevalidate = unlessAutosaving;

export const clientAction = stayWhileAutosaving;

export default function PrepareAssignment() {
  const { basis, typed, draftId, draftSavedAt, hasInterest, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const returned = answer !== undefined && 'refusal' in answer ? answer : null;
  const { t } = useTranslation('decisions');
  const organisation = basis.subject.organisation.name;
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('work.crumb'), href: '/besluitvorming' }]} />}
        eyebrow={<Quoting text={t('assignment.eyebrow', { body: basis.body.name })} written={basis.body.name} />}
        title={<Quoting text={t('assignment.formTitle', { organisation })} written={organisation} />}
        lead={t('form.lead')}
        tone="plain"
      />
      {returned?.refusal == null ? null : <Notice tone="danger" role="alert" title={returned.refusal} />}
      {hasInterest ? <Notice tone="warning" title={t('assignment.hasInterest', { organisation })} /> : null}
      <ProposalForm
        basis={basis}
        typed={typed}
        reply={returned?.reply ?? null}
        formKey={draftId}
        revision={null}
        savedAt={draftSavedAt}
        choices={choices}
      />
      <DiscardDraft />
    </Page>
  );
}
