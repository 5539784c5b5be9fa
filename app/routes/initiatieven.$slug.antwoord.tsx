import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { z } from 'zod';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Card } from '#app/components/page/card.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalStatus, refusalText, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { answerQuestion } from '#app/modules/initiatives/commands/answer-question.server.ts';
import { longest } from '#app/modules/initiatives/forms/checked.ts';
import { ownInitiative } from '#app/modules/initiatives/queries/own-initiative.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

const schema = z.object({ revision: z.coerce.number().int(), answer: z.string().trim().min(1).max(longest.story) });

export const loader = guardLoader(signedIn, async ({ database, actor, params }) => {
  const own = await ownInitiative(database, actor, params.slug ?? '');
  if (own === null) throw notFound();
  return own;
});

export const action = guardAction(signedIn, async ({ form, database, actor, context, params, platform, t }) => {
  const own = await ownInitiative(database, actor, params.slug ?? '');
  if (own === null) throw notFound();
  const submission = parseForm(form, schema);
  if (submission.status !== 'success') return rejected({ reply: submission.reply(), refusal: null });
  const outcome = await answerQuestion({ initiativeId: own.id, ...submission.value }, signedInContext(context));
  if (outcome.ok)
    return goTo(`/initiatieven/${own.slug}`, platform, { tone: 'success', message: 'initiatives:answer.done' });
  return data(
    { reply: submission.reply(), refusal: refusalText(t, 'initiatives', outcome) },
    { status: refusalStatus(outcome.reason) },
  );
});

export const meta = pageTitle<typeof loader>((t) => t('initiatives:answer.title'));

export default function Answer() {
  const own = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('initiatives');
  const [form, fields] = useForm<{ answer: string }>({
    id: 'antwoord',
    lastResult: answer?.reply,
    constraint: { answer: { required: true, maxLength: longest.story } },
  });
  const labels = { answer: t('answer.label') };
  return (
    <Page width="form">
      <PageHeader
        tone="plain"
        breadcrumbs={
          <Breadcrumbs crumbs={[{ label: <Written>{own.title}</Written>, href: `/initiatieven/${own.slug}` }]} />
        }
        title={t('answer.title')}
      />
      {answer?.refusal ? <Notice tone="danger" role="alert" title={answer.refusal} /> : null}
      {own.mayAnswer ? (
        <>
          <Card tone="water">
            <h2 className="text-lg">{t('answer.question')}</h2>
            <p className="mt-1 whitespace-pre-line">
              <Written>{own.question}</Written>
            </p>
          </Card>
          <FormFrame form={form} labels={labels}>
            <input type="hidden" name="revision" value={own.revision} readOnly />
            <TextAreaField field={fields.answer} label={labels.answer} hint={t('answer.hint')} />
            <div>
              <SubmitButton>{t('answer.submit')}</SubmitButton>
            </div>
          </FormFrame>
          <p>
            {t('answer.editFirst')} <a href={`/initiatieven/${own.slug}/bewerken`}>{t('own.edit')}</a>
          </p>
        </>
      ) : (
        <Notice title={t('answer.closed')} />
      )}
    </Page>
  );
}
