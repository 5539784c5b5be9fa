import { isId } from '#app/kernel/ids.ts';
import type { AttachmentKind } from '#app/modules/initiatives/attachment.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { accessTo } from '../policy.ts';

export type MeetingFileView = {
  kind: AttachmentKind;
  fileName: string;
  contentType: string;
  sha256: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** True when everybody may see it: the agenda is published. */
  isPublic: boolean;
};

/** A file with an agenda, with its bytes; null when there is none for this person. */
export async function meetingFile(database: Database, actor: Actor, id: string): Promise<MeetingFileView | null> {
  if (!isId(id)) return null;
  const row = await database.meetingFile.findFirst({
    where: { id, removedAt: null },
    select: {
      ...{ kind: true, fileName: true, contentType: true, sha256: true },
      item: { select: { removedAt: true, meeting: { select: { bodyId: true, agendaPublishedAt: true } } } },
    },
  });
  if (row === null) return null;
  const { item, ...file } = row;
  const isPublic = item.meeting.agendaPublishedAt !== null && item.removedAt === null;
  if (!isPublic && accessTo(actor, item.meeting.bodyId) === null) return null;
  const content = await database.meetingFileContent.findUnique({ where: { fileId: id } });
  if (content === null) return null;
  return { ...file, kind: file.kind === 'image' ? 'image' : 'pdf', bytes: content.bytes, isPublic };
}
