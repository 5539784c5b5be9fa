import { visitor, type Actor } from '#app/modules/people/actor.ts';
import type { Platform } from '#app/platform/platform.server.ts';

/** Who sends this request. Sessions come with the people module; until then everybody is a visitor. */
export async function actorOf(_request: Request, platform: Platform): Promise<Actor> {
  return Promise.resolve(visitor(platform.env.mode === 'demo'));
}
