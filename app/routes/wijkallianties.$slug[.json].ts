import { guardLoader } from '#app/http/guard.server.ts';
import { publicJson } from '#app/http/public-json.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { readAllianceYear } from '#app/modules/alliances/alliance-address.ts';
import { allianceJson } from '#app/modules/alliances/queries/alliance-json.server.ts';
import { alliancePage } from '#app/modules/alliances/queries/alliance-page.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** What the page shows, for who calculates with it: amounts in cents. */
export const loader = guardLoader(everyone, async ({ database, params, request, url, now, locale }) => {
  const asked = { year: readAllianceYear(url.searchParams), today: dayInAmsterdam(now), locale };
  const view = await alliancePage(database, params.slug ?? '', asked);
  if (view === null) throw notFound();
  return publicJson(request, allianceJson(view));
});
