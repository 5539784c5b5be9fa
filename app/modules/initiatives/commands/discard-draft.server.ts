import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { contentOfVersion, lockOwnInitiative, saveDraft } from '../initiative.store.server.ts';

/** Throws away what was typed and not submitted, with its files. What was submitted stays. */
export async function discardDraft(
  input: { draftId: string },
  context: Context<SignedIn>,
): Promise<Outcome<{ slug: string | null }, 'initiative-unknown'>> {
  if (!isId(input.draftId)) return refused('initiative-unknown');
  return inTransaction<{ slug: string | null }, 'initiative-unknown'>(context, async (tx) => {
    const own = await lockOwnInitiative(tx, input.draftId, context.actor.person.id);
    if (!own) return refused('initiative-unknown');
    if (own.stage === 'draft') {
      await tx.attachment.deleteMany({ where: { initiativeId: own.id } });
      await tx.initiative.delete({ where: { id: own.id } });
      return accepted({ slug: null });
    }
    const content = await contentOfVersion(tx, own.id, own.currentVersion);
    const submitted = content?.attachments.map(({ id }) => id) ?? [];
    await tx.attachment.deleteMany({ where: { initiativeId: own.id, removedAt: null, id: { notIn: submitted } } });
    if (own.draft) await saveDraft(tx, own.id, null, context.now);
    return accepted({ slug: own.slug });
  });
}
