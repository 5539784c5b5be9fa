import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { lockActivity } from './lock-activity.server.ts';

export type TakePartRefusal = 'activity-unknown' | 'activity-closed';

/** Somebody signs up for an activity, or leaves it. Who left can sign up again; hours that were claimed stay. */
export async function takePart(
  { activityId, takesPart }: { activityId: string; takesPart: boolean },
  { actor, now, database }: Context<SignedIn>,
): Promise<Outcome<void, TakePartRefusal>> {
  if (!isId(activityId)) return refused('activity-unknown');
  const personId = actor.person.id;
  return inTransaction<void, TakePartRefusal, TakePartRefusal>(
    { database },
    async (tx) => {
      const activity = await lockActivity(tx, activityId);
      if (activity === null) return refused('activity-unknown');
      const key = { activityId_personId: { activityId, personId } };
      const row = await tx.activityVolunteer.findUnique({ where: key });
      if (takesPart === (row !== null && row.leftAt === null)) return accepted();
      if (takesPart && activity.state === 'closed') return refused('activity-closed');
      if (row === null)
        await tx.activityVolunteer.create({ data: { activityId, personId, signedUpById: personId, signedUpAt: now } });
      else await tx.activityVolunteer.update({ where: key, data: { leftAt: takesPart ? null : now } });
      return accepted();
    },
    { refusals: { activity_closed: 'activity-closed' } },
  );
}
