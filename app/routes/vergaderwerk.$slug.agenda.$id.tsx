import { useForm, type SubmissionResult } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FileField } from '#app/components/forms/file-field.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { ItemForm, type ItemFields } from '#app/components/meeting/item-form.tsx';
import { MeetingCrumbs } from '#app/components/meeting/meeting-crumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import type { RefusalOf } from '#app/i18n/texts.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Refused } from '#app/kernel/outcome.ts';
import { addItem, changeItem, removeItem } from '#app/modules/meetings/commands/change-agenda.server.ts';
import { addMeetingFile, removeMeetingFile } from '#app/modules/meetings/commands/change-files.server.ts';
import { changeItemForm, fileForm, itemOf, itemOrderForm, newItemForm } from '#app/modules/meetings/form.ts';
import { longestMeetingText } from '#app/modules/meetings/meeting.ts';
import { plansMeetings } from '#app/modules/meetings/policy.ts';
import { linksForItem, workMeeting } from '#app/modules/meetings/queries/meeting-work.query.server.ts';

const newWord = 'nieuw';

export const loader = guardLoader(plansMeetings, async ({ database, actor, params, now }) => {
  const meeting = await workMeeting(database, actor, params.slug ?? '', now);
  if (meeting?.access !== 'work' || meeting.state === 'cancelled') throw notFound();
  const { slug, title, body } = meeting;
  const item = meeting.items.find((one) => one.id === params.id && one.mark !== 'removed') ?? null;
  if (item === null && params.id !== newWord) throw notFound();
  return { slug, title, item, links: await linksForItem(database, body.id), formKey: newId() };
});

export const action = guardAction(plansMeetings, async ({ database, actor, params, form, context, platform, now }) => {
  const meeting = await workMeeting(database, actor, params.slug ?? '', now);
  if (meeting?.access !== 'work') throw notFound();
  const meetingId = meeting.id;
  const mine = signedInContext(context);
  const desk = `/vergaderwerk/${meeting.slug}`;
  const itemId = params.id ?? '';
  const here = `${desk}/agenda/${itemId}`;
  const refusedWith = (reply: SubmissionResult, reason: string) => data(reply, { status: refusalStatus(reason) });
  const formErrorOf = (refusal: Refused<RefusalOf<'meetingWork'>>) => ({
    formErrors: [refusalMessage('meetingWork', refusal)],
  });
  switch (formText(form, 'intent')) {
    case 'file': {
      const submission = parseForm(form, fileForm);
      if (submission.status !== 'success') return rejected(submission.reply());
      const { file, description } = submission.value;
      const bytes = new Uint8Array(await file.arrayBuffer());
      const added = await addMeetingFile({ meetingId, itemId, fileName: file.name, bytes, description }, mine);
      if (added.ok) return goTo(here, platform, { tone: 'success', message: 'meetingWork:agenda.fileAdded' });
      return refusedWith(submission.reply(formErrorOf(added)), added.reason);
    }
    case 'remove-file': {
      const submission = parseForm(form, itemOrderForm);
      if (submission.status !== 'success') return rejected(submission.reply());
      const removed = await removeMeetingFile({ meetingId, itemId, id: submission.value.id }, mine);
      return goTo(here, platform, {
        tone: removed.ok ? 'success' : 'warning',
        message: removed.ok ? 'meetingWork:agenda.fileRemoved' : refusalMessage('meetingWork', removed),
      });
    }
    case 'remove': {
      const removed = await removeItem({ meetingId, id: itemId }, mine);
      return goTo(removed.ok ? desk : here, platform, {
        tone: removed.ok ? 'success' : 'warning',
        message: removed.ok ? 'meetingWork:agenda.removed' : refusalMessage('meetingWork', removed),
      });
    }
    default:
  }
  if (itemId === newWord) {
    const submission = parseForm(form, newItemForm);
    if (submission.status !== 'success') return rejected(submission.reply());
    const added = await addItem({ meetingId, id: submission.value.formKey, content: itemOf(submission.value) }, mine);
    if (added.ok) return goTo(desk, platform, { tone: 'success', message: 'meetingWork:agenda.added' });
    return refusedWith(submission.reply(formErrorOf(added)), added.reason);
  }
  const submission = parseForm(form, changeItemForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { revision } = submission.value;
  const changed = await changeItem({ meetingId, id: itemId, revision, content: itemOf(submission.value) }, mine);
  if (changed.ok) return goTo(desk, platform, { tone: 'success', message: 'meetingWork:agenda.saved' });
  return refusedWith(submission.reply(formErrorOf(changed)), changed.reason);
});

export const meta = pageTitle<typeof loader>((t, { item }) =>
  t(item === null ? 'meetingWork:agenda.newTitle' : 'meetingWork:agenda.changeTitle'),
);

export default function ItemOfAgenda() {
  const { slug, title, item, links, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('meetingWork');
  const isOfFile = reply?.initialValue?.description !== undefined;
  const filledIn: Partial<ItemFields> =
    item === null
      ? { kind: 'discuss', minutes: '15' }
      : {
          ...{ title: item.title, explanation: item.explanation, kind: item.kind, minutes: String(item.minutes) },
          ...{ actielijnId: item.actielijnId ?? '', decisionId: item.decisionId ?? '' },
          initiative: item.initiative?.slug ?? '',
        };
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<MeetingCrumbs slug={slug} title={title} />}
        title={t(item === null ? 'agenda.newTitle' : 'agenda.changeTitle')}
        tone="plain"
      />
      {item?.isPreviousMinutes === true ? <Notice>{t('agenda.byProduct')}</Notice> : null}
      <ItemForm
        hidden={item === null ? { formKey } : { revision: item.revision }}
        reply={isOfFile ? undefined : reply}
        filledIn={filledIn}
        links={links}
      />
      {item === null ? null : (
        <>
          <Section title={t('agenda.files')}>
            <ul className="mb-5 flex flex-col gap-2">
              {item.files.map((file) => (
                <li key={file.id}>
                  <form method="post" className="flex flex-wrap items-center gap-x-4">
                    <input type="hidden" name="id" value={file.id} />
                    <a href={`/vergaderstukken/${file.id}`} className="inline-flex min-h-11 items-center break-words">
                      <Written>{file.description}</Written>
                    </a>
                    <button
                      type="submit"
                      name="intent"
                      value="remove-file"
                      className="button button-text"
                      aria-label={t('agenda.removeFileOf', { name: file.description })}
                    >
                      {t('agenda.removeFile')}
                    </button>
                  </form>
                </li>
              ))}
            </ul>
            <FileForm reply={isOfFile ? reply : undefined} />
          </Section>
          {item.isPreviousMinutes ? null : (
            <form method="post">
              <button type="submit" name="intent" value="remove" className="button button-text">
                {t('agenda.remove')}
              </button>
            </form>
          )}
        </>
      )}
    </Page>
  );
}

function FileForm({ reply }: { reply: SubmissionResult | undefined }) {
  const { t } = useTranslation('meetingWork');
  const [form, fields] = useForm<{ file: File; description: string }>({
    id: 'stuk',
    lastResult: reply,
    constraint: {
      file: { required: true },
      description: { required: true, maxLength: longestMeetingText.fileDescription },
    },
  });
  const labels = { file: t('agenda.file'), description: t('agenda.fileDescription') };
  return (
    <FormFrame form={form} labels={labels} withFiles>
      <FileField field={fields.file} label={labels.file} hint={t('agenda.fileHint')} accept="application/pdf,image/*" />
      <TextField field={fields.description} label={labels.description} autoComplete="off" />
      <ButtonRow>
        <SubmitButton name="intent" value="file" tone="quiet">
          {t('agenda.addFile')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
