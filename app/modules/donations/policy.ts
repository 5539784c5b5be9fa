import { refused, type Outcome } from '#app/kernel/outcome.ts';
import { inOffice } from '#app/modules/budgets/policy.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import {
  canActFor,
  canReadWorkOf,
  hasRole,
  mayReadWork,
  type Policy,
  type PolicyRefusal,
} from '#app/modules/people/policy.ts';

export type RoleRefusal = Exclude<PolicyRefusal, 'not-found'>;

const moneyRoles = ['programme_manager', 'budget_holder', 'treasurer'] as const;

/** Who sees the work pages of gifts at all; of which body depends on the gift. */
export const readsGifts = mayReadWork(...moneyRoles);

/** Guard of every form about gifts. */
export const worksOnGifts = hasRole(...moneyRoles);

/** Says what can be given to: the office, where sources are looked after. */
export const opensPurposes: Policy = (actor) => hasRole(...moneyRoles)(inOffice(actor));

/** Reads gifts to a body: that of the wijkalliantie, or the office for the donutfonds. */
export function mayReadGiftsOf(actor: Actor, bodyId: string): Outcome<void, RoleRefusal> {
  return canReadWorkOf(actor, bodyId, ...moneyRoles);
}

/** Proposes that a gift is given back, or hides the name of who gave. */
export function mayProposeRefund(actor: Actor, bodyId: string): Outcome<void, RoleRefusal> {
  return canActFor(actor, bodyId, ...moneyRoles);
}

/** Rule 1: never who proposed it. The database holds this too (`gift_refund_two_persons`). */
export function mayAnswerRefund(
  actor: Actor,
  refund: { bodyId: string; proposerId: string },
): Outcome<void, RoleRefusal | 'same-person'> {
  const role = canActFor(actor, refund.bodyId, 'budget_holder', 'treasurer');
  if (!role.ok) return role;
  return refund.proposerId === actor.person?.id ? refused('same-person') : role;
}
