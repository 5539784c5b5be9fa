import { newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { safeFileName } from '#app/modules/initiatives/attachment.ts';
import { cleanFile, type FileRefusal } from '#app/modules/initiatives/file-content.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';

/** Documents that may wait for a form; the oldest go. */
const mostWaiting = 4;

/**
 * Keeps a document for its uploader until the form beside it is right, so that a mistake in the form does not lose it.
 * What is kept is made anew from what came in, as for files of plans (`cleanFile`).
 * @returns id of the document
 */
export async function keepEvidence(
  input: { fileName: string; bytes: Uint8Array },
  context: Context<SignedIn>,
): Promise<Outcome<string, FileRefusal | 'organisation-unknown'>> {
  const { actor, now } = context;
  // nobody has work done who cannot apply for anybody
  if (actor.organisations.length === 0) return refused('organisation-unknown');
  const cleaned = await cleanFile(input.bytes);
  if (!cleaned.ok) return cleaned;
  const { bytes, ...file } = cleaned.value;
  const uploadedById = actor.person.id;
  return inTransaction<string, never>(context, async (tx) => {
    const waiting = await tx.donutEvidence.findMany({
      where: { uploadedById, applicationId: null },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: mostWaiting - 1,
      select: { id: true },
    });
    await tx.donutEvidence.deleteMany({ where: { id: { in: waiting.map(({ id }) => id) }, applicationId: null } });
    const id = newId(now.getTime());
    await tx.donutEvidence.create({
      data: {
        id,
        fileName: safeFileName(input.fileName, file.kind),
        byteSize: bytes.length,
        uploadedById,
        createdAt: now,
        ...file,
        content: { create: { bytes } },
      },
    });
    return accepted(id);
  });
}
