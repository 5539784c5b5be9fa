import { refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { canActFor, hasRole, mayReadWork, type PolicyRefusal } from '#app/modules/people/policy.ts';
import { programmeOffice, type Role } from '#app/modules/people/role.ts';

type RoleRefusal = Exclude<PolicyRefusal, 'not-found'>;

/** Guards of the organisers' pages; that the role is of the programme office is asked by `mayOrganise` and `mayModerate`. */
export const organises = hasRole('editor', 'programme_manager');
export const readsExercise = mayReadWork('editor', 'programme_manager');
export const moderates = hasRole('editor');

/** Opens rounds of the exercise: an editor or programme manager of the programme office. */
export function mayOrganise(actor: Actor): Outcome<void, RoleRefusal> {
  return atTheOffice(actor, ['editor', 'programme_manager']);
}

/** Reads conversations that were reported, and answers: an editor of the programme office. Nobody reads along. */
export function mayModerate(actor: Actor): Outcome<void, RoleRefusal> {
  return atTheOffice(actor, ['editor']);
}

function atTheOffice(actor: Actor, roles: readonly [Role, ...Role[]]): Outcome<void, RoleRefusal> {
  const office = actor.roles.find(({ role, bodySlug }) => roles.includes(role) && bodySlug === programmeOffice);
  if (office === undefined) return refused(actor.person === null ? 'sign-in-needed' : 'role-needed');
  return canActFor(actor, office.bodyId, ...roles);
}
