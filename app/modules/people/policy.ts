import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { coversBody, isSignedIn, type Actor, type HeldRole } from './actor.ts';
import { programmeOffice, rolesWithSecondFactor, type Role } from './role.ts';

/** 'not-found': what exists in demo mode only is not there at all otherwise. */
export type PolicyRefusal = 'sign-in-needed' | 'role-needed' | 'second-factor-needed' | 'not-found';

/** What can be decided from the actor alone; commands and queries decide what depends on the object. */
export type Policy = (actor: Actor) => Outcome<void, PolicyRefusal>;

export const everyone: Policy = () => accepted();

export const signedIn: Policy = (actor) => (isSignedIn(actor) ? accepted() : refused('sign-in-needed'));

export const inDemoMode: Policy = (actor) => (actor.demo ? accepted() : refused('not-found'));

/** Holds one of the roles, in whatever body. */
export function hasRole(...wanted: readonly [Role, ...Role[]]): Policy {
  return (actor) => judge(actor, (held) => wanted.includes(held.role));
}

/** Holds one of the roles in the programme office. */
export function hasRoleOfOffice(...wanted: readonly [Role, ...Role[]]): Policy {
  return (actor) => judge(actor, (held) => wanted.includes(held.role) && held.bodySlug === programmeOffice);
}

/** May see the work pages of one of these roles: who holds it, and the controlegroep, which reads everything and changes nothing. */
export function mayReadWork(...wanted: readonly [Role, ...Role[]]): Policy {
  return hasRole(...wanted, 'controlegroep');
}

export const administers: Policy = hasRole('administrator');

/** Guard of the administrator's pages for reading; every change on them is guarded by `administers`. */
export const readsAdministration: Policy = mayReadWork('administrator');

/**
 * Whether the actor may use one of these roles for a body, for commands and queries that know the body.
 * @param bodyId body that the object belongs to
 */
export function canActFor(
  actor: Actor,
  bodyId: string,
  ...wanted: readonly [Role, ...Role[]]
): Outcome<void, Exclude<PolicyRefusal, 'not-found'>> {
  return judge(actor, (held) => wanted.includes(held.role) && coversBody(held, bodyId));
}

/** Whether the actor may read a body's work: one of the roles there, or the controlegroep. */
export function canReadWorkOf(
  actor: Actor,
  bodyId: string,
  ...wanted: readonly [Role, ...Role[]]
): Outcome<void, Exclude<PolicyRefusal, 'not-found'>> {
  const mine = canActFor(actor, bodyId, ...wanted);
  return mine.ok || !actor.roles.some((held) => held.role === 'controlegroep') ? mine : accepted();
}

/** The roles that count now: without a second factor those that need one are left out. */
export function usableRoles(actor: Actor): readonly HeldRole[] {
  return actor.roles.filter((held) => actor.secondFactor || !rolesWithSecondFactor.includes(held.role));
}

/** One usable role is enough, so that who is both chair and loket can do the loket's work without a second factor. */
function judge(actor: Actor, fits: (held: HeldRole) => boolean): Outcome<void, Exclude<PolicyRefusal, 'not-found'>> {
  if (!isSignedIn(actor)) return refused('sign-in-needed');
  if (usableRoles(actor).some(fits)) return accepted();
  return refused(actor.roles.some(fits) ? 'second-factor-needed' : 'role-needed');
}
