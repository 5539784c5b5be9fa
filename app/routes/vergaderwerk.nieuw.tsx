import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { MeetingForm } from '#app/components/meeting/meeting-form.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { translatorOf } from '#app/i18n/all.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { planMeeting } from '#app/modules/meetings/commands/plan-meeting.server.ts';
import { contentOf, newMeetingForm } from '#app/modules/meetings/form.ts';
import { plansMeetings } from '#app/modules/meetings/policy.ts';
import { bodiesToPlanFor } from '#app/modules/meetings/queries/meeting-work.query.server.ts';

export const loader = guardLoader(plansMeetings, async ({ database, actor, url }) => {
  const bodies = await bodiesToPlanFor(database, actor);
  const asked = url.searchParams.get('team') ?? '';
  const body = bodies.find(({ slug }) => slug === asked) ?? (bodies.length === 1 ? bodies[0] : undefined);
  return {
    bodies: bodies.map(({ id, name }) => ({ value: id, label: name })),
    bodyId: body?.id ?? '',
    chairName: body?.chairName ?? '',
    formKey: newId(),
  };
});

export const action = guardAction(plansMeetings, async ({ form, context, platform }) => {
  const submission = parseForm(form, newMeetingForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { formKey, bodyId } = submission.value;
  // what stands on an agenda is Dutch, as all that the programme writes
  const previousTitle = translatorOf('nl')('meetingWork:form.previous');
  const planned = await planMeeting(
    { formKey, bodyId, content: contentOf(submission.value), previousTitle },
    signedInContext(context),
  );
  if (planned.ok)
    return goTo(`/vergaderwerk/${planned.value}`, platform, { tone: 'success', message: 'meetingWork:form.planned' });
  return data(submission.reply({ formErrors: [refusalMessage('meetingWork', planned)] }), {
    status: refusalStatus(planned.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('meetingWork:form.newTitle'));

export default function PlanMeeting() {
  const { bodies, bodyId, chairName, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('meetingWork');
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/vergaderwerk' }]} />}
        title={t('form.newTitle')}
        lead={t('form.newLead')}
        tone="plain"
      />
      <MeetingForm
        hidden={{ formKey, bodies }}
        reply={reply}
        filledIn={{ bodyId, chairName, begins: '9:30', ends: '11:30', isOpen: 'on' }}
        submitLabel={t('form.plan')}
      />
    </Page>
  );
}
