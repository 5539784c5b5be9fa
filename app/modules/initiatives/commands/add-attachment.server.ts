import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { attachmentLimits, longestDescription, safeFileName } from '../attachment.ts';
import { cleanFile, type FileRefusal } from '../file-content.server.ts';
import { draftToEdit, lockOwnInitiative } from '../initiative.store.server.ts';
import { mayEditContent } from '../policy.ts';

export type AddAttachment = { draftId: string; fileName: string; bytes: Uint8Array; description: string };

export type AddAttachmentRefusal =
  | FileRefusal
  | 'initiative-unknown'
  | 'stage-does-not-allow'
  | 'too-many-files'
  | 'file-already-there'
  | 'description-too-long';

/**
 * Adds a picture or a PDF to a draft. What is kept is made anew from what came in (see `cleanFile`); it becomes public
 * when the draft is submitted. @returns id of the attachment
 */
export async function addAttachment(
  input: AddAttachment,
  context: Context<SignedIn>,
): Promise<Outcome<string, AddAttachmentRefusal>> {
  if (!isId(input.draftId)) return refused('initiative-unknown');
  const personId = context.actor.person.id;
  // asked first: nobody has work done for somebody else's draft
  const isOwn = await context.database.initiative.count({ where: { id: input.draftId, submitterId: personId } });
  if (isOwn === 0) return refused('initiative-unknown');
  if (input.description.trim().length > longestDescription)
    return refused('description-too-long', { count: longestDescription });
  const cleaned = await cleanFile(input.bytes);
  if (!cleaned.ok) return cleaned;
  const { bytes, ...file } = cleaned.value;
  return inTransaction<string, AddAttachmentRefusal>(context, async (tx) => {
    const own = await lockOwnInitiative(tx, input.draftId, personId);
    if (!own) return refused('initiative-unknown');
    if (!mayEditContent(own.stage)) return refused('stage-does-not-allow');
    const { removedAttachments } = await draftToEdit(tx, own);
    const present = await tx.attachment.findMany({
      where: { initiativeId: own.id, removedAt: null, id: { notIn: removedAttachments } },
      select: { sha256: true, position: true },
    });
    if (present.length >= attachmentLimits.files) return refused('too-many-files', { count: attachmentLimits.files });
    if (present.some(({ sha256 }) => sha256 === file.sha256)) return refused('file-already-there');
    const id = newId(context.now.getTime());
    await tx.attachment.create({
      data: {
        id,
        initiativeId: own.id,
        fileName: safeFileName(input.fileName, file.kind),
        byteSize: bytes.length,
        description: input.description.trim(),
        position: Math.max(-1, ...present.map(({ position }) => position)) + 1,
        uploadedById: personId,
        createdAt: context.now,
        ...file,
        content: { create: { bytes } },
      },
    });
    return accepted(id);
  });
}
