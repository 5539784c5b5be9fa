import { coversBody, isSignedIn, type Actor } from '#app/modules/people/actor.ts';
import { canActFor, hasRole, mayReadWork, usableRoles, type Policy } from '#app/modules/people/policy.ts';
import type { Role } from '#app/modules/people/role.ts';

const workRoles = ['chair', 'programme_manager', 'editor'] as const satisfies readonly Role[];
const memberRoles: readonly Role[] = ['member', 'budget_holder'];

/** Plans meetings and writes minutes, of whatever body. */
export const plansMeetings: Policy = hasRole(...workRoles);

/** Opens the work pages: also members, who read the concept of their body, and the controlegroep, which reads along. */
export const readsMeetings: Policy = mayReadWork(...workRoles, 'member', 'budget_holder');

export function plansFor(actor: Actor, bodyId: string) {
  return canActFor(actor, bodyId, ...workRoles);
}

/** work: everything. read: everything, changes nothing. member: what was sent to the members. */
export type MeetingAccess = 'work' | 'read' | 'member' | null;

export function accessTo(actor: Actor, bodyId: string): MeetingAccess {
  if (!isSignedIn(actor)) return null;
  if (plansFor(actor, bodyId).ok) return 'work';
  const held = usableRoles(actor);
  if (held.some(({ role }) => role === 'controlegroep')) return 'read';
  return held.some((one) => memberRoles.includes(one.role) && coversBody(one, bodyId)) ? 'member' : null;
}
