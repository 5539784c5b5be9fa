import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { DueDate } from '#app/components/content/due-date.tsx';
import { OwnStepPage } from '#app/components/initiative/own-step-page.tsx';
import { Card } from '#app/components/page/card.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { answerQuestion } from '#app/modules/initiatives/commands/answer-question.server.ts';
import { longest } from '#app/modules/initiatives/forms/checked.ts';
import { ownStepForm } from '#app/modules/initiatives/forms/own-step.ts';
import { ownInitiative } from '#app/modules/initiatives/queries/own-initiative.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

const answerForm = ownStepForm(longest.story);

export const loader = guardLoader(signedIn, async ({ database, actor, params, now }) => {
  const own = await ownInitiative(database, actor, params.slug ?? '', now);
  if (own === null) throw notFound();
  return { own, formKey: newId() };
});

export const action = guardAction(signedIn, async ({ form, database, actor, context, params, platform, now }) => {
  const own = await ownInitiative(database, actor, params.slug ?? '', now);
  if (own === null) throw notFound();
  const submission = parseForm(form, answerForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { text, ...sent } = submission.value;
  const outcome = await answerQuestion({ initiativeId: own.id, answer: text, ...sent }, signedInContext(context));
  // the first of two posts did it, so this is no mistake
  if (outcome.ok || outcome.reason === 'already-done')
    return goTo(`/initiatieven/${own.slug}`, platform, { tone: 'success', message: 'initiatives:answer.done' });
  const reply = submission.reply({
    formErrors: [refusalMessage('initiatives', { ...outcome, reason: outcome.reason })],
  });
  return data(reply, { status: refusalStatus(outcome.reason) });
});

export const meta = pageTitle<typeof loader>((t) => t('initiatives:answer.title'));

export default function Answer() {
  const { own, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('initiatives');
  return (
    <OwnStepPage
      plan={own}
      formKey={formKey}
      reply={reply}
      isOpen={own.mayAnswer}
      closed={t('answer.closed')}
      title={t('answer.title')}
      field={{ label: t('answer.label'), hint: t('answer.hint'), maxLength: longest.story }}
      above={
        <Card tone="water">
          <h2 className="text-lg">{t('answer.question')}</h2>
          <p className="mt-1 break-words whitespace-pre-line">
            <Written>{own.question}</Written>
          </p>
          {own.due === null ? null : (
            <p className="mt-3">
              <DueDate due={own.due} />
            </p>
          )}
        </Card>
      }
      buttons={
        <div>
          <SubmitButton>{t('answer.submit')}</SubmitButton>
        </div>
      }
      below={
        <p>
          {t('answer.editFirst')} <a href={`/initiatieven/${own.slug}/bewerken`}>{t('own.edit')}</a>
        </p>
      }
    />
  );
}
