import { isSignedIn, type Actor, type SignedIn } from '#app/modules/people/actor.ts';
import type { Context } from '#app/platform/database.server.ts';

/**
 * The context of a command for who is signed in, for routes behind the policy `signedIn` or a role.
 * @throws Error when nobody is: the route's policy lets too many in
 */
export function signedInContext(context: Context<Actor>): Context<SignedIn> {
  const { actor } = context;
  if (!isSignedIn(actor)) throw new Error('this route needs a policy for who is signed in');
  return { ...context, actor };
}
