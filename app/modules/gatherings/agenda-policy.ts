import { coversBody, type Actor } from '#app/modules/people/actor.ts';
import { canActFor, hasRole, mayReadWork, type Policy } from '#app/modules/people/policy.ts';
import { usableRoles } from '#app/modules/people/policy.ts';

/** Answers for a body what was put forward to it: its chair or programme manager. */
export const answersItems: Policy = hasRole('chair', 'programme_manager');

/** Opens the list of what was put forward; the controlegroep reads along. */
export const readsItems: Policy = mayReadWork('chair', 'programme_manager');

export function answersFor(actor: Actor, bodyId: string) {
  return canActFor(actor, bodyId, 'chair', 'programme_manager');
}

/** Whether somebody may read what a body was asked on its work page. */
export function readsItemsOf(actor: Actor, bodyId: string): boolean {
  return usableRoles(actor).some(
    (held) =>
      held.role === 'controlegroep' ||
      ((held.role === 'chair' || held.role === 'programme_manager') && coversBody(held, bodyId)),
  );
}
