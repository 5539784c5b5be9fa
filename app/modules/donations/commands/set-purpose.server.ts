import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { opensPurposes, type RoleRefusal } from '../policy.ts';

export type SetPurposeRefusal =
  | RoleRefusal
  | 'form-key-invalid'
  | 'body-unknown'
  | 'source-unknown'
  | 'purpose-unknown'
  | 'already-open'
  | 'already-closed'
  | 'source-taken';

const refusals = {
  gift_purpose_source: 'source-unknown',
  gift_purpose_body: 'body-unknown',
  gift_purpose_body_id_fkey: 'body-unknown',
  gift_purpose_money_source_id_fkey: 'source-unknown',
  gift_purpose_one_running: 'already-open',
  gift_purpose_one_source: 'source-taken',
} as const satisfies Record<string, SetPurposeRefusal>;

function mayManage(actor: Actor): Outcome<void, RoleRefusal> {
  const allowed = opensPurposes(actor);
  if (allowed.ok) return allowed;
  return refused(allowed.reason === 'not-found' ? 'role-needed' : allowed.reason);
}

/**
 * Lets people give online to the donutfonds or to a wijkalliantie from now on. No money moves.
 * @param bodyId the wijkalliantie; null: the donutfonds
 * @param moneySourceId a source of donations of money, in which the gifts are counted
 * @param formKey becomes the id
 */
export async function openPurpose(
  { formKey: id, bodyId, moneySourceId }: { formKey: string; bodyId: string | null; moneySourceId: string },
  context: Context<Actor>,
): Promise<Outcome<string, SetPurposeRefusal>> {
  const { actor, now } = context;
  if (actor.person === null) return refused('sign-in-needed');
  const allowed = mayManage(actor);
  if (!allowed.ok) return allowed;
  if (!isId(id)) return refused('form-key-invalid');
  if (bodyId !== null && !isId(bodyId)) return refused('body-unknown');
  if (!isId(moneySourceId)) return refused('source-unknown');
  const openedById = actor.person.id;
  return inTransaction<string, SetPurposeRefusal, SetPurposeRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, `gift-purpose:${id}`);
      const known = await tx.giftPurpose.findUnique({ where: { id }, select: { openedById: true } });
      if (known !== null) return known.openedById === openedById ? accepted(id) : refused('form-key-invalid');
      await tx.giftPurpose.create({ data: { id, bodyId, moneySourceId, openedById, openedAt: now } });
      return accepted(id);
    },
    { refusals },
  );
}

/** Ends giving online to something. What was given stays; who is at the page of Stripe can still pay. */
export async function closePurpose(
  { purposeId }: { purposeId: string },
  context: Context<Actor>,
): Promise<Outcome<void, SetPurposeRefusal>> {
  const { actor, now } = context;
  if (actor.person === null) return refused('sign-in-needed');
  const allowed = mayManage(actor);
  if (!allowed.ok) return allowed;
  if (!isId(purposeId)) return refused('purpose-unknown');
  const closedById = actor.person.id;
  return inTransaction<void, SetPurposeRefusal>(context, async (tx) => {
    const { count } = await tx.giftPurpose.updateMany({
      where: { id: purposeId, closedAt: null },
      data: { closedAt: now, closedById },
    });
    if (count === 1) return accepted();
    const known = await tx.giftPurpose.findUnique({ where: { id: purposeId }, select: { closedById: true } });
    if (known === null) return refused('purpose-unknown');
    return known.closedById === closedById ? accepted() : refused('already-closed');
  });
}
