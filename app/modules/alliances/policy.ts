import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { isSignedIn, type Actor } from '#app/modules/people/actor.ts';
import {
  canActFor,
  canReadWorkOf,
  hasRole,
  mayReadWork,
  usableRoles,
  type PolicyRefusal,
} from '#app/modules/people/policy.ts';
import { programmeOffice, type Role } from '#app/modules/people/role.ts';
import { seatRoles } from './spending.ts';

type RoleRefusal = Exclude<PolicyRefusal, 'not-found'>;

/** Who sees the work of wijkallianties at all. */
export const readsAllianceWork = mayReadWork(...seatRoles);

/** Guard of every form; which wijkalliantie depends on `mayAnswer`, `mayConfirm` and `maySetHouseholds`. */
export const worksInAlliance = hasRole(...seatRoles);

/** Members read the work of their own wijkalliantie; the office's budget holder and the controlegroep of all. */
export function mayReadAlliance(actor: Actor, bodyId: string): Outcome<void, RoleRefusal> {
  return canReadWorkOf(actor, bodyId, ...seatRoles);
}

/** Whether the actor sits in the wijkalliantie itself: roles of the office give no seat. */
export function mayAnswer(actor: Actor, bodyId: string): Outcome<void, RoleRefusal> {
  if (!isSignedIn(actor)) return refused('sign-in-needed');
  const holds = (held: { role: Role; bodyId: string }) =>
    held.bodyId === bodyId && (seatRoles as readonly Role[]).includes(held.role);
  if (usableRoles(actor).some(holds)) return accepted();
  return refused(actor.roles.some(holds) ? 'second-factor-needed' : 'role-needed');
}

/** A member, or a budget holder of the wijkalliantie or the office; never the proposer (`spending_two_persons`). */
export function mayConfirm(
  actor: Actor,
  spending: { bodyId: string; proposerId: string },
): Outcome<void, RoleRefusal | 'same-person'> {
  const seat = mayAnswer(actor, spending.bodyId);
  const role = seat.ok ? seat : canActFor(actor, spending.bodyId, 'budget_holder');
  if (!role.ok) return seat.ok ? role : seat.reason === 'second-factor-needed' ? seat : role;
  return spending.proposerId === actor.person?.id ? refused('same-person') : accepted();
}

/** The chair says who lives together; the administrator does so when giving the role. */
export function maySetHouseholds(actor: Actor, bodyId: string): Outcome<void, RoleRefusal> {
  return canActFor(actor, bodyId, 'chair');
}

/** Bodies in which the actor sits, or null for who reads all of them. */
export function readableBodies(actor: Actor): readonly string[] | null {
  const held = usableRoles(actor);
  const readsAll = held.some(
    ({ role, bodySlug }) =>
      role === 'controlegroep' || (bodySlug === programmeOffice && (seatRoles as readonly Role[]).includes(role)),
  );
  if (readsAll) return null;
  return held.filter(({ role }) => (seatRoles as readonly Role[]).includes(role)).map(({ bodyId }) => bodyId);
}
