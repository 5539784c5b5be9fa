import { isId } from '#app/kernel/ids.ts';
import { refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { lockOwnInitiative } from '../initiative.store.server.ts';
import { moveInitiative, type MoveRefusal } from './move-initiative.server.ts';

export type AnswerQuestion = {
  initiativeId: string;
  revision: number;
  /** Key of the form, so that a double post does nothing. */
  formKey: string;
  /** Public. */
  answer: string;
};

/**
 * Answers the loket's question in words. Who changes the plan at the same time submits the new version instead, which
 * carries the answer (see `submitInitiative`). @returns id of the event
 */
export async function answerQuestion(
  input: AnswerQuestion,
  context: Context<SignedIn>,
): Promise<Outcome<string, MoveRefusal | 'already-done'>> {
  if (!isId(input.initiativeId)) return refused('initiative-unknown');
  return inTransaction<string, MoveRefusal, 'already-done'>(
    context,
    async (tx) => {
      await tx.formKey.create({ data: { key: input.formKey, command: 'answer-question' } });
      const own = await lockOwnInitiative(tx, input.initiativeId, context.actor.person.id);
      if (!own || own.stage === 'draft') return refused('initiative-unknown');
      return moveInitiative(tx, {
        initiativeId: own.id,
        move: 'answer-question',
        revision: input.revision,
        reason: input.answer,
        actorId: context.actor.person.id,
        at: context.now,
      });
    },
    { refusals: { form_key_pkey: 'already-done' } },
  );
}
