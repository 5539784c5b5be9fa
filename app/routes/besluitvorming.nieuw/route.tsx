import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { PlanSummary } from '#app/components/decision/plan-summary.tsx';
import { stayWhileAutosaving, unlessAutosaving } from '#app/components/forms/use-autosave.ts';
import { ProposalForm } from '#app/components/decision/proposal-form.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { prepareDecision } from '#app/modules/decisions/commands/prepare-decision.server.ts';
import { saveDecisionDraft } from '#app/modules/decisions/commands/save-decision-draft.server.ts';
import { preparesDecisions } from '#app/modules/decisions/policy.ts';
import { preparation } from '#app/modules/decisions/queries/preparation.query.server.ts';
import { objectionRows, withObjectionRows } from '#app/modules/decisions/typed-proposal.ts';
import { answerProposal } from './answer-proposal.server.ts';

export const loader = guardLoader(preparesDecisions, async ({ database, actor, url, now, t }) => {
  const initiativeId = url.searchParams.get('initiatief') ?? '';
  const view = await preparation(database, actor, initiativeId, now, t('decisions:form.interestStatementDefault'));
  if (view === null) throw notFound();
  const rows = objectionRows(url.searchParams.get('bezwaren'));
  return { ...view, typed: withObjectionRows(view.typed, rows), formKey: newId() };
});

export const action = guardAction(
  preparesDecisions,
  async ({ form, url, context, database, actor, now, platform, t }) => {
    const initiativeId = url.searchParams.get('initiatief') ?? '';
    const view = await preparation(database, actor, initiativeId, now, '');
    if (view === null) throw notFound();
    return answerProposal({
      form,
      basis: view.basis,
      context,
      platform,
      t,
      keep: async (fields) => saveDecisionDraft({ initiativeId, fields }, context),
      afterSaving: '/besluitvorming',
      withRows: (count) => `/besluitvorming/nieuw?initiatief=${initiativeId}&bezwaren=${count}#bezwaren`,
      lay: async (proposal) =>
        prepareDecision(
          { formKey: formText(form, 'formKey'), initiativeId, version: Number(form.get('version')), proposal },
          context,
        ),
      message: 'decisions:prepared.saved',
    });
  },
);

export const meta = pageTitle<typeof loader>((t, { basis }) => `${t('decisions:form.title')} · ${basis.subject.title}`);

/** The form saves itself. */
export const handle = { hydrate: true };

export const shouldRevalidate = unlessAutosaving;

export const clientAction = stayWhileAutosaving;

export default function PrepareDecision() {
  const { basis, typed, draftSavedAt, blocked, preparedId, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const returned = answer !== undefined && 'refusal' in answer ? answer : null;
  const { t } = useTranslation('decisions');
  const standing = basis.replaceable.find(({ outcome }) => outcome === 'grant');
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('work.crumb'), href: '/besluitvorming' }]} />}
        eyebrow={<Written>{basis.body.name}</Written>}
        title={<Written>{basis.subject.title}</Written>}
        lead={t('form.lead')}
        tone="plain"
      />
      {returned?.refusal == null ? null : <Notice tone="danger" role="alert" title={returned.refusal} />}
      <PlanSummary basis={basis} />
      {blocked === null ? (
        <ProposalForm
          basis={basis}
          typed={typed}
          reply={returned?.reply ?? null}
          formKey={formKey}
          revision={null}
          savedAt={draftSavedAt}
        />
      ) : (
        <>
          <Notice title={t(`form.blocked.${blocked}`)} />
          <p>
            {blocked === 'already-prepared' && preparedId !== null ? (
              <ButtonLink href={`/besluitvorming/${preparedId}`}>{t('form.toPrepared')}</ButtonLink>
            ) : blocked === 'granted-open' && standing !== undefined ? (
              <ButtonLink href={`/besluiten/${standing.number}#geld`}>
                {t('form.toGrant', { number: standing.number })}
              </ButtonLink>
            ) : (
              <ButtonLink href="/besluitvorming" tone="quiet" icon="arrow-left">
                {t('form.back')}
              </ButtonLink>
            )}
          </p>
        </>
      )}
    </Page>
  );
}
