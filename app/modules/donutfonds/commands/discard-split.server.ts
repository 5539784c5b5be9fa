import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { longestText } from '../call.ts';
import { lockCall } from '../donutfonds.store.server.ts';
import { mayConfirmSplit, mayManage, type RoleRefusal } from '../policy.ts';

export type DiscardSplitRefusal = RoleRefusal | 'split-unknown' | 'interest' | 'text-length' | 'already-confirmed';

/** Lays a proposed split aside with a reason, so that another can be made. Doing so again changes nothing. */
export async function discardSplit(
  input: { splitId: string; reason: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, DiscardSplitRefusal>> {
  const { actor, now } = context;
  const { splitId } = input;
  if (!isId(splitId)) return refused('split-unknown');
  const reason = input.reason.trim();
  if (reason === '' || reason.length > longestText.reason) return refused('text-length');
  return inTransaction<void, DiscardSplitRefusal, DiscardSplitRefusal>(
    context,
    async (tx) => {
      const found = await tx.donutSplit.findUnique({ where: { id: splitId }, select: { callId: true } });
      const call = found === null ? null : await lockCall(tx, found.callId, 'update');
      if (call === null) return refused('split-unknown');
      const manages = mayManage(actor, call.bodyId);
      const allowed = manages.ok ? manages : mayConfirmSplit(actor, call.bodyId);
      if (!allowed.ok) return allowed;
      const split = await tx.donutSplit.findUniqueOrThrow({ where: { id: splitId }, select: { state: true } });
      if (split.state === 'discarded') return accepted();
      if (split.state === 'confirmed') return refused('already-confirmed');
      await tx.donutSplit.update({
        where: { id: splitId },
        data: { state: 'discarded', discardedById: actor.person.id, discardedAt: now, discardReason: reason },
      });
      return accepted();
    },
    { refusals: { donut_split_without_interest: 'interest' } },
  );
}
