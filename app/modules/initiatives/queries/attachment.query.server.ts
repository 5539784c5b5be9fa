import { isId } from '#app/kernel/ids.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { AttachmentKind } from '../attachment.ts';

/** A file with its bytes, for who may see it. */
export type AttachmentFile = {
  kind: AttachmentKind;
  fileName: string;
  contentType: string;
  sha256: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** True when everybody may see it: it belongs to the submitted version. */
  isPublic: boolean;
};

/** @returns null when there is no such file for this person: files of a draft exist for its owner only */
export async function attachmentFile(database: Database, actor: Actor, id: string): Promise<AttachmentFile | null> {
  if (!isId(id)) return null;
  const personId = actor.person?.id ?? null;
  const [row] = await database.$queryRaw<{ isPublic: boolean }[]>`
    select coalesce(i.stage <> 'draft' and v.content -> 'attachments' @> jsonb_build_array(jsonb_build_object('id', a.id::text)), false) as "isPublic"
    from attachment a join initiative i on i.id = a.initiative_id
    left join initiative_version v on v.initiative_id = i.id and v.version = i.current_version
    where a.id = ${id}::uuid and a.removed_at is null
      and (i.submitter_id = ${personId}::uuid
        or (i.stage <> 'draft' and v.content -> 'attachments' @> jsonb_build_array(jsonb_build_object('id', a.id::text))))`;
  if (!row) return null;
  const file = await database.attachment.findUnique({
    where: { id },
    select: { kind: true, fileName: true, contentType: true, sha256: true, content: { select: { bytes: true } } },
  });
  if (!file?.content) return null;
  const { content, ...rest } = file;
  return { ...rest, kind: rest.kind === 'image' ? 'image' : 'pdf', bytes: content.bytes, isPublic: row.isPublic };
}

/** Which of these files everybody may see now: they belong to the submitted version of their plan. */
export async function publicAttachments(database: Database, ids: readonly string[]): Promise<Set<string>> {
  const known = ids.filter(isId);
  if (known.length === 0) return new Set();
  const rows = await database.$queryRaw<{ id: string }[]>`
    select a.id::text as id
    from attachment a join initiative i on i.id = a.initiative_id
    join initiative_version v on v.initiative_id = i.id and v.version = i.current_version
    where a.id = any(${known}::uuid[]) and a.removed_at is null and i.stage <> 'draft'
      and v.content -> 'attachments' @> jsonb_build_array(jsonb_build_object('id', a.id::text))`;
  return new Set(rows.map(({ id }) => id));
}
