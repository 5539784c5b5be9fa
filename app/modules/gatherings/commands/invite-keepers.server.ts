import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { accessOf, lockGathering } from '../gathering.store.server.ts';
import { mailInvitation } from '../jobs.server.ts';
import { keepersToInvite } from '../keepers.store.server.ts';

export type InviteRefusal = 'gathering-unknown' | 'gathering-not-open';

/**
 * Mails who keeps a portfolio in the area of a gathering, once, and only who wants mails about their plans. Nobody learns who they are.
 * @returns how many were invited now
 */
export async function inviteKeepers(
  input: { gatheringId: string },
  context: Context<SignedIn>,
): Promise<Outcome<number, InviteRefusal>> {
  const { actor, now } = context;
  const { gatheringId } = input;
  if (!isId(gatheringId)) return refused('gathering-unknown');
  return inTransaction(context, async (tx) => {
    const gathering = await lockGathering(tx, gatheringId);
    if (gathering === null || (await accessOf(tx, actor, gatheringId)) !== 'run') return refused('gathering-unknown');
    if (gathering.state !== 'announced' || gathering.startsAt <= now) return refused('gathering-not-open');
    const people = await keepersToInvite(tx, gatheringId);
    await tx.gatheringInvitation.createMany({
      data: people.map((personId) => ({ gatheringId, personId, invitedAt: now })),
    });
    for (const personId of people)
      await enqueue(tx, mailInvitation, { gatheringId, personId }, `gathering-invitation:${gatheringId}:${personId}`);
    return accepted(people.length);
  });
}
