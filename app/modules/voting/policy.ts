import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { isSignedIn, type Actor, type SignedIn } from '#app/modules/people/actor.ts';
import { canActFor, hasRole, mayReadWork, usableRoles, type PolicyRefusal } from '#app/modules/people/policy.ts';
import { programmeOffice } from '#app/modules/people/role.ts';

type RoleRefusal = Exclude<PolicyRefusal, 'not-found'>;

/** Who prepares, announces and counts the votes of a body. */
export const voteRoles = ['chair', 'budget_holder', 'programme_manager'] as const;

/** Guard of every form; which body depends on `mayRunVotes`. */
export const runsVotes = hasRole(...voteRoles);

/** Who sees the work on votes at all. */
export const readsVoteWork = mayReadWork(...voteRoles);

export function mayRunVotes(actor: Actor, bodyId: string): Outcome<void, RoleRefusal> {
  return canActFor(actor, bodyId, ...voteRoles);
}

/** Whoever prepared a vote does not announce it: it sets money apart (rule 1, `vote_two_persons`). */
export function mayAnnounce(
  actor: SignedIn,
  { bodyId, preparerId }: { bodyId: string; preparerId: string },
): Outcome<void, RoleRefusal | 'same-person'> {
  const allowed = mayRunVotes(actor, bodyId);
  if (!allowed.ok) return allowed;
  return preparerId === actor.person.id ? refused('same-person') : accepted();
}

/** Bodies whose votes the actor works on; null: reads all. */
export function bodiesOfVotes(actor: Actor): readonly string[] | null {
  if (!isSignedIn(actor)) return [];
  const held = usableRoles(actor);
  const isOfVotes = ({ role }: { role: string }) => (voteRoles as readonly string[]).includes(role);
  if (held.some((one) => one.role === 'controlegroep' || (one.bodySlug === programmeOffice && isOfVotes(one))))
    return null;
  return held.filter(isOfVotes).map(({ bodyId }) => bodyId);
}

/** Sees signals of fraud and notes what came of them. The body that runs the vote does not: it made the cards. */
export const handlesSignals = hasRole('controlegroep');
