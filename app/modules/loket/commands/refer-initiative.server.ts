import { isId } from '#app/kernel/ids.ts';
import { refused, type Outcome } from '#app/kernel/outcome.ts';
import { moveInitiative, type MoveRefusal } from '#app/modules/initiatives/commands/move-initiative.server.ts';
import { inTransaction } from '#app/platform/database.server.ts';
import { receivingKinds } from '../referral.ts';
import {
  loketRefusals,
  takeInHand,
  type LoketContext,
  type LoketOrder,
  type LoketRefusal,
} from './initiative-at-loket.server.ts';

export type ReferInitiative = LoketOrder & { toBodyId: string };

/**
 * Gives an initiative to another opgaveteam, wijkalliantie or werkgroep, whose loket checks it from the start.
 * @returns the id of the event on the timeline
 */
export async function referInitiative(
  order: ReferInitiative,
  context: LoketContext,
): Promise<Outcome<string, LoketRefusal | MoveRefusal | 'body-cannot-receive' | 'body-has-it-already'>> {
  return inTransaction(
    context,
    async (tx) => {
      const taken = await takeInHand(tx, 'refer-initiative', order, context);
      if (!taken.ok) return taken;
      const body = isId(order.toBodyId)
        ? await tx.body.findUnique({
            where: { id: order.toBodyId },
            select: { id: true, kind: true, name: true, slug: true },
          })
        : null;
      if (body === null || !receivingKinds.some((kind) => kind === body.kind)) return refused('body-cannot-receive');
      if (body.id === taken.value.bodyId) return refused('body-has-it-already');
      return moveInitiative(tx, {
        initiativeId: order.initiativeId,
        move: 'refer',
        revision: null,
        reason: order.reason.trim(),
        detail: { version: taken.value.version, toBody: body.name, toBodySlug: body.slug },
        bodyId: body.id,
        byBodyId: taken.value.held.bodyId,
        actorId: taken.value.personId,
        at: context.now,
      });
    },
    { refusals: loketRefusals },
  );
}
