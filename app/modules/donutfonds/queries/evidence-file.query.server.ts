import { isId } from '#app/kernel/ids.ts';
import type { AttachmentKind } from '#app/modules/initiatives/attachment.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { mayReadCall } from '../policy.ts';

export type EvidenceFile = {
  kind: AttachmentKind;
  fileName: string;
  contentType: string;
  sha256: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** True when everybody may see it: the organisation agreed, and the call was decided. */
  isPublic: boolean;
};

/**
 * The document of an application with its bytes: for everybody where that was agreed, for members of the organisation, for
 * the people of the fund, and for its uploader while it waits for the form.
 * @returns null when there is no such document for this person
 */
export async function evidenceFile(database: Database, actor: Actor, id: string): Promise<EvidenceFile | null> {
  if (!isId(id)) return null;
  const row = await database.donutEvidence.findUnique({
    where: { id },
    select: {
      kind: true,
      fileName: true,
      contentType: true,
      sha256: true,
      uploadedById: true,
      application: {
        select: {
          state: true,
          organisationId: true,
          publishEvidence: true,
          call: { select: { state: true, bodyId: true } },
        },
      },
    },
  });
  if (row === null) return null;
  const { application, uploadedById, ...file } = row;
  const isPublic =
    application?.publishEvidence === true && application.state === 'submitted' && application.call.state === 'decided';
  const mayRead =
    isPublic ||
    (application === null
      ? uploadedById === actor.person?.id
      : actor.organisations.some((one) => one.id === application.organisationId) ||
        mayReadCall(actor, application.call.bodyId).ok);
  if (!mayRead) return null;
  const content = await database.donutEvidenceContent.findUnique({ where: { evidenceId: id } });
  if (content === null) return null;
  return { ...file, kind: file.kind === 'image' ? 'image' : 'pdf', bytes: content.bytes, isPublic };
}
