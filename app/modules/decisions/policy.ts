import { refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { canActFor, canReadWorkOf, hasRole, mayReadWork, type PolicyRefusal } from '#app/modules/people/policy.ts';
import type { Role } from '#app/modules/people/role.ts';
import type { DecisionOutcome } from './outcome.ts';

/** Roles that prepare decisions of their body. */
export const preparingRoles = ['chair', 'programme_manager', 'member'] as const satisfies readonly Role[];

/** Roles whose holders sit at the table and decide. */
export const decidingRoles = ['chair', 'member', 'budget_holder'] as const satisfies readonly Role[];

const readingRoles = [...preparingRoles, 'budget_holder', 'treasurer'] as const satisfies readonly Role[];

/** Who sees the work pages of deciding at all. */
export const readsDecisionWork = mayReadWork(...readingRoles);

export const preparesDecisions = hasRole(...preparingRoles);

/** Guard of confirming and laying aside; which decision depends on `mayConfirm` and `mayDiscard`. */
export const finishesDecisions = hasRole(...preparingRoles, 'budget_holder');

type RoleRefusal = Exclude<PolicyRefusal, 'not-found'>;

export function mayReadWorkOf(actor: Actor, bodyId: string): Outcome<void, RoleRefusal> {
  return canReadWorkOf(actor, bodyId, ...readingRoles);
}

export function mayPrepare(actor: Actor, bodyId: string): Outcome<void, RoleRefusal> {
  return canActFor(actor, bodyId, ...preparingRoles);
}

/** Money is confirmed by a budget holder; what gives no money by the chair or a budget holder. */
export function confirmingRoles(decision: { outcome: DecisionOutcome; hasMoney: boolean }): readonly [Role, ...Role[]] {
  return decision.outcome === 'grant' && decision.hasMoney ? ['budget_holder'] : ['chair', 'budget_holder'];
}

/** Rule 1: never the person who prepared it. The database holds this too (`decision_two_persons`). */
export function mayConfirm(
  actor: Actor,
  decision: { bodyId: string; proposerId: string | null; outcome: DecisionOutcome; hasMoney: boolean },
): Outcome<void, RoleRefusal | 'same-person'> {
  const role = canActFor(actor, decision.bodyId, ...confirmingRoles(decision));
  if (!role.ok) return role;
  return decision.proposerId === actor.person?.id ? refused('same-person') : role;
}

/** Who prepared it, and who could have confirmed it. */
export function mayDiscard(
  actor: Actor,
  decision: { bodyId: string; proposerId: string | null },
): Outcome<void, RoleRefusal> {
  const isOwn = actor.person !== null && decision.proposerId === actor.person.id;
  return isOwn
    ? canActFor(actor, decision.bodyId, ...preparingRoles)
    : canActFor(actor, decision.bodyId, 'chair', 'programme_manager', 'budget_holder');
}
