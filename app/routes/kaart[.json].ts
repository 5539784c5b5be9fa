import { guardLoader } from '#app/http/guard.server.ts';
import { publicJson } from '#app/http/public-json.server.ts';
import { readMapFilter } from '#app/modules/overview/map-filter.ts';
import { mapView } from '#app/modules/overview/queries/map.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** What the map counts in every wijk and buurt; amounts in whole cents. The layer and area of the address change nothing here. */
export const loader = guardLoader(everyone, async ({ database, request, url, now }) => {
  const { theme, stage } = readMapFilter(url.searchParams);
  return publicJson(request, { theme, stage, ...(await mapView(database, { theme, stage }, now)) });
});
