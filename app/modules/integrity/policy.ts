import { coversBody, isSignedIn, type Actor } from '#app/modules/people/actor.ts';
import { mayReadWork, usableRoles, type Policy } from '#app/modules/people/policy.ts';

/** Who sees who declared, who is late, and which ties touch what runs. */
export const readsInterestWork: Policy = mayReadWork('chair', 'programme_manager');

/** Whether somebody sees the work on interests of a body: its chair and programme manager, those of the office, the controlegroep. */
export function readsInterestsOf(actor: Actor, bodyId: string): boolean {
  return usableRoles(actor).some(
    (held) =>
      held.role === 'controlegroep' ||
      ((held.role === 'chair' || held.role === 'programme_manager') && coversBody(held, bodyId)),
  );
}

/**
 * Who reads the explanation of a private interest: the person, and the controlegroep, which has to judge whether staying
 * out is enough. Not the chair, and not the programme office: for them it is enough that somebody stays out.
 */
export function readsExplanationOf(actor: Actor, personId: string): boolean {
  if (!isSignedIn(actor)) return false;
  return actor.person.id === personId || usableRoles(actor).some(({ role }) => role === 'controlegroep');
}
