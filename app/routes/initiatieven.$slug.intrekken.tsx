import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { OwnStepPage } from '#app/components/initiative/own-step-page.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { withdrawInitiative } from '#app/modules/initiatives/commands/withdraw-initiative.server.ts';
import { longest } from '#app/modules/initiatives/forms/checked.ts';
import { ownStepForm } from '#app/modules/initiatives/forms/own-step.ts';
import { ownInitiative } from '#app/modules/initiatives/queries/own-initiative.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

const shortestReason = 5;
const withdrawForm = ownStepForm(longest.summary, shortestReason);

export const loader = guardLoader(signedIn, async ({ database, actor, params, now }) => {
  const own = await ownInitiative(database, actor, params.slug ?? '', now);
  if (own === null) throw notFound();
  return { own, formKey: newId() };
});

export const action = guardAction(signedIn, async ({ form, database, actor, context, params, platform, now }) => {
  const own = await ownInitiative(database, actor, params.slug ?? '', now);
  if (own === null) throw notFound();
  const submission = parseForm(form, withdrawForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { text, ...sent } = submission.value;
  const outcome = await withdrawInitiative({ initiativeId: own.id, reason: text, ...sent }, signedInContext(context));
  // the first of two posts did it, so this is no mistake
  if (outcome.ok || outcome.reason === 'already-done')
    return goTo(`/initiatieven/${own.slug}`, platform, { tone: 'info', message: 'initiatives:withdraw.done' });
  const reply = submission.reply({
    formErrors: [refusalMessage('initiatives', { ...outcome, reason: outcome.reason })],
  });
  return data(reply, { status: refusalStatus(outcome.reason) });
});

export const meta = pageTitle<typeof loader>((t) => t('initiatives:withdraw.title'));

export default function Withdraw() {
  const { own, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('initiatives');
  return (
    <OwnStepPage
      plan={own}
      formKey={formKey}
      reply={reply}
      isOpen={own.mayWithdraw}
      closed={t('withdraw.closed')}
      title={t('withdraw.title')}
      lead={own.mayWithdraw ? t('withdraw.lead') : undefined}
      field={{ label: t('withdraw.label'), hint: t('withdraw.hint'), rows: 3, maxLength: longest.summary }}
      buttons={
        <ButtonRow>
          <SubmitButton tone="danger">{t('withdraw.submit')}</SubmitButton>
          <ButtonLink href={`/initiatieven/${own.slug}`} tone="quiet">
            {t('withdraw.keep')}
          </ButtonLink>
        </ButtonRow>
      }
    />
  );
}
