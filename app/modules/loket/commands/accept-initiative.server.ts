import type { Instant } from '#app/kernel/instant.ts';
import { refused, type Outcome } from '#app/kernel/outcome.ts';
import { moveInitiative, type MoveRefusal } from '#app/modules/initiatives/commands/move-initiative.server.ts';
import { inTransaction, type Transaction } from '#app/platform/database.server.ts';
import { judgeEligibility, type EligibilityRefusal, type RuleJudgement, type RuleVerdict } from '../eligibility.ts';
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
      await keepVerdicts(
        tx,
        order.initiativeId,
        taken.value.version,
        verdicts.value,
        taken.value.personId,
        context.now,
      );
      return moved;
    },
    { refusals: loketRefusals },
  );
}

async function keepVerdicts(
  tx: Transaction,
  initiativeId: string,
  version: number,
  verdicts: readonly RuleVerdict[],
  checkedById: string,
  checkedAt: Instant,
): Promise<void> {
  await tx.eligibilityCheck.deleteMany({ where: { initiativeId, version } });
  await tx.eligibilityCheck.createMany({
    data: verdicts.map((verdict) => ({ initiativeId, version, ...verdict, checkedAt, checkedById })),
  });
}
