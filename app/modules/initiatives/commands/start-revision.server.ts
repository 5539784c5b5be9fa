import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { draftToEdit, lockOwnInitiative, saveDraft } from '../initiative.store.server.ts';
import { mayEditContent } from '../policy.ts';

/**
 * Opens a submitted plan for a new version: the draft begins as what was submitted, and the public sees nothing of it
 * until it is submitted. A second time goes on with what was typed.
 * @returns id for the address of the draft
 */
export async function startRevision(
  input: { initiativeId: string },
  context: Context<SignedIn>,
): Promise<Outcome<string, 'initiative-unknown' | 'stage-does-not-allow'>> {
  if (!isId(input.initiativeId)) return refused('initiative-unknown');
  return inTransaction<string, 'initiative-unknown' | 'stage-does-not-allow'>(context, async (tx) => {
    const own = await lockOwnInitiative(tx, input.initiativeId, context.actor.person.id);
    if (!own) return refused('initiative-unknown');
    if (own.stage === 'draft' || !mayEditContent(own.stage)) return refused('stage-does-not-allow');
    if (!own.draft) await saveDraft(tx, own.id, await draftToEdit(tx, own), context.now);
    return accepted(own.id);
  });
}
