import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { FollowsLive } from '#app/components/evening/follows-live.tsx';
import { QuestionList } from '#app/components/evening/question-list.tsx';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { FormKey } from '#app/components/forms/hidden-fields.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader, guardSensitiveAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { takingPart } from '#app/http/room.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { writeQuestion } from '#app/modules/gatherings/commands/write-question.server.ts';
import { isCrew, longestOutcomeWords } from '#app/modules/gatherings/outcome.ts';
import { questionForm } from '#app/modules/gatherings/outcome-form.ts';
import { questionsOf } from '#app/modules/gatherings/queries/evening.query.server.ts';
import { liveNumber } from '#app/modules/gatherings/queries/live.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async (args) => {
  const { database } = args;
  const { gathering, taker } = await takingPart(args);
  const since = await liveNumber(database, gathering.id);
  const { slug, title, state } = gathering;
  return {
    ...{ slug, title, state, since },
    mayWrite: state === 'begun' && (taker.registrationId !== null || isCrew(taker)),
    questions: await questionsOf(database, gathering.id),
    formKey: newId(),
  };
});

export const action = guardSensitiveAction(everyone, async (args) => {
  const { context, form, platform } = args;
  const { gathering, taker } = await takingPart(args);
  const submission = parseForm(form, questionForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const written = await writeQuestion(
    {
      ...submission.value,
      ...{ gatheringId: gathering.id, registrationId: taker.registrationId, tableId: null, clusterId: null },
    },
    context,
  );
  if (written.ok)
    return goTo(`/ontmoet/${gathering.slug}/vragen`, platform, {
      tone: 'success',
      message: 'evening:questions.sent',
    });
  return data(submission.reply({ formErrors: [refusalMessage('evening', written)] }), {
    status: refusalStatus(written.reason),
  });
});

export const handle = { hydrate: true };

export const meta = pageTitle<typeof loader>((t, { title }) => `${t('evening:questions.title')}: ${title}`);

export default function Questions() {
  const { slug, title, state, since, mayWrite, questions, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('evening');
  const [form, fields] = useForm<{ how: string; so: string }>({
    // a new key empties the form after it was sent
    id: `vraag-${formKey}`,
    lastResult: reply,
    constraint: {
      how: { required: true, maxLength: longestOutcomeWords.question },
      so: { maxLength: longestOutcomeWords.question },
    },
  });
  const labels = { how: t('questions.how'), so: t('questions.so') };
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: <Written>{title}</Written>, href: `/ontmoet/${slug}` }]} />}
        title={t('questions.title')}
        lead={t('questions.lead')}
        tone="plain"
      >
        {state === 'closed' ? null : (
          <FollowsLive slug={slug} since={since} kinds={['question', 'gathering', 'round']} />
        )}
      </PageHeader>
      {mayWrite ? (
        <>
          <details className="group">
            <summary className="flex min-h-11 items-center font-semibold">{t('questions.help')}</summary>
            <div className="prose mt-2">
              <p>{t('questions.helpText')}</p>
              <p>{t('questions.example')}</p>
            </div>
          </details>
          <FormFrame form={form} labels={labels}>
            <FormKey name="id" value={formKey} />
            <TextAreaField field={fields.how} label={labels.how} hint={t('questions.howHint')} rows={2} />
            <TextAreaField field={fields.so} label={labels.so} hint={t('questions.soHint')} rows={2} />
            <p className="max-w-prose text-ink-soft">{t('questions.noNames')}</p>
            <ButtonRow>
              <SubmitButton>{t('questions.send')}</SubmitButton>
            </ButtonRow>
          </FormFrame>
        </>
      ) : (
        <Notice>{t(state === 'closed' ? 'questions.over' : 'questions.later')}</Notice>
      )}
      <Section title={t('questions.all')}>
        {questions.length === 0 ? <p>{t('questions.none')}</p> : <QuestionList questions={questions} />}
      </Section>
    </Page>
  );
}
