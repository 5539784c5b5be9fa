import { guardLoader } from '#app/http/guard.server.ts';
import { isId } from '#app/kernel/ids.ts';
import { similarInitiatives } from '#app/modules/search/queries/similar-initiatives.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** Initiatives that resemble a title, while somebody types it. */
export const loader = guardLoader(everyone, async ({ database, search, url }) => {
  const except = url.searchParams.get('behalve') ?? '';
  const options = { most: 5, ...(isId(except) ? { exceptId: except } : {}) };
  return Response.json(await similarInitiatives({ search, database }, url.searchParams.get('titel') ?? '', options));
});
