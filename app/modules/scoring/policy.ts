import type { Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { canActFor, canReadWorkOf, hasRole, mayReadWork, signedIn, type Policy } from '#app/modules/people/policy.ts';

type Judgement = Outcome<void, 'sign-in-needed' | 'role-needed' | 'second-factor-needed'>;

/** Opens, fills and closes rounds of a body, and assigns reviewers. */
export function mayManageRounds(actor: Actor, bodyId: string): Judgement {
  return canActFor(actor, bodyId, 'chair', 'programme_manager');
}

/** Sees how far a round of the body is: who handed in, not what they gave. */
export function maySeeProgress(actor: Actor, bodyId: string): Judgement {
  return canReadWorkOf(actor, bodyId, 'chair', 'programme_manager');
}

/** Sees the result of a closed round before the decisions make it public. */
export function maySeeResult(actor: Actor, bodyId: string): Judgement {
  return canReadWorkOf(actor, bodyId, 'chair', 'programme_manager', 'member', 'budget_holder', 'reviewer');
}

/** Writes new versions of the criteria of a body. */
export function mayWriteCriteria(actor: Actor, bodyId: string): Judgement {
  return canActFor(actor, bodyId, 'chair', 'programme_manager', 'editor');
}

/** Guard of the list of what somebody scores, and of the rounds they look after. */
export const readsReviews: Policy = mayReadWork('reviewer', 'member', 'chair', 'programme_manager');

/** Guard of one's own review; whose it is depends on the assignment. */
export const scores: Policy = signedIn;

/** Guard of the pages on which rounds are opened. */
export const managesRounds: Policy = hasRole('chair', 'programme_manager');

/** Guard of the pages that tell how far rounds are. */
export const readsRounds: Policy = mayReadWork('chair', 'programme_manager');

/** Guard of the page with the result, for who sits in a body. */
export const readsResults: Policy = mayReadWork('chair', 'programme_manager', 'member', 'budget_holder', 'reviewer');

/** Guard of the page on which criteria are written. */
export const writesCriteria: Policy = hasRole('chair', 'programme_manager', 'editor');
