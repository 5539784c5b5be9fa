import type { Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import {
  canActFor,
  canReadWorkOf,
  hasRole,
  mayReadWork,
  usableRoles,
  type PolicyRefusal,
} from '#app/modules/people/policy.ts';
import { programmeOffice } from '#app/modules/people/role.ts';

type RoleRefusal = Exclude<PolicyRefusal, 'not-found'>;

/** Who sees the work of coordinators at all. */
export const readsCoordination = mayReadWork('coordinator');

/** Guard of every form of a coordinator; which activity depends on `mayCoordinate`. */
export const coordinates = hasRole('coordinator');

/** A coordinator of the body, or of the programme office. */
export function mayCoordinate(actor: Actor, bodyId: string): Outcome<void, RoleRefusal> {
  return canActFor(actor, bodyId, 'coordinator');
}

export function mayReadActivity(actor: Actor, bodyId: string): Outcome<void, RoleRefusal> {
  return canReadWorkOf(actor, bodyId, 'coordinator');
}

/** The controlegroep reads along, whatever else keeps somebody away. */
export function readsAll(actor: Actor): boolean {
  return usableRoles(actor).some(({ role }) => role === 'controlegroep');
}

/** Bodies whose activities the actor reads the work of, or null for who reads all of them. */
export function coordinatedBodies(actor: Actor): readonly string[] | null {
  const held = usableRoles(actor).filter(({ role }) => role === 'coordinator' || role === 'controlegroep');
  if (held.some(({ role, bodySlug }) => role === 'controlegroep' || bodySlug === programmeOffice)) return null;
  return held.map(({ bodyId }) => bodyId);
}
