import { coversBody, type Actor, type SignedIn } from '#app/modules/people/actor.ts';
import { canActFor, hasRole, mayReadWork, usableRoles, type Policy } from '#app/modules/people/policy.ts';
import type { ActionRole } from './action.ts';

/** Keep the list of a body: make, change, hand over and close actions, and say what was promised to the council. */
const keepers = ['chair', 'programme_manager', 'editor'] as const;

export const keepsActions: Policy = hasRole(...keepers);

/** Reads the list of a body with what is not public yet; the controlegroep reads along. */
export const readsActionWork: Policy = mayReadWork(...keepers, 'member');

export function keepsActionsOf(actor: Actor, bodyId: string) {
  return canActFor(actor, bodyId, ...keepers);
}

export function readsActionsOf(actor: Actor, bodyId: string): boolean {
  return usableRoles(actor).some(
    (held) =>
      held.role === 'controlegroep' ||
      ((held.role === 'member' || keepers.some((one) => one === held.role)) && coversBody(held, bodyId)),
  );
}

/** As what somebody writes about an action: by a role in its body, else as the owner; null: not theirs to write about. */
export function writesAs(
  actor: SignedIn,
  { bodyId, ownerPersonId }: { bodyId: string; ownerPersonId: string | null },
): ActionRole | null {
  const held = keepers.find((role) => canActFor(actor, bodyId, role).ok);
  return held ?? (ownerPersonId === actor.person.id ? 'owner' : null);
}
