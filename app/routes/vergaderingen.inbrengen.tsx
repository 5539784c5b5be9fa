import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { FormKey } from '#app/components/forms/hidden-fields.tsx';
import { SelectField } from '#app/components/forms/select-field.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { useMeetingWords } from '#app/components/meeting/use-meeting-words.ts';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { askForAgenda } from '#app/modules/meetings/commands/put-on-agenda.server.ts';
import { askForm } from '#app/modules/meetings/form.ts';
import { longestMeetingText } from '#app/modules/meetings/meeting.ts';
import { askingChoices } from '#app/modules/meetings/queries/asking.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, url, now, context }) => {
  const asked = { body: url.searchParams.get('team') ?? '', meeting: url.searchParams.get('vergadering') ?? '' };
  return { ...(await askingChoices(database, signedInContext(context).actor, asked, now)), formKey: newId() };
});

export const action = guardAction(signedIn, async ({ form, context, platform }) => {
  const submission = parseForm(form, askForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { formKey: id, bodyId, meetingId, title, request, whom } = submission.value;
  const asked = await askForAgenda({ id, bodyId, meetingId, title, request, for: whom }, signedInContext(context));
  if (asked.ok)
    return goTo(`/vergaderingen/inbreng/${asked.value}`, platform, {
      tone: 'success',
      message: 'meetings:asking.sent',
    });
  return data(submission.reply({ formErrors: [refusalMessage('meetings', asked)] }), {
    status: refusalStatus(asked.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('meetings:asking.title'));

export default function AskForAgenda() {
  const { bodies, whom, bodyId, meeting, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('meetings');
  const words = useMeetingWords();
  const required = { required: true };
  const [form, fields] = useForm<{ bodyId: string; title: string; request: string; whom: string }>({
    id: 'inbrengen',
    lastResult: reply,
    constraint: {
      bodyId: required,
      title: { ...required, maxLength: longestMeetingText.requestTitle },
      request: { ...required, maxLength: longestMeetingText.request },
    },
    defaultValue: { bodyId, whom: 'resident' },
  });
  const labels = {
    bodyId: t('asking.body'),
    title: t('asking.subject'),
    request: t('asking.request'),
    whom: t('asking.whom'),
  };
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/vergaderingen' }]} />}
        eyebrow={meeting === null ? undefined : t('asking.forMeeting', { day: words.day(meeting.startsAt) })}
        title={t('asking.title')}
        lead={t('asking.lead')}
        tone="plain"
      />
      <FormFrame form={form} labels={labels}>
        <FormKey value={formKey} />
        {meeting === null ? (
          <SelectField
            field={fields.bodyId}
            label={labels.bodyId}
            emptyLabel={t('asking.chooseBody')}
            choices={bodies}
          />
        ) : (
          <>
            <input type="hidden" name="bodyId" value={meeting.bodyId} />
            <input type="hidden" name="meetingId" value={meeting.id} />
          </>
        )}
        <TextField field={fields.title} label={labels.title} hint={t('asking.subjectHint')} autoComplete="off" />
        <TextAreaField field={fields.request} label={labels.request} hint={t('asking.requestHint')} rows={6} />
        {whom.length === 0 ? null : (
          <SelectField
            field={fields.whom}
            label={labels.whom}
            choices={[{ value: 'resident', label: t('asking.resident') }, ...whom]}
          />
        )}
        <ButtonRow>
          <SubmitButton>{t('asking.send')}</SubmitButton>
        </ButtonRow>
      </FormFrame>
    </Page>
  );
}
