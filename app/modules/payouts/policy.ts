import type { Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import {
  canActFor,
  canReadWorkOf,
  hasRole,
  hasRoleOfOffice,
  mayReadWork,
  usableRoles,
  type PolicyRefusal,
} from '#app/modules/people/policy.ts';
import { programmeOffice } from '#app/modules/people/role.ts';

type RoleRefusal = Exclude<PolicyRefusal, 'not-found'>;

/** Who sees payments to volunteers at all. */
export const readsPayments = mayReadWork('treasurer');

/** Guard of every form of a treasurer; which batch depends on `mayPay`. */
export const pays = hasRole('treasurer');

/**
 * Guard of what is about the account of the programme: its statements and their worklist. That account pays for every body, so
 * treasurers of a single one see their own batches and nothing of it.
 */
export const hearsTheBank = hasRoleOfOffice('treasurer');

/** The same, and the controlegroep. */
export const readsStatements = hasRoleOfOffice('treasurer', 'controlegroep');

/** Who may say that the account from which the programme pays is right, when an administrator proposed another. */
export const answersPayerAccount = hasRoleOfOffice('treasurer', 'administrator');

/** Who reads from which account the programme pays, and what is proposed. */
export const readsPayerAccount = hasRoleOfOffice('treasurer', 'administrator', 'controlegroep');

/** A treasurer of the body, or of the programme office. */
export function mayPay(actor: Actor, bodyId: string): Outcome<void, RoleRefusal> {
  return canActFor(actor, bodyId, 'treasurer');
}

export function mayReadPayments(actor: Actor, bodyId: string): Outcome<void, RoleRefusal> {
  return canReadWorkOf(actor, bodyId, 'treasurer');
}

/** Bodies whose payments the actor reads, or null for who reads those of all. */
export function bodiesPaidFor(actor: Actor): readonly string[] | null {
  const held = usableRoles(actor).filter(({ role }) => role === 'treasurer' || role === 'controlegroep');
  if (held.some(({ role, bodySlug }) => role === 'controlegroep' || bodySlug === programmeOffice)) return null;
  return held.map(({ bodyId }) => bodyId);
}
