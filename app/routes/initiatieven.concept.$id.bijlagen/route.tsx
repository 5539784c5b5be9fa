import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink, ButtonRow } from '#app/components/forms/buttons.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, notFound, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { attachmentLimits } from '#app/modules/initiatives/attachment.ts';
import { addAttachment } from '#app/modules/initiatives/commands/add-attachment.server.ts';
import { describeAttachments, removeAttachment } from '#app/modules/initiatives/commands/change-attachments.server.ts';
import { readText } from '#app/modules/initiatives/forms/typed.ts';
import { draftView } from '#app/modules/initiatives/queries/draft.query.server.ts';
import { draftHref, nextStep, previousStep } from '#app/modules/initiatives/steps.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { AddFile } from './add-file.tsx';
import { AddedFiles } from './added-files.tsx';

export const loader = guardLoader(signedIn, async ({ database, context, params, url }) => {
  const view = await draftView(database, signedInContext(context).actor, params.id ?? '');
  if (view === null) throw notFound();
  return { id: view.id, attachments: view.attachments, isChecked: url.searchParams.get('nakijken') === 'alles' };
});

/** Descriptions are posted as `description-<id of the file>`. */
const descriptionName = /^description-(.+)$/;

export const action = guardAction(signedIn, async ({ form, context, params, platform, t }) => {
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
  const refuse = (refusal: { ok: false; reason: string; detail?: Record<string, string | number> }) => {
    if (refusal.reason === 'initiative-unknown') throw notFound();
    return data(
      { refusal: refusalText(t, 'initiatives', refusal), description, descriptions: Object.fromEntries(descriptions) },
      { status: refusalStatus(refusal.reason) },
    );
  };

  if (intent === 'add') {
    const file = form.get('file');
    const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    const added = await addAttachment(
      { draftId, bytes, fileName: file instanceof File ? file.name : '', description },
      own,
    );
    return added.ok ? done('draft:files.addedFlash') : refuse(added);
  }
  // texts typed beside the button are kept, whichever button it was
  const described = await describeAttachments({ draftId, descriptions }, own);
  if (!described.ok) return refuse(described);
  const removedId = /^remove-(.+)$/.exec(intent)?.[1];
  if (removedId !== undefined) {
    const removed = await removeAttachment({ draftId, attachmentId: removedId }, own);
    return removed.ok ? done('draft:files.removedFlash') : refuse(removed);
  }
  return intent === 'next' ? goTo(draftHref(draftId, nextStep('bijlagen')), platform) : done('draft:files.savedFlash');
});

export const meta = pageTitle<typeof loader>((t) => t('draft:step.bijlagen'));

export default function AttachmentsPage() {
  const { id, attachments, isChecked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(['draft', 'initiatives']);
  const undescribed = isChecked && attachments.some(({ kind, description }) => kind === 'image' && description === '');
  const previous = previousStep('bijlagen') ?? 'bijlagen';
  return (
    <>
      {answer === undefined ? null : <Notice tone="danger" role="alert" title={answer.refusal} />}
      {undescribed ? <Notice tone="danger" title={t('initiatives:mistake.describeImages')} /> : null}
      {attachments.length === 0 ? (
        <p className="text-ink-soft">{t('files.none')}</p>
      ) : (
        <Section title={t('files.added')}>
          <AddedFiles attachments={attachments} typed={answer?.descriptions ?? {}} isChecked={isChecked} />
        </Section>
      )}
      {attachments.length < attachmentLimits.files ? (
        <Section title={t('files.add')}>
          <AddFile description={answer?.description ?? ''} />
        </Section>
      ) : (
        <Notice title={t('files.full', { count: attachmentLimits.files })} />
      )}
      <ButtonRow>
        {attachments.length === 0 ? (
          <ButtonLink href={draftHref(id, nextStep('bijlagen'))}>{t('frame.next')}</ButtonLink>
        ) : (
          <button type="submit" form="bestanden" name="intent" value="next" className="button button-main">
            {t('frame.next')}
          </button>
        )}
        <ButtonLink href={draftHref(id, previous)} tone="text">
          {t('frame.back')}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
