import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { isSignedIn, type Actor } from '#app/modules/people/actor.ts';
import { usableRoles, type Policy, type PolicyRefusal } from '#app/modules/people/policy.ts';
import { programmeOffice, type Role } from '#app/modules/people/role.ts';

const organiserRoles: readonly Role[] = ['editor', 'programme_manager'];

const ofTheOffice = (actor: Actor, roles: readonly Role[]) => ({
  usable: usableRoles(actor).some(({ role, bodySlug }) => bodySlug === programmeOffice && roles.includes(role)),
  held: actor.roles.some(({ role, bodySlug }) => bodySlug === programmeOffice && roles.includes(role)),
});

/** Plans gatherings and changes areas: editors and programme managers of the programme office. */
export const organises: Policy = (actor): Outcome<void, Exclude<PolicyRefusal, 'not-found'>> => {
  if (!isSignedIn(actor)) return refused('sign-in-needed');
  const { usable, held } = ofTheOffice(actor, organiserRoles);
  return usable ? accepted() : refused(held ? 'second-factor-needed' : 'role-needed');
};

/** The controlegroep reads the work of organisers along, without who registered. */
export const readsOrganising: Policy = (actor) => {
  const mine = organises(actor);
  return mine.ok || !usableRoles(actor).some(({ role }) => role === 'controlegroep') ? mine : accepted();
};

/** What somebody may do with one gathering. run: everything. door: mark who comes. read: see how it stands. */
export type GatheringAccess = 'run' | 'door' | 'read' | null;

/**
 * @param crew task of the actor in this gathering, if any
 * @param hosts ids of the host organisations
 */
export function accessTo(
  actor: Actor,
  { crew, hosts }: { crew: 'organiser' | 'helper' | null; hosts: readonly string[] },
): GatheringAccess {
  if (!isSignedIn(actor)) return null;
  const isHost = actor.organisations.some(({ id }) => hosts.includes(id));
  if (organises(actor).ok || crew === 'organiser' || isHost) return 'run';
  if (crew === 'helper') return 'door';
  return readsOrganising(actor).ok ? 'read' : null;
}
