import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { hideDonor } from '#app/modules/donutfonds/commands/list-donor.server.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { mayProposeRefund, type RoleRefusal } from '../policy.ts';
import { purposeById } from '../purpose.store.server.ts';

/**
 * Makes a gift anonymous, for who does not want to be named any more, and for what is no name at all. The name is kept nowhere
 * then, and does not come back.
 */
export async function hideName(
  { giftId }: { giftId: string },
  context: Context<Actor>,
): Promise<Outcome<void, RoleRefusal | 'gift-unknown'>> {
  const { actor } = context;
  if (actor.person === null) return refused('sign-in-needed');
  if (!isId(giftId)) return refused('gift-unknown');
  return inTransaction<void, RoleRefusal | 'gift-unknown'>(context, async (tx) => {
    await tx.$queryRaw`select 1 from gift where id = ${giftId}::uuid for update`;
    const gift = await tx.gift.findUnique({ where: { id: giftId }, select: { purposeId: true } });
    const purpose = gift === null ? null : await purposeById(tx, gift.purposeId);
    if (purpose === null) return refused('gift-unknown');
    const allowed = mayProposeRefund(actor, purpose.bodyId);
    if (!allowed.ok) return allowed;
    await tx.gift.update({ where: { id: giftId }, data: { display: 'anonymous', name: '' } });
    await hideDonor(tx, giftId);
    return accepted();
  });
}
