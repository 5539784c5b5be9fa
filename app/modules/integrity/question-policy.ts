import { refused } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { hasRole, usableRoles, type Policy } from '#app/modules/people/policy.ts';
import { programmeOffice, type Role } from '#app/modules/people/role.ts';

const handlers = ['chair', 'member', 'programme_manager', 'controlegroep', 'editor'] as const satisfies readonly Role[];

const holdsLevel = hasRole(...handlers);

/**
 * Opens the desk of questions: chairs, programme managers, the controlegroep and the board answer; editors of the office release
 * outcomes. Which question somebody sees, the database decides (`integrity_seen_by`). The controlegroep changes nothing
 * elsewhere; a question of integrity is the one thing that it answers. The database does not know which role somebody uses, so
 * another one without a second factor does not open it for who is a chair as well.
 */
export const handlesQuestions: Policy = (actor) => {
  const verdict = holdsLevel(actor);
  const usable = usableRoles(actor);
  const isHalf = actor.roles.some((held) => handlers.some((role) => role === held.role) && !usable.includes(held));
  return verdict.ok && isHalf ? refused('second-factor-needed') : verdict;
};

/** Whether a role that handles questions counts now: some need a second factor. */
export function mayHandle(actor: Actor): boolean {
  return handlesQuestions(actor).ok;
}

/** Releases outcomes of questions that they did not see: editors and programme managers of the office, and the controlegroep. */
export function mayRelease(actor: Actor): boolean {
  return usableRoles(actor).some(
    ({ role, bodySlug }) =>
      role === 'controlegroep' || (bodySlug === programmeOffice && (role === 'editor' || role === 'programme_manager')),
  );
}
