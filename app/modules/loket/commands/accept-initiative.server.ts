import { refused, type Outcome } from '#app/kernel/outcome.ts';
import { moveInitiative, type MoveRefusal } from '#app/modules/initiatives/commands/move-initiative.server.ts';
import { inTransaction } from '#app/platform/database.server.ts';
import { judgeEligibility, type EligibilityRefusal, type RuleJudgement } from '../eligibility.ts';
import {
  loketRefusals,
  takeInHand,
  type LoketContext,
  type LoketOrder,
  type LoketRefusal,
} from './initiative-at-loket.server.ts';

export type AcceptInitiative = LoketOrder & { judgements: readonly RuleJudgement[] };

/**
 * Lets an initiative through to its body, which plans a round for it. Every published rule is judged for the version
 * that was submitted last, and the judgement is kept with it; a newer one of the same version takes its place.
 * @returns the id of the event on the timeline
 */
export async function acceptInitiative(
  order: AcceptInitiative,
  context: LoketContext,
): Promise<Outcome<string, LoketRefusal | MoveRefusal | EligibilityRefusal | 'body-needed'>> {
  return inTransaction(
    context,
    async (tx) => {
      const taken = await takeInHand(tx, 'accept-initiative', order, context);
      if (!taken.ok) return taken;
      // an accepted plan waits for a round of a body; without one it would wait for ever
      if (taken.value.bodyId === null) return refused('body-needed');
      const rules = await tx.eligibilityRule.findMany({ select: { slug: true }, orderBy: { position: 'asc' } });
      const verdicts = judgeEligibility(
        rules.map(({ slug }) => slug),
        order.judgements,
      );
      if (!verdicts.ok) return verdicts;
      const moved = await moveInitiative(tx, {
        initiativeId: order.initiativeId,
        move: 'accept',
        revision: null,
        reason: order.reason.trim(),
        detail: { version: taken.value.version },
        byBodyId: taken.value.held.bodyId,
        actorId: taken.value.personId,
        at: context.now,
      });
      if (!moved.ok) return moved;
      await tx.eligibilityCheck.createMany({
        data: verdicts.value.map((verdict) => ({
          ...verdict,
          eventId: moved.value,
          initiativeId: order.initiativeId,
          version: taken.value.version,
          checkedAt: context.now,
          checkedById: taken.value.personId,
        })),
      });
      return moved;
    },
    { refusals: loketRefusals },
  );
}
