import { isId } from '#app/kernel/ids.ts';
import type { Cents } from '#app/kernel/money.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { longestReason } from '../gift.ts';
import { mayProposeRefund, type RoleRefusal } from '../policy.ts';
import { purposeById } from '../purpose.store.server.ts';

export type ProposeRefund = {
  /** Becomes the id of the refund, and the key under which Stripe does it once. */
  formKey: string;
  giftId: string;
  /** Cents, more than zero, at most what is left of the gift. */
  amount: Cents;
  /** For colleagues: why. */
  reason: string;
};

export type ProposeRefundRefusal =
  | RoleRefusal
  | 'gift-unknown'
  | 'form-key-invalid'
  | 'reason-missing'
  | 'amount-not-positive'
  | 'not-refundable'
  | 'more-than-given';

/** Proposes that a gift is given back, for another person to approve. Nothing moves yet. @returns id of the proposal */
export async function proposeRefund(
  input: ProposeRefund,
  context: Context<Actor>,
): Promise<Outcome<string, ProposeRefundRefusal>> {
  const { actor, now } = context;
  const { formKey: id, giftId, amount } = input;
  const reason = input.reason.trim();
  if (actor.person === null) return refused('sign-in-needed');
  if (!isId(id)) return refused('form-key-invalid');
  if (!isId(giftId)) return refused('gift-unknown');
  if (amount <= 0) return refused('amount-not-positive');
  if (reason === '' || reason.length > longestReason) return refused('reason-missing');
  const proposerId = actor.person.id;
  return inTransaction<string, ProposeRefundRefusal, ProposeRefundRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, `gift-refund:${id}`);
      const known = await tx.giftRefund.findUnique({ where: { id } });
      if (known !== null) return known.proposerId === proposerId ? accepted(id) : refused('form-key-invalid');
      const gift = await tx.gift.findUnique({ where: { id: giftId }, select: { purposeId: true } });
      const purpose = gift === null ? null : await purposeById(tx, gift.purposeId);
      if (purpose === null) return refused('gift-unknown');
      const allowed = mayProposeRefund(actor, purpose.bodyId);
      if (!allowed.ok) return allowed;
      await tx.giftRefund.create({ data: { id, giftId, amountCents: amount, reason, proposerId, proposedAt: now } });
      return accepted(id);
    },
    { refusals: { gift_refund_of_paid: 'not-refundable', gift_refund_within_gift: 'more-than-given' } },
  );
}
