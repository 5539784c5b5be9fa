import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Confidential, Outside } from '#app/components/integrity/confidential.tsx';
import { QuestionForm } from '#app/components/integrity/question-form.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardLoader, guardSensitiveAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { mayAskQuestion } from '#app/http/question-limit.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { askQuestion } from '#app/modules/integrity/commands/ask-question.server.ts';
import { bodyChoices } from '#app/modules/integrity/queries/outcomes.query.server.ts';
import { questionForm } from '#app/modules/integrity/question-form.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, actor }) => ({
  bodies: await bodyChoices(database),
  hasAccount: actor.person !== null,
  formKey: newId(),
}));

export const action = guardSensitiveAction(everyone, async ({ form, context, platform, clientAddress, locale }) => {
  const submission = parseForm(form, questionForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { website, withAccount, ...given } = submission.value;
  // a robot filled in what nobody sees: it reads that all went well
  if (website !== undefined && website !== '') return goTo('/integriteit', platform);
  if (!(await mayAskQuestion(clientAddress)))
    return data(submission.reply({ formErrors: ['integrity:form.limit'] }), { status: 429 });
  const sealing = { keys: platform.env.bankKeys, secret: platform.env.sessionSecret };
  const asked = await askQuestion({ ...given, withAccount: withAccount === 'on', locale }, context, sealing);
  if (asked.ok)
    return goTo(`/integriteit/volg/${asked.value.token}`, platform, { tone: 'success', message: 'integrity:own.sent' });
  return data(submission.reply({ formErrors: [refusalMessage('integrity', asked)] }), {
    status: refusalStatus(asked.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('integrity:form.title'));

export default function AskAboutIntegrity() {
  const { bodies, hasAccount, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('integrity');
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('title'), href: '/integriteit' }]} />}
        title={t('form.title')}
        lead={t('form.lead')}
        tone="plain"
      />
      <QuestionForm {...{ bodies, hasAccount, formKey, reply }} />
      <Confidential />
      <Outside />
    </Page>
  );
}
