import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { safeFileName } from '#app/modules/initiatives/attachment.ts';
import { cleanFile, type FileRefusal } from '#app/modules/initiatives/file-content.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Context } from '#app/platform/database.server.ts';
import { mostFilesOfItem } from '../meeting.ts';
import { plansFor } from '../policy.ts';
import { onAgenda, tellItem, type AgendaRefusal } from './change-agenda.server.ts';

type Added = { meetingId: string; itemId: string; fileName: string; bytes: Uint8Array; description: string };

/** Adds a picture or PDF to an item. What is kept is made anew from what came in (see `cleanFile`). */
export async function addMeetingFile(
  { meetingId, itemId, fileName, bytes: typed, description }: Added,
  context: Context<SignedIn>,
): Promise<Outcome<void, AgendaRefusal | FileRefusal | 'too-many-files' | 'file-already-there'>> {
  if (!isId(meetingId) || !isId(itemId)) return refused('item-unknown');
  const meeting = await context.database.meeting.findUnique({ where: { id: meetingId }, select: { bodyId: true } });
  if (meeting === null) return refused('meeting-unknown');
  // asked first: nobody has work done who may not add it
  const allowed = plansFor(context.actor, meeting.bodyId);
  if (!allowed.ok) return allowed;
  const cleaned = await cleanFile(typed);
  if (!cleaned.ok) return cleaned;
  const { bytes, ...file } = cleaned.value;
  return onAgenda<void, 'too-many-files' | 'file-already-there'>(meetingId, context, async (tx, locked) => {
    const item = await tx.meetingItem.findFirst({ where: { id: itemId, meetingId, removedAt: null } });
    if (item === null) return refused('item-unknown');
    const present = await tx.meetingFile.findMany({ where: { itemId, removedAt: null }, select: { sha256: true } });
    if (present.some(({ sha256 }) => sha256 === file.sha256)) return refused('file-already-there');
    if (present.length >= mostFilesOfItem) return refused('too-many-files', { count: mostFilesOfItem });
    await tx.meetingFile.create({
      data: {
        ...{ id: newId(context.now.getTime()), itemId, fileName: safeFileName(fileName, file.kind) },
        ...{ byteSize: bytes.length, description, uploadedById: context.actor.person.id, createdAt: context.now },
        ...file,
        content: { create: { bytes } },
      },
    });
    await tellItem(tx, locked, { kind: 'file-added', title: item.title }, context);
    return accepted();
  });
}

/** Takes a file off an item: its bytes go, and who reads the agenda sees that there was one. */
export async function removeMeetingFile(
  { meetingId, itemId, id }: { meetingId: string; itemId: string; id: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, AgendaRefusal | 'file-unknown'>> {
  if (!isId(itemId) || !isId(id)) return refused('file-unknown');
  return onAgenda<void, 'file-unknown'>(meetingId, context, async (tx, locked) => {
    const file = await tx.meetingFile.findFirst({
      where: { id, itemId, removedAt: null, item: { meetingId } },
      select: { item: { select: { title: true } } },
    });
    if (file === null) return refused('file-unknown');
    await tx.meetingFileContent.deleteMany({ where: { fileId: id } });
    await tx.meetingFile.update({ where: { id }, data: { removedAt: context.now } });
    await tellItem(tx, locked, { kind: 'file-removed', title: file.item.title }, context);
    return accepted();
  });
}
