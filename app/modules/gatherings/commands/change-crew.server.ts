import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { createPerson } from '#app/modules/people/commands/create-person.server.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { accessOf, lockGathering } from '../gathering.store.server.ts';
import { mailCrew } from '../jobs.server.ts';

export type CrewRefusal = 'gathering-unknown' | 'gathering-over';

/**
 * Whoever runs a gathering asks somebody to run it too, or to help at the door. Who has no account gets one on that address; the
 * answer does not tell whether there was one.
 */
export async function addToCrew(
  input: { gatheringId: string; email: string; task: 'organiser' | 'helper' },
  context: Context<SignedIn>,
): Promise<Outcome<void, CrewRefusal>> {
  const { actor, now } = context;
  const { gatheringId, email, task } = input;
  if (!isId(gatheringId)) return refused('gathering-unknown');
  return inTransaction(context, async (tx) => {
    const gathering = await lockGathering(tx, gatheringId);
    if (gathering === null || (await accessOf(tx, actor, gatheringId)) !== 'run') return refused('gathering-unknown');
    if (gathering.state === 'closed' || gathering.state === 'cancelled') return refused('gathering-over');
    const { personId } = await createPerson(tx, { email, name: '', locale: 'nl', now });
    const key = { gatheringId_personId: { gatheringId, personId } };
    const before = await tx.gatheringCrew.findUnique({ where: key });
    if (before?.task === task) return accepted();
    const added = { task, addedById: actor.person.id, addedAt: now };
    await tx.gatheringCrew.upsert({ where: key, create: { gatheringId, personId, ...added }, update: added });
    await enqueue(tx, mailCrew, { gatheringId, personId }, `gathering-crew:${gatheringId}:${personId}`);
    return accepted();
  });
}

/** Takes somebody off it again. */
export async function removeFromCrew(
  input: { gatheringId: string; personId: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, 'gathering-unknown'>> {
  const { gatheringId, personId } = input;
  if (!isId(gatheringId) || !isId(personId)) return refused('gathering-unknown');
  return inTransaction(context, async (tx) => {
    if ((await accessOf(tx, context.actor, gatheringId)) !== 'run') return refused('gathering-unknown');
    await tx.gatheringCrew.deleteMany({ where: { gatheringId, personId } });
    return accepted();
  });
}
