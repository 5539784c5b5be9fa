import { isId } from '#app/kernel/ids.ts';
import { refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { lockOwnInitiative, saveDraft } from '../initiative.store.server.ts';
import { moveInitiative, type MoveRefusal } from './move-initiative.server.ts';

export type WithdrawInitiative = {
  initiativeId: string;
  revision: number;
  /** Key of the form, so that a double post does nothing. */
  formKey: string;
  /** Public. */
  reason: string;
};

/** Takes a submitted plan out of the way to a decision. It stays public, with the reason. @returns id of the event */
export async function withdrawInitiative(
  input: WithdrawInitiative,
  context: Context<SignedIn>,
): Promise<Outcome<string, MoveRefusal | 'already-done'>> {
  if (!isId(input.initiativeId)) return refused('initiative-unknown');
  return inTransaction<string, MoveRefusal, 'already-done'>(
    context,
    async (tx) => {
      await tx.formKey.create({ data: { key: input.formKey, command: 'withdraw-initiative' } });
      const own = await lockOwnInitiative(tx, input.initiativeId, context.actor.person.id);
      if (!own || own.stage === 'draft') return refused('initiative-unknown');
      const moved = await moveInitiative(tx, {
        initiativeId: own.id,
        move: 'withdraw',
        revision: input.revision,
        reason: input.reason,
        actorId: context.actor.person.id,
        at: context.now,
      });
      if (moved.ok && own.draft) await saveDraft(tx, own.id, null, context.now);
      return moved;
    },
    { refusals: { form_key_pkey: 'already-done' } },
  );
}
