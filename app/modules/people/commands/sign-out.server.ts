import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Context, Database } from '#app/platform/database.server.ts';
import { sha256 } from '#app/platform/secret.server.ts';
import type { SignedIn } from '../actor.ts';

/** Ends the session of a cookie, if there is one. */
export async function signOut(token: string | null, { database }: { database: Database }): Promise<void> {
  if (token !== null) await database.session.deleteMany({ where: { tokenHash: sha256(token) } });
}

/** Ends one session of the actor, in another browser; somebody else's is unknown here. */
export async function endSession(
  input: { sessionId: string },
  { actor, database }: Context<SignedIn>,
): Promise<Outcome<void, 'session-unknown'>> {
  if (!isId(input.sessionId)) return refused('session-unknown');
  const { count } = await database.session.deleteMany({ where: { id: input.sessionId, personId: actor.person.id } });
  return count === 1 ? accepted() : refused('session-unknown');
}

/** Ends every session of the actor but this one. */
export async function endOtherSessions({ actor, database }: Context<SignedIn>): Promise<void> {
  const others = actor.sessionId === null ? {} : { id: { not: actor.sessionId } };
  await database.session.deleteMany({ where: { personId: actor.person.id, ...others } });
}
