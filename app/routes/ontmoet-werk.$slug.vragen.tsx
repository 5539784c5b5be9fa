import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { QuestionTyped, QuestionWork } from '#app/components/evening/question-work.tsx';
import { WorkCrumbs } from '#app/components/evening/work-crumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { changeQuestion, writeQuestion } from '#app/modules/gatherings/commands/write-question.server.ts';
import {
  correctQuestionForm,
  hideQuestionForm,
  seenForm,
  typedQuestionForm,
} from '#app/modules/gatherings/outcome-form.ts';
import { questionWork, themesOf } from '#app/modules/gatherings/queries/evening.query.server.ts';
import { workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, actor, params }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering === null || gathering.access === 'read') throw notFound();
  const { id, slug, title, state, access } = gathering;
  const all = await questionWork(database, id);
  return {
    ...{ slug, title },
    runs: access === 'run',
    mayType: state === 'begun' || state === 'closed',
    // helpers type over; what was hidden and why is for who runs it
    questions: access === 'run' ? all : all.filter(({ isHidden }) => !isHidden),
    themes: await themesOf(database, id),
    formKey: newId(),
  };
});

export const action = guardAction(signedIn, async ({ database, actor, params, form, context, platform }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering === null || gathering.access === 'read') throw notFound();
  const gatheringId = gathering.id;
  const mine = signedInContext(context);
  const here = `/ontmoet-werk/${gathering.slug}/vragen`;
  const done = async (message: string) => goTo(here, platform, { tone: 'success', message });
  const [intent, id] = [formText(form, 'intent'), formText(form, 'id')];
  switch (intent) {
    case 'type': {
      const submission = parseForm(form, typedQuestionForm);
      if (submission.status !== 'success') return data({ intent, id, reply: submission.reply() }, { status: 422 });
      const order = { gatheringId, registrationId: null, tableId: null, ...submission.value };
      const typed = await writeQuestion(order, context);
      if (typed.ok) return done('eveningWork:questions.added');
      const reply = submission.reply({ formErrors: [refusalMessage('evening', typed)] });
      return data({ intent, id, reply }, { status: refusalStatus(typed.reason) });
    }
    case 'correct':
    case 'hide': {
      const submission =
        intent === 'correct' ? parseForm(form, correctQuestionForm) : parseForm(form, hideQuestionForm);
      if (submission.status !== 'success') return data({ intent, id, reply: submission.reply() }, { status: 422 });
      const { value } = submission;
      const change =
        'text' in value
          ? ({ kind: 'correct', text: value.text } as const)
          : ({ kind: 'hide', reason: value.reason } as const);
      const changed = await changeQuestion({ gatheringId, id: value.id, revision: value.revision, change }, mine);
      if (changed.ok)
        return done(change.kind === 'correct' ? 'eveningWork:questions.corrected' : 'eveningWork:questions.hiddenDone');
      const reply = submission.reply({ formErrors: [refusalMessage('evening', changed)] });
      return data({ intent, id, reply }, { status: refusalStatus(changed.reason) });
    }
    case 'show': {
      const submission = parseForm(form, seenForm);
      if (submission.status !== 'success') throw turnAway(400);
      const shown = await changeQuestion({ gatheringId, ...submission.value, change: { kind: 'show' } }, mine);
      return shown.ok
        ? done('eveningWork:questions.shownDone')
        : goTo(here, platform, { tone: 'warning', message: refusalMessage('evening', shown) });
    }
    default:
      throw turnAway(400);
  }
});

export const handle = { hydrate: true };

export const meta = pageTitle<typeof loader>((t, { title }) => `${t('eveningWork:questions.title')}: ${title}`);

export default function QuestionsOfWork() {
  const { slug, title, runs, mayType, questions, themes, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('eveningWork');
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<WorkCrumbs slug={slug} title={title} />}
        title={t('questions.title')}
        lead={t('questions.lead')}
        tone="plain"
      />
      {mayType ? (
        <Section title={t('questions.type')}>
          <QuestionTyped
            formKey={formKey}
            themes={themes.map(({ id, name }) => ({ value: id, label: name }))}
            reply={answer?.intent === 'type' ? answer.reply : undefined}
          />
        </Section>
      ) : null}
      <Section title={t('questions.all')}>
        {questions.length === 0 ? (
          <p>{t('questions.none')}</p>
        ) : (
          <ul className="flex flex-col gap-4">
            {questions.map((question) => (
              <li key={question.id}>
                <QuestionWork
                  question={question}
                  mayChange={runs}
                  answer={answer?.id === question.id ? answer : undefined}
                />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}
