import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, notFound, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import type { RefusalOf } from '#app/i18n/texts.ts';
import type { Refused } from '#app/kernel/outcome.ts';
import { attachmentLimits } from '#app/modules/initiatives/attachment.ts';
import { addAttachment } from '#app/modules/initiatives/commands/add-attachment.server.ts';
import { describeAttachments, removeAttachment } from '#app/modules/initiatives/commands/change-attachments.server.ts';
import { readText } from '#app/modules/initiatives/forms/typed.ts';
import { draftView } from '#app/modules/initiatives/queries/draft.query.server.ts';
import { draftHref, draftPlace, nextStep, previousStep } from '#app/modules/initiatives/steps.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { AddedFiles } from './added-files.tsx';
import { FilesForm } from './files-form.tsx';

export const loader = guardLoader(signedIn, async ({ database, context, params, url }) => {
  const view = await draftView(database, signedInContext(context).actor, params.id ?? '');
  if (view === null) throw notFound();
  return { id: view.id, attachments: view.attachments, isChecked: url.searchParams.get('nakijken') === 'alles' };
});

/** Descriptions are posted as `description-<id of the file>`. */
const descriptionName = /^description-(.+)$/;

export const action = guardAction(signedIn, async ({ form, context, params, platform }) => {
  const draftId = params.id ?? '';
  const own = signedInContext(context);
  const intent = readText(form, 'intent');
  const descriptions = new Map<string, string>();
  for (const [name, value] of form) {
    const id = descriptionName.exec(name)?.[1];
    if (id !== undefined && typeof value === 'string') descriptions.set(id, value);
  }
  const description = readText(form, 'description');
  const done = (message: string) => goTo(draftHref(draftId, 'bijlagen'), platform, { tone: 'success', message });
  const refuse = (refusal: Refused<RefusalOf<'initiatives'>>, field: '' | 'file' = '') => {
    if (refusal.reason === 'initiative-unknown') throw notFound();
    const name = field === 'file' && refusal.reason === 'description-too-long' ? 'description' : field;
    const mistakes = { [name]: [refusalMessage('initiatives', refusal)] };
    return data(
      { mistakes, description, descriptions: Object.fromEntries(descriptions) },
      { status: refusalStatus(refusal.reason) },
    );
  };

  // whichever button it was: texts typed beside it are kept, and a file chosen beside it is added
  const described = await describeAttachments({ draftId, descriptions }, own);
  if (!described.ok) return refuse(described);
  const removedId = /^remove-(.+)$/.exec(intent)?.[1];
  if (removedId !== undefined) {
    const removed = await removeAttachment({ draftId, attachmentId: removedId }, own);
    if (!removed.ok) return refuse(removed);
  }
  const file = form.get('file');
  const isChosen = file instanceof File && file.name !== '';
  if (isChosen || intent === 'add') {
    const bytes = isChosen ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    const added = await addAttachment({ draftId, bytes, fileName: isChosen ? file.name : '', description }, own);
    if (!added.ok) return refuse(added, 'file');
  }
  if (intent === 'next') return goTo(draftPlace(draftId, nextStep('bijlagen')), platform);
  if (removedId !== undefined) return done('draft:files.removedFlash');
  return done(isChosen ? 'draft:files.addedFlash' : 'draft:files.savedFlash');
});

export const meta = pageTitle<typeof loader>((t) => t('draft:step.bijlagen'));

export default function AttachmentsPage() {
  const { id, attachments, isChecked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(['draft', 'initiatives']);
  const undescribed = isChecked && attachments.some(({ kind, description }) => kind === 'image' && description === '');
  const isFull = attachments.length >= attachmentLimits.files;
  const previous = previousStep('bijlagen') ?? 'bijlagen';
  return (
    <>
      {undescribed ? <Notice tone="danger" title={t('initiatives:mistake.describeImages')} /> : null}
      {attachments.length === 0 ? <p className="text-ink-soft">{t('files.none')}</p> : null}
      {isFull ? <Notice title={t('files.full', { count: attachmentLimits.files })} /> : null}
      <FilesForm
        action={draftHref(id, 'bijlagen')}
        description={answer?.description ?? ''}
        mistakes={answer?.mistakes}
        mayAdd={!isFull}
        added={
          attachments.length === 0 ? null : (
            <Section title={t('files.added')}>
              <AddedFiles attachments={attachments} typed={answer?.descriptions ?? {}} isChecked={isChecked} />
            </Section>
          )
        }
        buttons={
          <ButtonRow>
            <SubmitButton name="intent" value="next">
              {t('frame.next')}
            </SubmitButton>
            <ButtonLink href={draftPlace(id, previous)} tone="text">
              {t('frame.back')}
            </ButtonLink>
          </ButtonRow>
        }
      />
    </>
  );
}
