import { refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import {
  canActFor,
  canReadWorkOf,
  hasRole,
  mayReadWork,
  type Policy,
  type PolicyRefusal,
} from '#app/modules/people/policy.ts';
import { programmeOffice, type Role } from '#app/modules/people/role.ts';

type RoleRefusal = Exclude<PolicyRefusal, 'not-found'>;

const proposingRoles = ['programme_manager', 'budget_holder', 'treasurer'] as const satisfies readonly Role[];

/** Who sees the work pages of budgets at all. */
export const readsBudgetWork = mayReadWork('chair', ...proposingRoles);

/** Guard of proposing, and of answering or withdrawing; which change depends on what it is about. */
export const worksOnBudgets = hasRole(...proposingRoles);

/** Whose memberships the public register names with a change. */
export const rolesOfProposer: readonly Role[] = proposingRoles;
export const rolesOfApprover: readonly Role[] = ['budget_holder'];

export function mayReadBudgetsOf(actor: Actor, bodyId: string): Outcome<void, RoleRefusal> {
  return canReadWorkOf(actor, bodyId, 'chair', ...proposingRoles);
}

/**
 * Who may propose a change, and who may approve it as second person.
 * @param bodyId the body that gives money up or gets it; for sources the programme office
 */
export function mayProposeChange(actor: Actor, bodyId: string): Outcome<void, RoleRefusal> {
  return canActFor(actor, bodyId, ...proposingRoles);
}

/** Rule 1: never who proposed it. The database holds this too (`budget_change_two_persons`). */
export function mayAnswerChange(
  actor: Actor,
  change: { bodyId: string; proposerId: string },
): Outcome<void, RoleRefusal | 'same-person'> {
  const role = canActFor(actor, change.bodyId, 'budget_holder');
  if (!role.ok) return role;
  return change.proposerId === actor.person?.id ? refused('same-person') : role;
}

/** Only roles of the programme office itself count, which cover every body: the plan is of all teams. */
export function inOffice(actor: Actor): Actor {
  return { ...actor, roles: actor.roles.filter(({ bodySlug }) => bodySlug === programmeOffice) };
}

const wholeProgramme = programmeOffice;

/** Uploads a bestedingsplan. */
export function mayImportPlan(actor: Actor): Outcome<void, RoleRefusal> {
  return canActFor(inOffice(actor), wholeProgramme, ...proposingRoles);
}

/** Sees uploaded plans. */
export const readsPlanImports: Policy = (actor) => mayReadWork(...proposingRoles)(inOffice(actor));

/** Rule 1: the second person. The database holds this too (`plan_import_two_persons`). */
export function mayAnswerImport(
  actor: Actor,
  plan: { proposerId: string },
): Outcome<void, RoleRefusal | 'same-person'> {
  const role = canActFor(inOffice(actor), wholeProgramme, 'budget_holder');
  if (!role.ok) return role;
  return plan.proposerId === actor.person?.id ? refused('same-person') : role;
}

/** Begins and sends spending reports: the programme manager of the office. */
export function maySendReports(actor: Actor): Outcome<void, RoleRefusal> {
  return canActFor(inOffice(actor), wholeProgramme, 'programme_manager');
}

export const writesForecasts = hasRole('budget_holder');

/** Writes what is expected of a body's lines: its budget holder. */
export function mayForecast(actor: Actor, bodyId: string): Outcome<void, RoleRefusal> {
  return canActFor(actor, bodyId, 'budget_holder');
}
