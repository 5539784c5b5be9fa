import { guardLoader } from '#app/http/guard.server.ts';
import { publicJson } from '#app/http/public-json.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { parseYear } from '#app/modules/donutfonds/call.ts';
import { donutYearJson } from '#app/modules/donutfonds/public-json.ts';
import { donutYear } from '#app/modules/donutfonds/queries/public-year.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** The year for who calculates with it: amounts in cents. */
export const loader = guardLoader(everyone, async ({ database, params, request, now }) => {
  const year = parseYear(params.year ?? '');
  const view = year === null ? null : await donutYear(database, year, dayInAmsterdam(now));
  if (view === null) throw notFound();
  return publicJson(request, donutYearJson(view));
});
