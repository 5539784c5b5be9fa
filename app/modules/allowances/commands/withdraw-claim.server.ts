import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { lockActivity } from './lock-activity.server.ts';

export type WithdrawClaimRefusal = 'claim-unknown' | 'answered-already';

/** Who worked, or who claimed it for them, takes a claim back that was not answered yet: what was claimed never changes. */
export async function withdrawClaim(
  { claimId }: { claimId: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, WithdrawClaimRefusal>> {
  const { actor, now } = context;
  if (!isId(claimId)) return refused('claim-unknown');
  const me = actor.person.id;
  return inTransaction<void, WithdrawClaimRefusal, WithdrawClaimRefusal>(
    context,
    async (tx) => {
      const found = await tx.allowanceClaim.findFirst({
        where: { id: claimId, OR: [{ personId: me }, { claimedById: me }] },
        select: { activityId: true },
      });
      if (found === null) return refused('claim-unknown');
      await lockActivity(tx, found.activityId);
      const claim = await tx.allowanceClaim.findUniqueOrThrow({ where: { id: claimId }, select: { state: true } });
      if (claim.state === 'withdrawn') return accepted();
      if (claim.state !== 'claimed') return refused('answered-already');
      await tx.allowanceClaim.update({
        where: { id: claimId },
        data: { state: 'withdrawn', answeredById: me, answeredAt: now },
      });
      return accepted();
    },
    { refusals: { claim_closed: 'answered-already' } },
  );
}
