import type { Outcome } from '#app/kernel/outcome.ts';
import { moveInitiative, type MoveRefusal } from '#app/modules/initiatives/commands/move-initiative.server.ts';
import { inTransaction } from '#app/platform/database.server.ts';
import {
  loketRefusals,
  takeInHand,
  type LoketContext,
  type LoketOrder,
  type LoketRefusal,
} from './initiative-at-loket.server.ts';

/**
 * Asks the submitter something; `reason` is the question. Until the answer comes the plan waits for the submitter.
 * @returns the id of the event on the timeline
 */
export async function askQuestion(
  order: LoketOrder,
  context: LoketContext,
): Promise<Outcome<string, LoketRefusal | MoveRefusal>> {
  return inTransaction(
    context,
    async (tx) => {
      const taken = await takeInHand(tx, 'ask-question', order, context);
      if (!taken.ok) return taken;
      return moveInitiative(tx, {
        initiativeId: order.initiativeId,
        move: 'ask-question',
        revision: null,
        reason: order.reason.trim(),
        detail: { version: taken.value.version },
        byBodyId: taken.value.held.bodyId,
        actorId: taken.value.personId,
        at: context.now,
      });
    },
    { refusals: loketRefusals },
  );
}
