import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { AskerForms } from '#app/components/integrity/asker-forms.tsx';
import { QuestionSteps } from '#app/components/integrity/question-steps.tsx';
import { Standing } from '#app/components/integrity/standing.tsx';
import { Outside } from '#app/components/integrity/confidential.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader, guardSensitiveAction } from '#app/http/guard.server.ts';
import { ownPartHeaders } from '#app/http/own-part.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { followQuestion } from '#app/modules/integrity/commands/follow-question.server.ts';
import { readOwnQuestion } from '#app/modules/integrity/commands/read-question.server.ts';
import { askerForm } from '#app/modules/integrity/question-form.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, params, now, platform }) => {
  const { token = '' } = params;
  const question = await readOwnQuestion({ token }, { database, now }, { keys: platform.env.bankKeys });
  if (question === null) throw notFound();
  return data({ question }, { headers: ownPartHeaders });
});

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export const action = guardSensitiveAction(everyone, async ({ database, params, form, now, platform }) => {
  const { token = '' } = params;
  const submission = parseForm(form, askerForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const keys = platform.env.bankKeys;
  const followed = await followQuestion({ token, ...submission.value }, { database, now }, { keys });
  if (followed.ok)
    return goTo(`/integriteit/volg/${token}`, platform, { tone: 'success', message: 'integrity:own.done' });
  if (followed.reason === 'question-unknown') throw notFound();
  return data(submission.reply({ formErrors: [refusalMessage('integrity', followed)] }), {
    status: refusalStatus(followed.reason),
  });
});

export const meta = pageTitle<typeof loader>((t, { question }) =>
  t(`integrity:own.title.${question.kind}`, { number: question.number }),
);

export default function FollowQuestion() {
  const { question } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, i18n } = useTranslation('integrity');
  const { number, kind, text, steps, looks, state, outcome, isReleased, revision, mayGoUp } = question;
  const said = looks.map(({ level, at }) =>
    t('own.look', {
      when: dateText(at, 'time', i18n.language),
      level: level === null ? t('title') : t(`level.${level}`),
    }),
  );
  // who reads and answers opens it several times in a minute: that is one line
  const lookTexts = [...new Set(said)];
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('title'), href: '/integriteit' }]} />}
        title={t(`own.title.${kind}`, { number })}
        tone="plain"
      />
      <Notice tone="warning" title={t('own.keep')}>
        {t('own.keepText')}
      </Notice>
      <Standing question={question} />
      <AskerForms {...{ state, revision, mayGoUp, reply }} />
      {isReleased ? (
        <Section title={t('own.outcome')}>
          <p className="max-w-prose whitespace-pre-line">
            <Written>{outcome}</Written>
          </p>
        </Section>
      ) : null}
      <Section title={t('own.words')}>
        <p className="max-w-prose break-words whitespace-pre-line">
          <Written>{text}</Written>
        </p>
      </Section>
      <Section title={t('own.steps')}>
        <QuestionSteps steps={steps} />
      </Section>
      <Section title={t('own.looks')}>
        {looks.length === 0 ? (
          <p>{t('own.looksNone')}</p>
        ) : (
          <ul className="list-[square] pl-6">
            {lookTexts.map((look) => (
              <li key={look}>{look}</li>
            ))}
          </ul>
        )}
      </Section>
      <Outside />
    </Page>
  );
}
