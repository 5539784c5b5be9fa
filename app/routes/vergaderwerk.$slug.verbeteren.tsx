import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { MeetingCrumbs } from '#app/components/meeting/meeting-crumbs.tsx';
import { MinutesEditor } from '#app/components/meeting/minutes-editor.tsx';
import { RowField } from '#app/components/meeting/row-field.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { correctMinutes } from '#app/modules/meetings/commands/move-minutes.server.ts';
import { correctionForm, minutesTyped } from '#app/modules/meetings/minutes-form.ts';
import { plansMeetings } from '#app/modules/meetings/policy.ts';
import { minutesWork } from '#app/modules/meetings/queries/minutes-work.query.server.ts';
import { releaseOf } from '#app/modules/meetings/queries/release.query.server.ts';
import { typedMinutes, type TypedMinutes } from '#app/modules/meetings/typed-minutes.ts';

const room = { attendees: 1, lines: 1, annex: 1 } as const;

export const loader = guardLoader(plansMeetings, async ({ database, actor, params, now }) => {
  const view = await minutesWork(database, actor, params.slug ?? '', now);
  const release = view?.access === 'work' ? await releaseOf(database, view.id, now) : null;
  if (view === null || release?.isPublished !== true) throw notFound();
  const key = () => `r${newId().slice(-12)}`;
  return {
    ...{ slug: view.meeting.slug, title: view.meeting.title, version: release.version },
    typed: typedMinutes(release.content, view.decisions, { room, key }),
  };
});

export const action = guardAction(plansMeetings, async ({ database, actor, params, form, context, platform, now }) => {
  const view = await minutesWork(database, actor, params.slug ?? '', now);
  if (view?.access !== 'work') throw notFound();
  const submission = parseForm(form, correctionForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { version, reason } = submission.value;
  const { content } = minutesTyped(submission.value);
  const made = await correctMinutes({ id: view.id, version, content, reason }, signedInContext(context));
  if (made.ok)
    return goTo(`/vergaderwerk/${view.meeting.slug}/verslag`, platform, {
      tone: 'success',
      message: 'meetingWork:minutes.corrected',
    });
  return data(submission.reply({ formErrors: [refusalMessage('meetingWork', made)] }), {
    status: refusalStatus(made.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('meetingWork:minutes.correctTitle'));

/** Rows are added and moved. */
export const handle = { hydrate: true };

const fieldIds = { reason: 'reden' };

export default function CorrectMinutes() {
  const { slug, title, version, typed } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('meetingWork');
  const returned = reply?.initialValue as (Partial<TypedMinutes> & { reason?: string }) | undefined;
  return (
    <Page>
      <PageHeader
        breadcrumbs={<MeetingCrumbs slug={slug} title={title} />}
        title={t('minutes.correctTitle')}
        lead={t('minutes.correctLead')}
        tone="plain"
      />
      <MinutesEditor typed={{ ...typed, ...returned }} decisions={[]} reply={reply} ids={fieldIds}>
        <Section title={t('minutes.reason')}>
          <input type="hidden" name="version" value={version} />
          <div className="max-w-2xl">
            <RowField
              name="reason"
              id="reden"
              label={t('minutes.reason')}
              value={returned?.reason ?? ''}
              rows={2}
              hint={t('minutes.reasonHint')}
            />
          </div>
          <div className="mt-4">
            <ButtonRow>
              <SubmitButton name="intent" value="correct">
                {t('minutes.makeCorrection')}
              </SubmitButton>
            </ButtonRow>
          </div>
        </Section>
      </MinutesEditor>
    </Page>
  );
}
