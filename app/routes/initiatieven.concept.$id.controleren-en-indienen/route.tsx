import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/page/notice.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardAction, guardLoader, type Guarded } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalStatus, refusalText, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { submitInitiative } from '#app/modules/initiatives/commands/submit-initiative.server.ts';
import { submitterPositions, type SubmitterPosition } from '#app/modules/initiatives/content.ts';
import { draftReview, type DraftReview } from '#app/modules/initiatives/queries/draft-review.query.server.ts';
import { submittingMove } from '#app/modules/initiatives/policy.ts';
import { draftHref, type DraftStep } from '#app/modules/initiatives/steps.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { LastQuestions } from './last-questions.tsx';
import { PlanSummary } from './plan-summary.tsx';
import { submissionForm } from './submission-form.ts';

async function reviewOf({ database, context, params, locale }: Guarded): Promise<DraftReview> {
  const review = await draftReview(database, signedInContext(context).actor, params.id ?? '', locale);
  if (review === null) throw notFound();
  return review;
}

export const loader = guardLoader(signedIn, async (guarded) => ({ formKey: newId(), review: await reviewOf(guarded) }));

export const action = guardAction(signedIn, async (guarded) => {
  const { form, params, context, platform, t } = guarded;
  await reviewOf(guarded);
  // told by the form, not by the plan as it is now: a second press comes after the plan was submitted
  const isFirst = form.has('bodyId');
  const submission = parseForm(form, submissionForm({ body: isFirst, note: !isFirst }));
  if (submission.status !== 'success') return rejected({ reply: submission.reply(), refusal: null });
  const { formKey, revision, position, disclosure } = submission.value;
  const outcome = await submitInitiative(
    {
      draftId: params.id ?? '',
      revision,
      formKey,
      bodyId: submission.value.bodyId ?? null,
      position,
      disclosure,
      note: submission.value.note ?? null,
    },
    signedInContext(context),
  );
  if (outcome.ok) {
    const message = isFirst ? 'draft:check.submitted' : 'draft:check.revised';
    return goTo(`/initiatieven/${outcome.value.slug}`, platform, { tone: 'success', message });
  }
  if (outcome.reason === 'initiative-unknown') throw notFound();
  // the mistake stands beside the field where there is one
  if (outcome.reason === 'disclosure-needed') {
    const reply = submission.reply({ fieldErrors: { disclosure: ['initiatives:mistake.disclosure'] } });
    return rejected({ reply, refusal: null });
  }
  const reply = submission.reply();
  return data({ reply, refusal: refusalText(t, 'initiatives', outcome) }, { status: refusalStatus(outcome.reason) });
});

export const meta = pageTitle<typeof loader>((t) => t('draft:step.controleren-en-indienen'));

export default function CheckAndSubmit() {
  const { formKey, review } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('draft');
  const { id, mistakes, hasChanges } = review;
  const steps = Object.keys(mistakes) as DraftStep[];
  return (
    <>
      {answer?.refusal ? <Notice tone="danger" role="alert" title={answer.refusal} /> : null}
      {steps.length === 0 ? null : (
        <Notice tone="warning" title={t('check.missing', { count: steps.length })}>
          <p>{t('check.missingText')}</p>
          <ul>
            {steps.map((step) => (
              <li key={step}>
                <a href={`${draftHref(id, step)}?nakijken=alles`} className="inline-block py-1">
                  {t('check.mend', { step: t(`step.${step}`) })}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Section title={t('check.summary')}>
        <PlanSummary review={review} />
      </Section>
      {steps.length > 0 ? null : hasChanges ? (
        <Section title={t('check.last')}>
          <LastQuestions
            review={review}
            formKey={formKey}
            lastResult={answer?.reply}
            move={submittingMove(review.stage) ?? 'submit'}
            position={positionOf(review)}
          />
        </Section>
      ) : (
        <Notice title={t('check.noChanges')} />
      )}
    </>
  );
}

/** What was said in the version before; a first submission asks afresh. */
function positionOf(review: DraftReview): SubmitterPosition | undefined {
  return submitterPositions.find((position) => position === review.declaration?.position);
}
