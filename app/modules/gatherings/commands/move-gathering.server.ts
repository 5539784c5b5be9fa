import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { accessOf, lockGathering } from '../gathering.store.server.ts';
import { canMove, doorOpensAt, gatheringState } from '../gathering.ts';
import { gatheringRefusals } from '../refusals.ts';
import { tellEverybody } from './plan-gathering.server.ts';

export type MoveGathering = {
  gatheringId: string;
  /** Of what the organiser saw. */
  revision: number;
  /** `reason`: what people read who wanted to come. */
  to: { state: 'announced' | 'begun' | 'closed' } | { state: 'cancelled'; reason: string };
};

export type MoveRefusal =
  | 'gathering-unknown'
  | 'changed-meanwhile'
  | 'move-not-allowed'
  | 'in-the-past'
  | 'too-early'
  | (typeof gatheringRefusals)[keyof typeof gatheringRefusals];

/** Whoever runs a gathering announces, begins, closes or cancels it. Everybody who comes or waits hears that it is cancelled. */
export async function moveGathering(
  input: MoveGathering,
  context: Context<SignedIn>,
): Promise<Outcome<void, MoveRefusal>> {
  const { actor, now } = context;
  const { gatheringId: id, revision, to } = input;
  if (!isId(id)) return refused('gathering-unknown');
  return inTransaction<void, MoveRefusal, MoveRefusal>(
    context,
    async (tx) => {
      const gathering = await lockGathering(tx, id);
      if (gathering === null || (await accessOf(tx, actor, id)) !== 'run') return refused('gathering-unknown');
      if (gathering.state === to.state) return accepted();
      if (gathering.revision !== revision) return refused('changed-meanwhile');
      if (!canMove(gatheringState(gathering.state), to.state)) return refused('move-not-allowed');
      if (to.state === 'announced' && gathering.startsAt <= now) return refused('in-the-past');
      // from then on nobody can register any more
      if (to.state === 'begun' && now < doorOpensAt(gathering.startsAt)) return refused('too-early');
      const moment = {
        announced: { announcedAt: now },
        begun: { begunAt: now },
        closed: { closedAt: now },
        cancelled: { cancelledAt: now },
      }[to.state];
      const why = to.state === 'cancelled' ? { cancelReason: to.reason } : {};
      await tx.gathering.update({
        where: { id },
        data: { state: to.state, revision: revision + 1, changedAt: now, ...moment, ...why },
      });
      if (to.state === 'cancelled' && gathering.state !== 'concept')
        await tellEverybody(tx, id, 'gathering-cancelled', revision + 1);
      return accepted();
    },
    { refusals: gatheringRefusals },
  );
}
