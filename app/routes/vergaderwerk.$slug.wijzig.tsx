import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { MeetingForm } from '#app/components/meeting/meeting-form.tsx';
import { MeetingCrumbs } from '#app/components/meeting/meeting-crumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { clockInAmsterdam } from '#app/kernel/amsterdam-time.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { changeMeeting } from '#app/modules/meetings/commands/plan-meeting.server.ts';
import { changeMeetingForm, contentOf } from '#app/modules/meetings/form.ts';
import { plansMeetings } from '#app/modules/meetings/policy.ts';
import { workMeeting } from '#app/modules/meetings/queries/meeting-work.query.server.ts';

export const loader = guardLoader(plansMeetings, async ({ database, actor, params, now }) => {
  const meeting = await workMeeting(database, actor, params.slug ?? '', now);
  if (meeting?.access !== 'work') throw notFound();
  const { slug, title, revision, about, startsAt, endsAt, venueName, venueAddress, chairName, isOpen, agendaBy } =
    meeting;
  return {
    ...{ slug, title, revision },
    filledIn: {
      ...{ title, about, venueName, venueAddress, chairName, agendaBy },
      ...(isOpen ? { isOpen: 'on' } : {}),
      day: dayInAmsterdam(startsAt),
      begins: clockInAmsterdam(startsAt),
      ends: clockInAmsterdam(endsAt),
    },
  };
});

export const action = guardAction(plansMeetings, async ({ database, actor, params, form, context, platform, now }) => {
  const meeting = await workMeeting(database, actor, params.slug ?? '', now);
  if (meeting?.access !== 'work') throw notFound();
  const submission = parseForm(form, changeMeetingForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const changed = await changeMeeting(
    { meetingId: meeting.id, revision: submission.value.revision, content: contentOf(submission.value) },
    signedInContext(context),
  );
  if (changed.ok)
    return goTo(`/vergaderwerk/${meeting.slug}`, platform, { tone: 'success', message: 'meetingWork:form.saved' });
  return data(submission.reply({ formErrors: [refusalMessage('meetingWork', changed)] }), {
    status: refusalStatus(changed.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('meetingWork:form.changeTitle'));

export default function ChangeMeeting() {
  const { slug, title, revision, filledIn } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('meetingWork');
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<MeetingCrumbs slug={slug} title={title} />}
        title={t('form.changeTitle')}
        lead={t('form.changeLead')}
        tone="plain"
      />
      <MeetingForm hidden={{ revision }} reply={reply} filledIn={filledIn} submitLabel={t('form.save')} />
    </Page>
  );
}
