import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { workshopRefusals } from '../refusals.ts';
import { partIn } from '../taking-part.store.server.ts';

export type PlaceRefusal =
  'not-registered' | 'workshop-unknown' | 'gathering-over' | (typeof workshopRefusals)[keyof typeof workshopRefusals];

export type TakePlace = {
  gatheringId: string;
  /** Of who asks; proved by the caller. */
  registrationId: string | null;
  /** For whom, when crew puts somebody in; left out: for oneself. */
  forId?: string | undefined;
  workshopId: string;
};

/** Somebody takes a place in a workshop, and gives back the one they had in the same turn. Twice is once. */
export async function takeWorkshopPlace(
  { gatheringId, registrationId, forId, workshopId }: TakePlace,
  context: Context<Actor>,
): Promise<Outcome<void, PlaceRefusal>> {
  if (!isId(workshopId)) return refused('workshop-unknown');
  return inTransaction<void, PlaceRefusal, PlaceRefusal>(
    context,
    async (tx) => {
      const part = await partIn(tx, context.actor, { gatheringId, registrationId });
      const whose = forId === undefined ? part?.registrationId : part?.isCrew === true && isId(forId) ? forId : null;
      if (whose === null || whose === undefined) return refused('not-registered');
      const workshop = await tx.gatheringWorkshop.findUnique({ where: { id: workshopId } });
      if (workshop?.gatheringId !== gatheringId) return refused('workshop-unknown');
      const key = { registrationId: whose, turn: workshop.turn };
      // two posts of one person wait for each other, also where there is no row yet
      await tx.$queryRaw`select 1 from gathering_registration where id = ${whose}::uuid for no key update`;
      const before = await tx.gatheringWorkshopPlace.findUnique({ where: { registrationId_turn: key } });
      if (before?.workshopId === workshopId) return accepted();
      const place = { workshopId, takenAt: context.now };
      await tx.gatheringWorkshopPlace.upsert({
        where: { registrationId_turn: key },
        create: { ...key, ...place },
        update: place,
      });
      return accepted();
    },
    { refusals: workshopRefusals },
  );
}

/** Gives a place back, so that somebody else can have it. */
export async function giveBackPlace(
  { gatheringId, registrationId, forId, workshopId }: TakePlace,
  context: Context<Actor>,
): Promise<Outcome<void, PlaceRefusal>> {
  if (!isId(workshopId)) return refused('workshop-unknown');
  return inTransaction<void, PlaceRefusal>(context, async (tx) => {
    const part = await partIn(tx, context.actor, { gatheringId, registrationId });
    const whose = forId === undefined ? part?.registrationId : part?.isCrew === true && isId(forId) ? forId : null;
    if (whose === null || whose === undefined) return refused('not-registered');
    const runs = await tx.gathering.count({ where: { id: gatheringId, state: { in: ['announced', 'begun'] } } });
    if (runs === 0) return refused('gathering-over');
    await tx.gatheringWorkshopPlace.deleteMany({
      where: { registrationId: whose, workshopId, workshop: { gatheringId } },
    });
    return accepted();
  });
}
