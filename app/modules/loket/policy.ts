import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { isSignedIn, type Actor, type HeldRole } from '#app/modules/people/actor.ts';
import { canReadWorkOf, hasRole, mayReadWork, type Policy } from '#app/modules/people/policy.ts';
import { programmeOffice } from '#app/modules/people/role.ts';

/** Who may open the pages of the loket: whoever has the role somewhere, and the controlegroep, which only reads. */
export const readsLoket: Policy = mayReadWork('loket');

/** A plan without a body waits for the programme office; no body has this id. */
const nobodys = '';

/**
 * The role with which the actor may act on an initiative of a body: the one in that body itself if there is one,
 * so that the timeline names it, else the one in the programme office.
 * @param bodyId body that has the initiative; null when it has none yet
 */
export function loketRoleFor(actor: Actor, bodyId: string | null): Outcome<HeldRole, 'role-needed'> {
  if (!isSignedIn(actor)) return refused('role-needed');
  const desks = actor.roles.filter(({ role }) => role === 'loket');
  const held = desks.find((desk) => desk.bodyId === bodyId) ?? desks.find((desk) => desk.bodySlug === programmeOffice);
  return held === undefined ? refused('role-needed') : accepted(held);
}

/** Whether the actor may read the dossier of an initiative of this body. */
export function mayReadDossier(actor: Actor, bodyId: string | null): boolean {
  return canReadWorkOf(actor, bodyId ?? nobodys, 'loket').ok;
}

/** The bodies whose initiatives the actor sees at the loket; 'all' for the programme office and the controlegroep. */
export function loketScope(actor: Actor): 'all' | readonly string[] {
  const desks = actor.roles.filter(({ role }) => role === 'loket');
  const seesAll =
    actor.roles.some(({ role }) => role === 'controlegroep') ||
    desks.some(({ bodySlug }) => bodySlug === programmeOffice);
  return seesAll ? 'all' : [...new Set(desks.map(({ bodyId }) => bodyId))];
}

/** Who may send a form of the loket at all; the command decides for which initiatives. */
export const worksAtLoket: Policy = hasRole('loket');
