import { accepted, type Outcome } from '#app/kernel/outcome.ts';
import { inOffice } from '#app/modules/budgets/policy.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import {
  canActFor,
  canReadWorkOf,
  hasRole,
  mayReadWork,
  type Policy,
  type PolicyRefusal,
} from '#app/modules/people/policy.ts';

export type RoleRefusal = Exclude<PolicyRefusal, 'not-found'>;

const workRoles = ['chair', 'programme_manager', 'budget_holder', 'loket'] as const;

/** Who sees the work of the donutfonds at all; the controlegroep reads it and changes nothing. */
export const readsDonutWork = mayReadWork(...workRoles);

/** Guard of every form; which call depends on the rules below. */
export const worksOnDonut = hasRole(...workRoles);

/** Guard of the forms that open, close, propose and make rules. */
export const managesDonut = hasRole('chair', 'programme_manager');

/** Writes donors down: the programme manager of the office, where sources are looked after. */
export const writesDonors: Policy = (actor) => hasRole('programme_manager')(inOffice(actor));

/** Who sees donors with what is not public of them: who writes them down, and the controlegroep. */
export const readsDonors: Policy = (actor) => (hasRole('controlegroep')(actor).ok ? accepted() : writesDonors(actor));

const managingRoles = ['chair', 'programme_manager'] as const;

/** With which roles a split is proposed and confirmed: a reward publishes them. */
export const splitRoles = { prepared: managingRoles, confirmed: ['budget_holder'] } as const;

/** Opens and closes calls of the body that holds the fund, proposes and lays aside: its chair or programme manager, or the office's. */
export function mayManage(actor: Actor, bodyId: string): Outcome<void, RoleRefusal> {
  return canActFor(actor, bodyId, ...managingRoles);
}

/** Writes about a visit; an interest in the application keeps out (`donut_visit_without_interest`). */
export function mayVisit(actor: Actor, bodyId: string): Outcome<void, RoleRefusal> {
  return canActFor(actor, bodyId, 'chair', 'programme_manager', 'loket');
}

/** Confirms the split; never the proposer (`donut_split_two_persons`). */
export function mayConfirmSplit(actor: Actor, bodyId: string): Outcome<void, RoleRefusal> {
  return canActFor(actor, bodyId, ...splitRoles.confirmed);
}

/** Reads applications, documents and visits before they are public. */
export function mayReadCall(actor: Actor, bodyId: string): Outcome<void, RoleRefusal> {
  return canReadWorkOf(actor, bodyId, ...workRoles);
}
