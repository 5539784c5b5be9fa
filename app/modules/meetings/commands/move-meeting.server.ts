import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailRequest } from '../jobs.server.ts';
import { countChange, lockMeeting, tellChange } from '../meeting.store.server.ts';
import { plansFor } from '../policy.ts';
import { meetingRefusals } from '../refusals.ts';

type RuleRefusal = (typeof meetingRefusals)[keyof typeof meetingRefusals];
export type MoveRefusal =
  Exclude<PolicyRefusal, 'not-found'> | RuleRefusal | 'meeting-unknown' | 'move-not-allowed' | 'not-announced';

export type MoveMeeting = {
  meetingId: string;
  revision: number;
  to: { kind: 'announced' } | { kind: 'agenda-published' } | { kind: 'cancelled'; reason: string };
};

/**
 * Announces a meeting, publishes its agenda, or cancels it with a reason. A meeting is never deleted. What was put forward for a
 * cancelled meeting waits for an answer again, and who asked hears of it.
 */
export async function moveMeeting(
  { meetingId: id, revision, to }: MoveMeeting,
  context: Context<SignedIn>,
): Promise<Outcome<void, MoveRefusal>> {
  const { actor, now } = context;
  if (!isId(id)) return refused('meeting-unknown');
  return inTransaction<void, MoveRefusal, RuleRefusal>(
    context,
    async (tx) => {
      const meeting = await lockMeeting(tx, id);
      if (meeting === null) return refused('meeting-unknown');
      const allowed = plansFor(actor, meeting.bodyId);
      if (!allowed.ok) return allowed;
      if (meeting.state === to.kind || (to.kind === 'agenda-published' && meeting.agendaPublishedAt !== null))
        return accepted();
      if (meeting.revision !== revision) return refused('changed-meanwhile');
      if (meeting.state === 'cancelled') return refused('meeting-cancelled');
      if (to.kind === 'agenda-published' && meeting.state !== 'announced') return refused('not-announced');
      // before the meeting itself is cancelled, because a cancelled one does not change
      if (to.kind === 'cancelled') await giveBackRequests(tx, id);
      await tx.meeting.update({
        where: { id },
        data:
          to.kind === 'agenda-published'
            ? { agendaPublishedAt: now }
            : { state: to.kind, ...(to.kind === 'cancelled' ? { cancelReason: to.reason } : {}) },
      });
      if (to.kind !== 'cancelled') await countChange(tx, id, now);
      const text = to.kind === 'cancelled' ? to.reason : '';
      if (meeting.state !== 'concept' || to.kind === 'announced')
        await tellChange(tx, { meetingId: id, kind: to.kind, text, changedById: actor.person.id }, now);
      return accepted();
    },
    { refusals: meetingRefusals },
  );
}

async function giveBackRequests(tx: Transaction, meetingId: string): Promise<void> {
  const items = await tx.meetingItem.findMany({
    where: { meetingId, OR: [{ requestId: { not: null } }, { gatheringItemId: { not: null } }] },
    select: { id: true, requestId: true },
  });
  for (const { id, requestId } of items) {
    // the item stays with the cancelled meeting, without what can be placed on another one now
    await tx.meetingItem.update({ where: { id }, data: { requestId: null, gatheringItemId: null } });
    if (requestId !== null) await askAgain(tx, requestId, id);
  }
}

/** What was placed waits for an answer again, and who asked hears of it. @param once what happened, so that one mail is sent of it */
export async function askAgain(tx: Transaction, requestId: string, once: string): Promise<void> {
  const request = await tx.meetingRequest.update({
    where: { id: requestId },
    data: { state: 'asked', answeredAt: null, answeredById: null, revision: { increment: 1 } },
    select: { askedById: true },
  });
  if (request.askedById !== null)
    await enqueue(
      tx,
      mailRequest,
      { requestId, personId: request.askedById, news: 'request-back' },
      `meeting-request:${requestId}:back:${once}`,
    );
}
