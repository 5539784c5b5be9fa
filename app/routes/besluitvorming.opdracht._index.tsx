import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AssignmentChoice } from '#app/components/decision/assignment-choice.tsx';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { FormKey } from '#app/components/forms/hidden-fields.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { startAssignment } from '#app/modules/decisions/commands/start-assignment.server.ts';
import { startAssignmentForm } from '#app/modules/decisions/form.ts';
import { preparesDecisions } from '#app/modules/decisions/policy.ts';
import {
  assignmentChoices,
  startingAssignment,
} from '#app/modules/decisions/queries/assignment-preparation.query.server.ts';

export const loader = guardLoader(preparesDecisions, async ({ database, actor }) => ({
  choices: await assignmentChoices(database, actor),
  formKey: newId(),
}));

export const action = guardAction(preparesDecisions, async ({ form, context, now, platform, t }) => {
  const submission = parseForm(form, startAssignmentForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const fields = startingAssignment(now, t('decisions:form.interestStatementDefault'));
  const started = await startAssignment({ ...submission.value, fields }, context);
  if (started.ok) return goTo(`/besluitvorming/opdracht/${started.value}`, platform);
  return data(submission.reply({ formErrors: [refusalMessage('decisions', started)] }), {
    status: refusalStatus(started.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('decisions:assignment.start'));

export default function StartAssignment() {
  const { choices, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('decisions');
  const required = { required: true };
  const [form, fields] = useForm<{ formKey: string; bodyId: string; organisationId: string }>({
    id: 'opdracht',
    lastResult: reply ?? null,
    constraint: { bodyId: required, organisationId: required },
  });
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('work.crumb'), href: '/besluitvorming' }]} />}
        title={t('assignment.start')}
        lead={t('assignment.startLead')}
        tone="plain"
      />
      {choices.organisations.length === 0 ? (
        <EmptyState title={t('assignment.noOrganisation')} stampId="geen-organisatie" />
      ) : (
        <FormFrame form={form} labels={{ bodyId: t('assignment.body'), organisationId: t('assignment.organisation') }}>
          <FormKey value={formKey} />
          <AssignmentChoice fields={fields} {...choices} />
          <div>
            <SubmitButton icon="arrow-right">{t('assignment.next')}</SubmitButton>
          </div>
        </FormFrame>
      )}
      <Notice title={t('assignment.subsidyTitle')}>
        <p>{t('assignment.subsidyText')}</p>
      </Notice>
    </Page>
  );
}
