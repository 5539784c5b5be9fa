import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { longestDescription } from '../attachment.ts';
import {
  contentOfVersion,
  draftToEdit,
  lockOwnInitiative,
  saveDraft,
  type OwnInitiative,
} from '../initiative.store.server.ts';
import { mayEditContent } from '../policy.ts';

export type AttachmentRefusal =
  'initiative-unknown' | 'stage-does-not-allow' | 'attachment-unknown' | 'description-too-long';

/** Says what files show. */
export async function describeAttachments(
  input: { draftId: string; descriptions: ReadonlyMap<string, string> },
  context: Context<SignedIn>,
): Promise<Outcome<void, AttachmentRefusal>> {
  return onOwnDraft(input.draftId, context, async (tx, own) => {
    for (const [id, description] of input.descriptions) {
      if (description.trim().length > longestDescription)
        return refused('description-too-long', { count: longestDescription });
      if (!isId(id)) return refused('attachment-unknown');
      const { count } = await tx.attachment.updateMany({
        where: { id, initiativeId: own.id, removedAt: null },
        data: { description: description.trim() },
      });
      if (count === 0) return refused('attachment-unknown');
    }
    return accepted();
  });
}

/** Takes a file out of a draft. A file of the submitted version stays until the new version is submitted without it. */
export async function removeAttachment(
  input: { draftId: string; attachmentId: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, AttachmentRefusal>> {
  if (!isId(input.attachmentId)) return refused('attachment-unknown');
  return onOwnDraft(input.draftId, context, async (tx, own) => {
    const where = { id: input.attachmentId, initiativeId: own.id, removedAt: null };
    const content = await contentOfVersion(tx, own.id, own.currentVersion);
    const isSubmitted = content?.attachments.some(({ id }) => id === input.attachmentId) ?? false;
    if (!isSubmitted) {
      const { count } = await tx.attachment.deleteMany({ where });
      return count === 0 ? refused('attachment-unknown') : accepted();
    }
    const draft = await draftToEdit(tx, own);
    if (draft.removedAttachments.includes(input.attachmentId)) return accepted();
    await saveDraft(
      tx,
      own.id,
      { ...draft, removedAttachments: [...draft.removedAttachments, input.attachmentId] },
      context.now,
    );
    return accepted();
  });
}

async function onOwnDraft(
  draftId: string,
  context: Context<SignedIn>,
  work: (tx: Transaction, own: OwnInitiative) => Promise<Outcome<void, AttachmentRefusal>>,
): Promise<Outcome<void, AttachmentRefusal>> {
  if (!isId(draftId)) return refused('initiative-unknown');
  return inTransaction<void, AttachmentRefusal>(context, async (tx) => {
    const own = await lockOwnInitiative(tx, draftId, context.actor.person.id);
    if (!own) return refused('initiative-unknown');
    return mayEditContent(own.stage) ? work(tx, own) : refused('stage-does-not-allow');
  });
}
