import { isSignedIn, type Actor } from '#app/modules/people/actor.ts';
import { canActFor, hasRole, mayReadWork, usableRoles, type Policy } from '#app/modules/people/policy.ts';
import type { Role } from '#app/modules/people/role.ts';

const workRoles = ['chair', 'programme_manager', 'editor'] as const satisfies readonly Role[];

/** Takes names out of minutes, or releases what another took out; of whatever body. */
export const redacts: Policy = hasRole(...workRoles);

/** Opens the page: also the controlegroep, which reads along. */
export const readsRedaction: Policy = mayReadWork(...workRoles);

export const redactsFor = (actor: Actor, bodyId: string) => canActFor(actor, bodyId, ...workRoles);

/** work: everything. read: sees it, changes nothing. */
export function redactionAccess(actor: Actor, bodyId: string): 'work' | 'read' | null {
  if (!isSignedIn(actor)) return null;
  if (redactsFor(actor, bodyId).ok) return 'work';
  return usableRoles(actor).some(({ role }) => role === 'controlegroep') ? 'read' : null;
}
