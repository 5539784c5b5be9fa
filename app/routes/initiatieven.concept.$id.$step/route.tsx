import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/page/notice.tsx';
import { stayWhileAutosaving, unlessAutosaving } from '#app/components/forms/use-autosave.ts';
import type { Flash } from '#app/http/flash.server.ts';
import { guardAction, guardLoader, type Guarded } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, notFound, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { formMessage } from '#app/i18n/message.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { saveDraftStep } from '#app/modules/initiatives/commands/save-draft-step.server.ts';
import { mistakesInStep, mistakesInTyped } from '#app/modules/initiatives/completeness.ts';
import { readTyped } from '#app/modules/initiatives/draft.ts';
import { choicesFor, draftView } from '#app/modules/initiatives/queries/draft.query.server.ts';
import { partnerChoices } from '#app/modules/initiatives/queries/partner-choices.query.server.ts';
import { similarInitiatives } from '#app/modules/search/queries/similar-initiatives.query.server.ts';
import {
  draftHref,
  draftPlace,
  isTypedStep,
  nextStep,
  parseDraftStep,
  type TypedStep,
} from '#app/modules/initiatives/steps.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { wijken } from '#app/modules/programme/queries/areas.query.server.ts';
import { themes } from '#app/modules/programme/queries/themes.query.server.ts';
import { SimilarPlans } from './similar-plans.tsx';
import { StepForm } from './step-form.tsx';

function stepOf(params: Guarded['params']): TypedStep {
  const step = parseDraftStep(params.step);
  if (step === null || !isTypedStep(step)) throw notFound();
  return step;
}

/** Most lines that a form shows, empty ones included. */
const mostRows = 24;

export const loader = guardLoader(signedIn, async ({ database, search, context, params, url, locale }) => {
  const step = stepOf(params);
  const { actor } = signedInContext(context);
  const view = await draftView(database, actor, params.id ?? '');
  if (view === null) throw notFound();
  const { id, revision, draft, savedAt } = view;
  const values = draft.steps[step];
  const check = url.searchParams.get('nakijken');
  const known = check === null ? null : await choicesFor(database, actor);
  const judge = check === 'alles' ? mistakesInStep : mistakesInTyped;
  return {
    id,
    step,
    revision,
    values,
    // a new draft holds nothing that was saved
    savedAt: revision > 1 ? savedAt : null,
    isTypedCheck: check === 'getypt',
    mistakes: known === null ? {} : judge(step, values, known),
    rows: Math.min(mostRows, Math.max(0, Number(url.searchParams.get('regels')) || 0)),
    budget: draft.steps.nodig.budget,
    wijken: step === 'waar' ? await wijken(database) : [],
    themes: step === 'thema' ? await themes(database, locale) : [],
    partners: step === 'wie' ? await partnerChoices(database) : [],
    ownOrganisations:
      step === 'wie' ? actor.organisations.map(({ id: organisation, name }) => ({ id: organisation, name })) : [],
    // without JavaScript nobody saw these while typing the title
    similar:
      step === 'waar'
        ? await similarInitiatives({ search, database }, draft.steps['wat-en-waarom'].title, { most: 5, exceptId: id })
        : [],
  };
});

export const action = guardAction(signedIn, async ({ form, context, database, params, platform, now, t }) => {
  const step = stepOf(params);
  const draftId = params.id ?? '';
  const values = readTyped(step, form);
  const intent = form.get('intent');
  const { actor } = signedInContext(context);
  const saved = await saveDraftStep(
    { draftId, step, values, revision: Number(form.get('revision')) },
    signedInContext(context),
  );
  if (!saved.ok) {
    if (saved.reason === 'initiative-unknown') throw notFound();
    const current = await draftView(database, actor, draftId);
    const isConflict = saved.reason === 'changed-meanwhile';
    const answer = {
      values,
      isConflict,
      refusal: refusalText(t, 'initiatives', saved),
      revision: current?.revision ?? 0,
    };
    return data({ autosaved: false as const, ...answer }, { status: refusalStatus(saved.reason) });
  }
  if (intent === 'autosave') return data({ autosaved: true as const, revision: saved.value.revision, savedAt: now });
  const here = draftHref(draftId, step);
  if (intent === 'more') return goTo(`${here}?regels=${rowsAfter(form)}#regels`, platform);
  const known = await choicesFor(database, actor);
  if (Object.keys(mistakesInTyped(step, values, known)).length > 0) return goTo(`${here}?nakijken=getypt`, platform);
  const isComplete = Object.keys(mistakesInStep(step, values, known)).length === 0;
  // what is still empty holds nobody up, but is not passed over in silence either
  const later: Flash = { tone: 'info', message: formMessage('draft:frame.later', { step: t(`draft:step.${step}`) }) };
  return goTo(draftPlace(draftId, nextStep(step)), platform, isComplete ? undefined : later);
});

/** Three empty lines more than the form had. */
function rowsAfter(form: FormData): number {
  const indexes = [...form.keys()].map((name) => Number(/^\w+\[(\d{1,2})\]/.exec(name)?.[1] ?? -1));
  return Math.min(mostRows, Math.max(-1, ...indexes) + 1 + 3);
}

export const meta = pageTitle<typeof loader>((t, { step }) => t(`draft:step.${step}`));

/** The form saves itself. */
export const handle = { hydrate: true };

export const shouldRevalidate = unlessAutosaving;

export const clientAction = stayWhileAutosaving;

export default function DraftStepPage() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('draft');
  const refused = answer?.autosaved === false ? answer : null;
  const { id, step } = loaded;
  return (
    <>
      {refused === null ? null : refused.isConflict ? (
        <Notice tone="warning" role="alert" title={t('frame.conflictTitle')}>
          <p>{t('frame.conflictText')}</p>
          <p>
            <a href={draftHref(id, step)}>{t('frame.conflictOther')}</a>
          </p>
        </Notice>
      ) : (
        <Notice tone="danger" role="alert" title={refused.refusal} />
      )}
      {loaded.isTypedCheck && refused === null ? (
        <Notice tone="warning" title={t('frame.typedMistakes')}>
          <p>
            <a href={draftPlace(id, nextStep(step))}>{t('frame.skip')}</a>
          </p>
        </Notice>
      ) : null}
      <SimilarPlans similar={loaded.similar} />
      <StepForm
        key={step}
        loaded={loaded}
        values={refused?.values ?? loaded.values}
        revision={refused?.revision ?? loaded.revision}
        isConflict={refused?.isConflict ?? false}
      />
    </>
  );
}
