import type { AppLoadContext } from '@remix-run/node';
import { visitor, type Actor } from '#app/modules/people/actor.ts';
import { actorOfToken } from '#app/modules/people/queries/actor.query.server.ts';
import type {} from './load-context.server.ts';
import { readSession } from './session.server.ts';

/** Several loaders serve one request; they share its load context, while each gets a request object of its own. */
const known = new WeakMap<AppLoadContext, Promise<Actor>>();

/** Who sends this request; looked up once per request. */
export async function actorOf(request: Request, context: AppLoadContext): Promise<Actor> {
  const before = known.get(context);
  if (before !== undefined) return before;
  const { platform } = context;
  const demo = platform.env.mode === 'demo';
  const actor = readSession(request, platform).then(async (token) =>
    token === null ? visitor(demo) : actorOfToken(platform.database, token, { now: platform.clock.now(), demo }),
  );
  known.set(context, actor);
  return actor;
}
