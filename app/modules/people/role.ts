/**
 * Roles are memberships of a body with a begin and an end.
 * The database knows the same names (constraint `body_membership_role`).
 */
export const roles = [
  'chair',
  'member',
  'programme_manager',
  'loket',
  'reviewer',
  'budget_holder',
  'treasurer',
  'editor',
  'coordinator',
  'controlegroep',
  'administrator',
] as const;

export type Role = (typeof roles)[number];

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

/** Roles that touch money, publish or give power: outside demo mode they count only with a recent second factor. */
export const rolesWithSecondFactor: readonly Role[] = [
  'chair',
  'programme_manager',
  'budget_holder',
  'treasurer',
  'administrator',
  'editor',
  'coordinator',
];

/** Longest label of a household, in characters; the database says the same (`body_membership_household`). */
export const longestHousehold = 60;

/** Slug of the body whose memberships cover every body. */
export const programmeOffice = 'programmabureau';

/** Roles that exist for the whole programme only. */
const rolesOfTheOffice: readonly Role[] = ['administrator', 'controlegroep'];

/** Whether a role can be held in a body at all: a single opgaveteam has no administrator. */
export function roleFitsBody(role: Role, bodySlug: string): boolean {
  return bodySlug === programmeOffice || !rolesOfTheOffice.includes(role);
}
