import { guardLoader } from '#app/http/guard.server.ts';
import { publicJson } from '#app/http/public-json.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { publishedLeaves } from '#app/modules/transparency/queries/published-leaves.query.server.ts';

/** Every leaf with what it is of and its salt, so that a copy of the log can be held against the registers. */
export const loader = guardLoader(everyone, async ({ database, request, url }) => {
  const from = url.searchParams.get('vanaf') ?? '0';
  if (!/^(0|[1-9]\d{0,8})$/.test(from)) throw notFound();
  return publicJson(request, await publishedLeaves(database, Number(from)));
});
