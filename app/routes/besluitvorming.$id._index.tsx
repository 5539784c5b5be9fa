import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { ConfirmForm, DiscardForm } from '#app/components/decision/confirm-form.tsx';
import { DecisionCriteria } from '#app/components/decision/decision-criteria.tsx';
import { DecisionFacts } from '#app/components/decision/decision-facts.tsx';
import { DecisionPeople } from '#app/components/decision/decision-people.tsx';
import { DecisionObjections, DecisionReasons } from '#app/components/decision/decision-reasons.tsx';
import { DecisionVote } from '#app/components/decision/decision-vote.tsx';
import { FundEffect } from '#app/components/decision/fund-effect.tsx';
import { recipientName, useDecisionWords } from '#app/components/decision/use-decision-words.ts';
import { ReplacesNotice } from '#app/components/decision/replaces-notice.tsx';
import { dateText } from '#app/kernel/date-text.ts';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { LawfulnessBefore } from '#app/components/procurement/lawfulness-block.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { pressedButton } from '#app/http/pressed-button.server.ts';
import { goTo, notFound, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { confirmDecision } from '#app/modules/decisions/commands/confirm-decision.server.ts';
import { discardDecision } from '#app/modules/decisions/commands/discard-decision.server.ts';
import { confirmForm, discardForm } from '#app/modules/decisions/form.ts';
import { finishesDecisions, readsDecisionWork } from '#app/modules/decisions/policy.ts';
import { preparedDecision } from '#app/modules/decisions/queries/prepared-decision.query.server.ts';

export const loader = guardLoader(readsDecisionWork, async ({ database, actor, params, now }) => {
  const view = await preparedDecision(database, actor, params.id ?? '', now);
  if (view === null) throw notFound();
  if ('publishedAs' in view) throw redirect(`/besluiten/${view.publishedAs}`);
  return { decision: view, formKey: newId() };
});

export const action = guardAction(
  finishesDecisions,
  async ({ form, context, params, platform, t, database, actor, now }) => {
    const decisionId = params.id ?? '';
    const before = await preparedDecision(database, actor, decisionId, now);
    if (before === null) throw notFound();
    const isAssignment = 'publication' in before && before.publication.subject.kind === 'assignment';
    if (pressedButton(form, ['confirm', 'discard']) === 'discard') {
      const submission = parseForm(form, discardForm);
      if (submission.status !== 'success')
        return data({ refusal: null, reply: submission.reply(), confirming: null }, { status: 422 });
      const outcome = await discardDecision({ decisionId, ...submission.value }, context);
      if (!outcome.ok)
        return data(
          { refusal: refusalText(t, 'decisions', outcome), reply: submission.reply(), confirming: null },
          { status: refusalStatus(outcome.reason) },
        );
      return goTo('/besluitvorming', platform, {
        tone: 'success',
        message: isAssignment ? 'decisions:assignment.discarded' : 'decisions:prepared.discarded',
      });
    }
    const submission = parseForm(form, confirmForm);
    if (submission.status !== 'success') {
      // what the page itself sends along can be wrong, or the note too long
      const refusal = submission.error?.['note'] === undefined ? t('decisions:refusal.form-key-invalid') : null;
      return data({ refusal, reply: null, confirming: submission.reply() }, { status: 422 });
    }
    const isRead = submission.value.isRead === 'on';
    const outcome = await confirmDecision({ decisionId, ...submission.value, isRead }, context);
    if (!outcome.ok) {
      const field = { 'note-missing': 'note', 'warning-unread': 'isRead' }[outcome.reason as string];
      const fieldErrors = field === undefined ? {} : { [field]: [`decisions:refusal.${outcome.reason}`] };
      const refusal = field === undefined ? refusalText(t, 'decisions', outcome) : null;
      return data(
        { refusal, reply: null, confirming: submission.reply({ fieldErrors }) },
        { status: refusalStatus(outcome.reason) },
      );
    }
    return goTo(`/besluiten/${outcome.value}`, platform, {
      tone: 'success',
      message: isAssignment ? 'decisions:assignment.confirmed' : 'decisions:prepared.confirmed',
    });
  },
);

export const meta = pageTitle<typeof loader>((t, { decision }) =>
  t('decisions:prepared.title', { title: decision.publication.title }),
);

export default function PreparedDecision() {
  const { decision, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTranslation('decisions');
  const { sentence } = useDecisionWords();
  const { publication, fund, discarded, block, id, revision } = decision;
  const isOpen = decision.state === 'prepared';
  const isAssignment = publication.subject.kind === 'assignment';
  const state = t(isOpen ? 'prepared.eyebrow' : 'prepared.eyebrowDiscarded');
  const date = dateText(decision.preparedAt, 'day', i18n.language);
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('work.crumb'), href: '/besluitvorming' }]} />}
        eyebrow={
          isAssignment ? t('assignment.preparedEyebrow', { state, recipient: recipientName(publication) }) : state
        }
        title={<Written>{publication.title}</Written>}
        lead={sentence(publication)}
        tone="sand"
      >
        <p className="mt-3">
          {decision.isOwn
            ? t('work.preparedByYou', { date })
            : t('work.preparedBy', { name: decision.proposerName, date })}
        </p>
      </PageHeader>
      {answer?.refusal == null ? null : <Notice tone="danger" role="alert" title={answer.refusal} />}
      {discarded === null ? null : (
        <Notice tone="warning" title={t('prepared.discardedTitle')}>
          <p>
            {t('prepared.discardedBy', { name: discarded.byName, date: dateText(discarded.at, 'day', i18n.language) })}
          </p>
          <p className="whitespace-pre-line">
            <Written>{discarded.reason}</Written>
          </p>
        </Notice>
      )}
      {isOpen ? <p className="text-lg font-semibold">{t('prepared.lead')}</p> : null}
      <ReplacesNotice number={publication.replaces} />
      <TwoColumns asideLabel={t('page.facts')} aside={<DecisionFacts publication={publication} isPreview />}>
        <DecisionReasons publication={publication} />
        <DecisionVote publication={publication} />
        <DecisionCriteria publication={publication} />
        <DecisionPeople publication={publication} />
        <DecisionObjections objections={publication.objections} />
      </TwoColumns>
      <LawfulnessBefore publication={publication} lawfulness={decision.lawfulness} />
      {isOpen && fund !== null ? <FundEffect fund={fund} amountCents={publication.amountCents} /> : null}
      {isOpen ? (
        <ConfirmForm
          id={id}
          formKey={formKey}
          revision={revision}
          seen={decision.seen}
          block={block}
          hasMoney={fund !== null}
          isGrant={publication.outcome === 'grant'}
          isAssignment={isAssignment}
          waitsFor={decision.waitsFor}
          warning={decision.lawfulness.addedUp?.state ?? null}
          reply={answer?.confirming ?? null}
        />
      ) : null}
      {isOpen && decision.isOwn ? (
        <p>
          <ButtonLink href={`/besluitvorming/${id}/wijzig`} tone="quiet" icon="edit">
            {t('prepared.change')}
          </ButtonLink>
        </p>
      ) : null}
      {isOpen && decision.mayDiscard ? (
        <DiscardForm revision={revision} reply={answer?.reply ?? null} isAssignment={isAssignment} />
      ) : null}
    </Page>
  );
}
