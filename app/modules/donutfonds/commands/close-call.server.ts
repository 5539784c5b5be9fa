import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { lockCall } from '../donutfonds.store.server.ts';
import { mayManage, type RoleRefusal } from '../policy.ts';

export type CloseCallRefusal = RoleRefusal | 'call-unknown' | 'still-open';

/**
 * Closes a call after its last day: applications stay as they are from here on. Closing again changes nothing.
 * Before that day nobody can close it: it was promised.
 */
export async function closeCall(
  { callId }: { callId: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, CloseCallRefusal>> {
  const { actor, now } = context;
  if (!isId(callId)) return refused('call-unknown');
  return inTransaction<void, CloseCallRefusal>(context, async (tx) => {
    const call = await lockCall(tx, callId, 'update');
    if (call === null) return refused('call-unknown');
    const allowed = mayManage(actor, call.bodyId);
    if (!allowed.ok) return allowed;
    if (call.state !== 'open') return accepted();
    if (dayInAmsterdam(now) <= call.closesOn) return refused('still-open');
    await tx.donutCall.update({
      where: { id: callId },
      data: { state: 'closed', closedById: actor.person.id, closedAt: now },
    });
    return accepted();
  });
}
