import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateText } from '#app/components/content/date-text.tsx';
import { Facts } from '#app/components/content/facts.tsx';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { AnswerForm } from '#app/components/undertaking/answer-form.tsx';
import { UndertakingAnswer } from '#app/components/undertaking/undertaking-answer.tsx';
import { UndertakingBadge } from '#app/components/undertaking/undertaking-badge.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { judgeAnswer, sayWhatBecame } from '#app/modules/actions/commands/answer-undertaking.server.ts';
import { keepsActions, readsActionWork } from '#app/modules/actions/policy.ts';
import { oneUndertakingOfWork } from '#app/modules/actions/queries/undertakings.query.server.ts';
import { longestUndertakingText } from '#app/modules/actions/undertaking.ts';
import { answerForm, judgeForm } from '#app/modules/actions/undertaking-form.ts';
import type { UndertakingWork } from '#app/modules/actions/undertaking-views.ts';

export const loader = guardLoader(readsActionWork, async ({ database, actor, params, now }) => {
  const known = await oneUndertakingOfWork(database, actor, params.id ?? '', now);
  if (known === null) throw notFound();
  return { known, formKey: newId() };
});

/** Refusals that are about the file stand at its field. */
const isAboutFile = (reason: string) => /^(file|image|pdf)-/.test(reason);

export const action = guardAction(keepsActions, async ({ database, actor, params, form, context, now, platform }) => {
  const known = await oneUndertakingOfWork(database, actor, params.id ?? '', now);
  if (!known?.mayKeep) throw notFound();
  const here = `/toezegging-werk/${known.id}`;
  const mine = signedInContext(context);
  const intent = formText(form, 'intent');
  if (intent === 'confirm' || intent === 'refuse') {
    const submission = parseForm(form, judgeForm);
    if (submission.status !== 'success') return rejected(submission.reply());
    const { id, reason } = submission.value;
    const judged = await judgeAnswer({ id, refusedReason: intent === 'confirm' ? '' : reason }, mine);
    const done = intent === 'confirm' ? 'undertakings:form.confirmed' : 'undertakings:form.sentBack';
    if (judged.ok) return goTo(here, platform, { tone: 'success', message: done });
    return data(submission.reply({ formErrors: [refusalMessage('undertakings', judged)] }), {
      status: refusalStatus(judged.reason),
    });
  }
  const chosen = form.get('file');
  // a file cannot be given back, so it is judged apart from what was typed
  form.delete('file');
  const submission = parseForm(form, answerForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const file =
    chosen instanceof File && chosen.name !== ''
      ? { name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) }
      : null;
  const said = await sayWhatBecame({ undertakingId: known.id, ...submission.value, file }, mine);
  if (said.ok) return goTo(here, platform, { tone: 'success', message: 'undertakings:form.said' });
  const words = refusalMessage('undertakings', said);
  return data(
    submission.reply(isAboutFile(said.reason) ? { fieldErrors: { file: [words] } } : { formErrors: [words] }),
    { status: refusalStatus(said.reason) },
  );
});

export const meta = pageTitle<typeof loader>((t, { known: { number, body } }) =>
  t('undertakings:page.eyebrow', { number, body: body.name }),
);

export default function WorkOnUndertaking() {
  const { known, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('undertakings');
  const { id, number, body, toWhom, state, isLate, what, saidBy, saidOn, saidAt, dueOn, waiting } = known;
  const mayDecide = known.mayKeep && waiting !== null && !known.isOwnAnswer;
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('work.title'), href: '/toezegging-werk' }]} />}
        eyebrow={<Written>{t('page.eyebrow', { number, body: body.name })}</Written>}
        title={t('page.title', { toWhom: t(`toWhom.${toWhom}`) })}
        tone="plain"
      >
        <p className="mt-4">
          <UndertakingBadge state={state} isLate={isLate} />
        </p>
      </PageHeader>
      <blockquote className="prose border-l-4 border-line-strong pl-4 whitespace-pre-line">
        <Written>{what}</Written>
      </blockquote>
      <Facts
        layout="beside"
        facts={[
          { term: t('page.by'), value: <Written>{saidBy}</Written> },
          { term: t('page.when'), value: <DateText value={saidOn} format="day" /> },
          { term: t('page.where'), value: <Written>{saidAt}</Written> },
          { term: t('page.due'), value: dueOn === null ? t('noDue') : <DateText value={dueOn} format="day" /> },
        ]}
      />
      <div className="flex flex-wrap gap-3">
        {known.mayKeep && known.mayChange ? (
          <ButtonLink href={`/toezegging-werk/${id}/wijzig`} tone="quiet" icon="edit">
            {t('work.edit')}
          </ButtonLink>
        ) : null}
        <ButtonLink href={`/toezeggingen/${String(number)}`} tone="text">
          {t('work.publicPage')}
        </ButtonLink>
      </div>
      {known.answers.length === 0 ? null : (
        <Section title={t('page.became')}>
          <div className="flex flex-col gap-4">
            {known.answers.map((answer) => (
              <UndertakingAnswer key={answer.id} answer={answer} />
            ))}
          </div>
        </Section>
      )}
      {waiting === null ? null : (
        <Section title={t('work.waiting')}>
          <UndertakingAnswer answer={waiting} />
        </Section>
      )}
      {mayDecide ? <JudgeForms known={known} reply={reply} /> : null}
      {waiting !== null && known.isOwnAnswer ? <Notice>{t('work.own')}</Notice> : null}
      {waiting === null && state !== 'kept' && known.mayKeep ? (
        <Section title={t('work.sayTitle')} lead={t('work.sayLead')}>
          <AnswerForm formKey={formKey} reply={reply} />
        </Section>
      ) : null}
      {known.mayKeep ? null : <Notice>{t('work.readsOnly')}</Notice>}
      {known.refused.length === 0 ? null : (
        <Section title={t('work.refusedTitle')}>
          {known.refused.map((answer) => (
            <div key={answer.id} className="mb-4 flex flex-col gap-2">
              <UndertakingAnswer answer={answer} />
              <p>
                {t('work.refuseReason')}: <Written>{answer.refusedReason}</Written>
              </p>
            </div>
          ))}
        </Section>
      )}
    </Page>
  );
}

type JudgeProps = { known: UndertakingWork; reply: ReturnType<typeof useActionData<typeof action>> };

function JudgeForms({ known: { waiting }, reply }: JudgeProps) {
  const { t } = useTranslation('undertakings');
  const [form, fields] = useForm<{ reason: string }>({
    id: 'terugsturen',
    lastResult: reply,
    constraint: { reason: { required: true, maxLength: longestUndertakingText.refusal } },
  });
  const labels = { reason: t('work.refuseReason') };
  return (
    <Section title={t('work.confirmTitle')} lead={t('work.confirmLead')}>
      <form method="post" className="mb-8">
        <input type="hidden" name="id" value={waiting?.id} />
        <SubmitButton name="intent" value="confirm">
          {t('work.confirm')}
        </SubmitButton>
      </form>
      <FormFrame form={form} labels={labels}>
        <input type="hidden" name="id" value={waiting?.id} />
        <TextAreaField field={fields.reason} label={labels.reason} rows={3} />
        <ButtonRow>
          <SubmitButton tone="quiet" name="intent" value="refuse">
            {t('work.refuse')}
          </SubmitButton>
        </ButtonRow>
      </FormFrame>
    </Section>
  );
}
