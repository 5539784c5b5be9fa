import type { Actor, SignedIn } from '#app/modules/people/actor.ts';
import { isSignedIn } from '#app/modules/people/actor.ts';
import { codeOf } from '#app/modules/people/code.server.ts';
import { requestCode } from '#app/modules/people/commands/request-code.server.ts';
import { signIn } from '#app/modules/people/commands/sign-in.server.ts';
import { actorOfToken } from '#app/modules/people/queries/actor.query.server.ts';
import type { Context, Database } from '#app/platform/database.server.ts';
import { testNow } from '#tests/factories/index.ts';

export const secret = 'a secret for tests, of more than thirty-two characters';

/** Asks for a code and reads it as the mail would tell it. */
export async function askCode(
  database: Database,
  email: string,
  now = testNow,
): Promise<{ codeId: string; email: string; code: string }> {
  const asked = await requestCode({ email, locale: 'nl', requester: '192.0.2.1' }, { database, now, secret });
  if (!asked.ok) throw new Error(asked.reason);
  const row = await database.signInCode.findUniqueOrThrow({ where: { id: asked.value } });
  return { codeId: asked.value, email, code: codeOf(secret, row) };
}

export const browser = { userAgent: 'Mozilla/5.0 (Android 15; Mobile) Firefox/140.0', previousToken: null };

/** Signs in through the whole path. @returns the token of the cookie */
export async function signInAs(database: Database, email: string, now = testNow): Promise<string> {
  const asked = await askCode(database, email, now);
  const outcome = await signIn({ ...asked, ...browser }, { database, now, secret });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.token;
}

export async function actorOf(database: Database, token: string, now = testNow, demo = false): Promise<Actor> {
  return actorOfToken(database, token, { now, demo });
}

/** What a command gets from who signed in with this address. @param secondFactor as if it was shown in this session */
export async function contextOf(
  database: Database,
  email: string,
  given: { now?: Date; secondFactor?: boolean } = {},
): Promise<Context<SignedIn> & { secret: string }> {
  const now = given.now ?? testNow;
  const token = await signInAs(database, email, now);
  const actor = await actorOf(database, token, now);
  if (!isSignedIn(actor)) throw new Error('not signed in');
  return { actor: { ...actor, secondFactor: given.secondFactor ?? actor.secondFactor }, now, database, secret };
}

/** The payloads of the jobs of one kind that wait. */
export async function queued(database: Database, job: string): Promise<unknown[]> {
  const rows = await database.$queryRaw<{ payload: unknown }[]>`
    select p.payload from graphile_worker._private_jobs p
      join graphile_worker._private_tasks t on t.id = p.task_id where t.identifier = ${job} order by p.id`;
  return rows.map(({ payload }) => payload);
}
