import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { LevelForms } from '#app/components/integrity/level-forms.tsx';
import { QuestionSteps } from '#app/components/integrity/question-steps.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { ownPartHeaders } from '#app/http/own-part.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import {
  answerQuestion,
  passOn,
  releaseOutcome,
  writeOutcome,
} from '#app/modules/integrity/commands/handle-question.server.ts';
import { readQuestion } from '#app/modules/integrity/commands/read-question.server.ts';
import { levelForm } from '#app/modules/integrity/question-form.ts';
import { handlesQuestions } from '#app/modules/integrity/question-policy.ts';

export const loader = guardLoader(handlesQuestions, async ({ context, params, platform }) => {
  const keys = platform.env.bankKeys;
  const question = await readQuestion({ id: params.id ?? '' }, signedInContext(context), { keys });
  if (question === null) throw notFound();
  return data({ question }, { headers: ownPartHeaders });
});

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

const said = { answer: 'one.sent', 'pass-on': 'one.passed', outcome: 'one.outcomeSaved', release: 'desk.released' };

export const action = guardAction(handlesQuestions, async ({ form, context, params, platform }) => {
  const submission = parseForm(form, levelForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { intent, text, revision } = submission.value;
  const mine = signedInContext(context);
  const seen = { id: params.id ?? '', revision };
  const run = {
    answer: async () => answerQuestion({ ...seen, text }, mine, { keys: platform.env.bankKeys }),
    'pass-on': async () => passOn(seen, mine),
    outcome: async () => writeOutcome({ ...seen, text }, mine),
    release: async () => releaseOutcome(seen, mine),
  };
  const done = await run[intent]();
  if (done.ok) return goTo('/integriteit/werk', platform, { tone: 'success', message: `integrity:${said[intent]}` });
  if (done.reason === 'question-unknown') throw notFound();
  return data(submission.reply({ formErrors: [refusalMessage('integrity', done)] }), {
    status: refusalStatus(done.reason),
  });
});

export const meta = pageTitle<typeof loader>((_t, { question }) => question.number);

export default function HandleQuestion() {
  const { question } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, i18n } = useTranslation('integrity');
  const { number, kind, bodyName, text, steps, skips, level, state, isMine, dueOn, outcome, isReleased } = question;
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('desk.title'), href: '/integriteit/werk' }]} />}
        title={t('one.title', { kind: t(`kind.${kind}`), number })}
        lead={t('one.about', { team: bodyName ?? t('desk.programme') })}
        tone="plain"
      />
      <Notice tone="warning">{t('desk.lead')}</Notice>
      {skips.length === 0 ? null : (
        <Notice>{t('one.skips', { who: skips.map((one) => t(`level.${one}`)).join(', ') })}</Notice>
      )}
      <Section title={t('form.text')}>
        <p className="max-w-prose break-words whitespace-pre-line">
          <Written>{text}</Written>
        </p>
      </Section>
      {isMine || state === 'closed' ? null : (
        <Notice>
          {state === 'answered' ? t('desk.states.answered') : t('one.waits', { level: t(`level.${level}`) })}{' '}
          {dueOn === null ? null : t('desk.due', { day: dateText(dueOn, 'day', i18n.language) })}
        </Notice>
      )}
      {isReleased ? (
        <Notice tone="success" title={t('one.releasedAlready')}>
          <Written>{outcome}</Written>
        </Notice>
      ) : null}
      <LevelForms question={question} reply={reply} />
      <Section title={t('own.steps')}>
        <QuestionSteps steps={steps} />
      </Section>
    </Page>
  );
}
