import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { stayWhileAutosaving, unlessAutosaving, type AutosaveAnswer } from '#app/components/forms/use-autosave.ts';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { ConceptView } from '#app/components/meeting/concept-view.tsx';
import { MeetingCrumbs } from '#app/components/meeting/meeting-crumbs.tsx';
import { MinutesEditor } from '#app/components/meeting/minutes-editor.tsx';
import { AdoptStep, PublishStep, SendStep } from '#app/components/meeting/minutes-steps.tsx';
import { useMeetingWords } from '#app/components/meeting/use-meeting-words.ts';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { formMessage } from '#app/i18n/message.ts';
import { newId } from '#app/kernel/ids.ts';
import { adoptMinutes, publishMinutes, sendMinutes } from '#app/modules/meetings/commands/move-minutes.server.ts';
import { discardMinutes, saveMinutes } from '#app/modules/meetings/commands/write-minutes.server.ts';
import { adoptForm } from '#app/modules/meetings/form.ts';
import { minutesForm, minutesTyped } from '#app/modules/meetings/minutes-form.ts';
import { plansMeetings, readsMeetings } from '#app/modules/meetings/policy.ts';
import { minutesWork } from '#app/modules/meetings/queries/minutes-work.query.server.ts';
import { releaseOf } from '#app/modules/meetings/queries/release.query.server.ts';
import { typedMinutes, type TypedMinutes } from '#app/modules/meetings/typed-minutes.ts';

/** Empty rows at the end, to go on without JavaScript. */
const room = { attendees: 2, lines: 3, annex: 1 } as const;

export const loader = guardLoader(readsMeetings, async ({ database, actor, params, now }) => {
  const view = await minutesWork(database, actor, params.slug ?? '', now);
  if (view === null) throw notFound();
  const release = view.access === 'member' ? null : await releaseOf(database, view.id, now);
  const key = () => `r${newId().slice(-12)}`;
  return {
    view,
    release: release === null ? null : { ...release, content: null },
    canWrite: view.access === 'work' && (view.state === 'concept' || view.state === 'sent'),
    typed: typedMinutes(view.content, view.decisions, { room, key }),
  };
});

export const action = guardAction(plansMeetings, async ({ database, actor, params, form, context, platform, now }) => {
  const view = await minutesWork(database, actor, params.slug ?? '', now);
  if (view?.access !== 'work') throw notFound();
  const mine = signedInContext(context);
  const { id } = view;
  const intent = formText(form, 'intent');
  const isAutosave = intent === 'autosave';
  const desk = `/vergaderwerk/${view.meeting.slug}`;
  const here = `${desk}/verslag`;
  if (intent === 'publish') {
    const published = await publishMinutes({ id, versionId: formText(form, 'versionId') }, mine);
    return published.ok
      ? goTo(`/vergaderingen/${view.meeting.slug}/verslag`, platform, {
          tone: 'success',
          message: formMessage('meetingWork:minutes.published', { number: published.value }),
        })
      : goTo(here, platform, { tone: 'warning', message: refusalMessage('meetingWork', published) });
  }
  const submission = parseForm(form, minutesForm);
  if (submission.status !== 'success')
    return isAutosave
      ? data({ autosaved: false, isConflict: false } satisfies AutosaveAnswer)
      : rejected(submission.reply());
  const { revision } = submission.value;
  const saved = await saveMinutes({ id, revision, ...minutesTyped(submission.value) }, mine);
  if (!saved.ok)
    return isAutosave
      ? data({ autosaved: false, isConflict: saved.reason === 'changed-meanwhile' } satisfies AutosaveAnswer)
      : data(submission.reply({ formErrors: [refusalMessage('meetingWork', saved)] }), {
          status: refusalStatus(saved.reason),
        });
  const seen = { id, revision: saved.value };
  switch (intent) {
    case 'autosave':
      return data({ autosaved: true, savedAt: now, revision: saved.value } satisfies AutosaveAnswer);
    case 'send': {
      const sent = await sendMinutes(seen, mine);
      return goTo(here, platform, {
        tone: sent.ok ? 'success' : 'warning',
        message: sent.ok
          ? formMessage('meetingWork:minutes.sentTo', { count: sent.value.sentTo })
          : refusalMessage('meetingWork', sent),
      });
    }
    case 'discard': {
      const gone = await discardMinutes(seen, mine);
      return goTo(gone.ok ? desk : here, platform, {
        tone: gone.ok ? 'success' : 'warning',
        message: gone.ok ? 'meetingWork:minutes.discarded' : refusalMessage('meetingWork', gone),
      });
    }
    case 'adopt': {
      const typed = parseForm(form, adoptForm);
      if (typed.status !== 'success')
        return goTo(here, platform, { tone: 'warning', message: 'meetingWork:mistake.adoptedIn' });
      const { meetingId, amendments } = typed.value;
      const adopted = await adoptMinutes({ ...seen, meetingId, amendments }, mine);
      return goTo(here, platform, {
        tone: adopted.ok ? 'success' : 'warning',
        message: adopted.ok ? 'meetingWork:minutes.adopted' : refusalMessage('meetingWork', adopted),
      });
    }
    default:
      return goTo(here, platform, { tone: 'success', message: 'meetingWork:minutes.saved' });
  }
});

export const meta = pageTitle<typeof loader>(
  (t, { view }) => `${t('meetingWork:minutes.title')}: ${view.meeting.title}`,
);

/** The form saves itself, and rows are added and moved. */
export const handle = { hydrate: true };

export const shouldRevalidate = unlessAutosaving;

export const clientAction = stayWhileAutosaving;

export default function MinutesOfWork() {
  const { view, release, canWrite, typed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const reply = answer !== undefined && 'error' in answer ? answer : undefined;
  const { t } = useTranslation('meetingWork');
  const words = useMeetingWords();
  const { meeting, state, content, access } = view;
  const returned = reply?.initialValue as Partial<TypedMinutes> | undefined;
  return (
    <Page>
      <PageHeader
        breadcrumbs={<MeetingCrumbs slug={meeting.slug} title={meeting.title} />}
        eyebrow={words.day(meeting.startsAt)}
        title={t('minutes.title')}
        lead={canWrite ? t('minutes.lead') : t(`todo.${state}`)}
        tone="plain"
        actions={
          canWrite ? (
            <ButtonLink href={`/vergaderwerk/${meeting.slug}/inlezen`} tone="quiet">
              {t('minutes.import')}
            </ButtonLink>
          ) : undefined
        }
      />
      {state === 'published' ? (
        <p>
          <a href={`/vergaderingen/${meeting.slug}/verslag`}>{t('todo.published')}</a>
        </p>
      ) : (
        <Notice>{t(canWrite ? 'minutes.names' : 'minutes.conceptText')}</Notice>
      )}
      {canWrite ? (
        <MinutesEditor
          typed={{ ...typed, ...returned }}
          decisions={view.choices}
          reply={reply}
          autosave={{ revision: view.revision, savedAt: view.changedAt }}
        >
          {state === 'concept' ? (
            <SendStep />
          ) : (
            <AdoptStep adoptIn={view.adoptIn} amendments={view.amendments} chosen="" />
          )}
        </MinutesEditor>
      ) : release !== null && !release.isPublished && release.preview !== null ? (
        <PublishStep slug={meeting.slug} {...release} canPublish={access === 'work'} />
      ) : (
        <>
          {release === null || release.isPublished ? null : (
            <PublishStep slug={meeting.slug} {...release} canPublish={access === 'work'} />
          )}
          <ConceptView content={content} />
        </>
      )}
      {release?.isPublished === true && access === 'work' ? (
        <p>
          <ButtonLink href={`/vergaderwerk/${meeting.slug}/verbeteren`} tone="quiet">
            {t('minutes.correct')}
          </ButtonLink>
        </p>
      ) : null}
    </Page>
  );
}
