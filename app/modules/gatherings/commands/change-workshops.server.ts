import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { accessOf, lockGathering } from '../gathering.store.server.ts';
import { workshopRefusals } from '../refusals.ts';

export type WorkshopContent = { turn: number; title: string; about: string; room: string; capacity: number };

export type ChangeWorkshopRefusal =
  | 'gathering-unknown'
  | 'workshop-unknown'
  | 'gathering-over'
  | 'changed-meanwhile'
  | 'form-key-invalid'
  | (typeof workshopRefusals)[keyof typeof workshopRefusals];

/**
 * Whoever runs a gathering makes a workshop or changes one. A workshop keeps its turn, and as many places as are taken.
 * @param input.id made by the form, so that a double post makes one
 * @param input.revision that the form showed; 0 for a new one
 */
export async function saveWorkshop(
  input: { gatheringId: string; id: string; revision: number; content: WorkshopContent },
  context: Context<SignedIn>,
): Promise<Outcome<void, ChangeWorkshopRefusal>> {
  const { gatheringId, id, revision, content } = input;
  if (!isId(gatheringId)) return refused('gathering-unknown');
  if (!isId(id)) return refused('form-key-invalid');
  return inTransaction<void, ChangeWorkshopRefusal, ChangeWorkshopRefusal>(
    context,
    async (tx) => {
      const gathering = await lockGathering(tx, gatheringId);
      if (gathering === null || (await accessOf(tx, context.actor, gatheringId)) !== 'run')
        return refused('gathering-unknown');
      if (gathering.state === 'closed' || gathering.state === 'cancelled') return refused('gathering-over');
      await tx.$queryRaw`select 1 from gathering_workshop where id = ${id}::uuid for no key update`;
      const known = await tx.gatheringWorkshop.findUnique({ where: { id } });
      if (known === null) {
        if (revision !== 0) return refused('workshop-unknown');
        await tx.gatheringWorkshop.create({ data: { id, gatheringId, ...content } });
        return accepted();
      }
      if (known.gatheringId !== gatheringId) return refused('workshop-unknown');
      // posted twice
      if (revision === 0) return accepted();
      if (known.revision !== revision) return refused('changed-meanwhile');
      await tx.gatheringWorkshop.update({ where: { id }, data: { ...content, revision: revision + 1 } });
      return accepted();
    },
    { refusals: workshopRefusals },
  );
}

/** Takes a workshop away, unless somebody has a place in it. */
export async function removeWorkshop(
  { gatheringId, id }: { gatheringId: string; id: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, ChangeWorkshopRefusal>> {
  if (!isId(gatheringId) || !isId(id)) return refused('workshop-unknown');
  return inTransaction<void, ChangeWorkshopRefusal>(context, async (tx) => {
    if ((await accessOf(tx, context.actor, gatheringId)) !== 'run') return refused('gathering-unknown');
    await tx.$queryRaw`select 1 from gathering_workshop where id = ${id}::uuid for update`;
    const taken = await tx.gatheringWorkshopPlace.count({ where: { workshopId: id } });
    if (taken > 0) return refused('places-taken');
    await tx.gatheringWorkshop.deleteMany({ where: { id, gatheringId } });
    return accepted();
  });
}
