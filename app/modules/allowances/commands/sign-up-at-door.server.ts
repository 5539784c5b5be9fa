import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { createPerson } from '#app/modules/people/commands/create-person.server.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mayCoordinate } from '../policy.ts';
import { mailSignedUp } from '../jobs.server.ts';
import { hasInterestInActivity } from '../interest.store.server.ts';
import { lockActivity } from './lock-activity.server.ts';

export type SignUpAtDoor = { activityId: string; email: string; name: string };

export type SignUpAtDoorRefusal =
  Exclude<PolicyRefusal, 'not-found'> | 'activity-unknown' | 'activity-closed' | 'interest';

/**
 * A coordinator signs somebody up who stands at the door. Who has no account gets one on that address; what an existing account
 * says of itself stays as it is, and the answer does not tell whether there was one. They get a mail, with where to see their hours.
 */
export async function signUpAtDoor(
  input: SignUpAtDoor,
  context: Context<SignedIn>,
): Promise<Outcome<void, SignUpAtDoorRefusal>> {
  const { actor, now } = context;
  const { activityId } = input;
  if (!isId(activityId)) return refused('activity-unknown');
  return inTransaction<void, SignUpAtDoorRefusal, SignUpAtDoorRefusal>(
    context,
    async (tx) => {
      const activity = await lockActivity(tx, activityId);
      if (activity === null) return refused('activity-unknown');
      const allowed = mayCoordinate(actor, activity.bodyId);
      if (!allowed.ok) return allowed;
      if (activity.state === 'closed') return refused('activity-closed');
      // who signed up before passes the trigger `volunteer_without_interest`, and must not tell that they did
      if (await hasInterestInActivity(tx, actor.person.id, activityId)) return refused('interest');
      const name = input.name.trim();
      const { personId } = await createPerson(tx, { email: input.email, name, locale: 'nl', now });
      const key = { activityId_personId: { activityId, personId } };
      const known = await tx.activityVolunteer.findUnique({ where: key, select: { leftAt: true } });
      await tx.activityVolunteer.upsert({
        where: key,
        create: { activityId, personId, signedUpById: actor.person.id, signedUpAt: now, writtenName: name },
        update: { leftAt: null, writtenName: name },
      });
      if (known === null || known.leftAt !== null)
        await enqueue(tx, mailSignedUp, { activityId, personId }, `mail-signed-up:${activityId}:${personId}`);
      return accepted();
    },
    { refusals: { activity_closed: 'activity-closed', volunteer_without_interest: 'interest' } },
  );
}
