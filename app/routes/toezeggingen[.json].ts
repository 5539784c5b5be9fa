import { guardLoader } from '#app/http/guard.server.ts';
import { publicJson } from '#app/http/public-json.server.ts';
import { undertakings } from '#app/modules/actions/queries/undertakings.query.server.ts';
import { readUndertakingFilter } from '#app/modules/actions/undertaking-filter.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** What was promised, under the filter of the address. */
export const loader = guardLoader(everyone, async ({ database, request, url, now }) => {
  const { lines, counts } = await undertakings(database, readUndertakingFilter(url.searchParams), now);
  return publicJson(request, {
    counts,
    undertakings: lines.map((line) => ({ ...line, page: `/toezeggingen/${String(line.number)}` })),
  });
});
