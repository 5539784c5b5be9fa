import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import type { ActivityContent } from '../activity.ts';
import { mayCoordinate } from '../policy.ts';
import { activityRefusals, type ActivityRefusal } from '../refusals.ts';
import { activityColumns } from './activity-columns.server.ts';
import { lockActivity } from './lock-activity.server.ts';

export type ChangeActivity = {
  activityId: string;
  /** Of what the coordinator saw. */
  revision: number;
  /** What it becomes, or that it closes: nobody signs up or claims any more, and what is left of its budget is free again. */
  change: { to: ActivityContent } | 'close';
};

export type ChangeActivityRefusal =
  Exclude<PolicyRefusal, 'not-found'> | ActivityRefusal | 'activity-unknown' | 'claims-waiting';

/** A coordinator changes or closes an activity. Rates change for what is claimed from then on. */
export async function changeActivity(
  input: ChangeActivity,
  context: Context<SignedIn>,
): Promise<Outcome<void, ChangeActivityRefusal>> {
  const { actor, now } = context;
  const { activityId: id, revision, change } = input;
  if (!isId(id)) return refused('activity-unknown');
  return inTransaction<void, ChangeActivityRefusal, ActivityRefusal>(
    context,
    async (tx) => {
      const activity = await lockActivity(tx, id);
      if (activity === null) return refused('activity-unknown');
      const allowed = mayCoordinate(actor, activity.bodyId);
      if (!allowed.ok) return allowed;
      if (activity.state === 'closed') return change === 'close' ? accepted() : refused('activity-closed');
      if (activity.revision !== revision) return refused('changed-meanwhile');
      if (change === 'close' && (await tx.allowanceClaim.count({ where: { activityId: id, state: 'claimed' } })) > 0)
        return refused('claims-waiting');
      await tx.activity.update({
        where: { id },
        data: {
          revision: revision + 1,
          changedById: actor.person.id,
          ...(change === 'close' ? { state: 'closed', closedAt: now } : activityColumns(change.to)),
        },
      });
      return accepted();
    },
    { refusals: activityRefusals },
  );
}
