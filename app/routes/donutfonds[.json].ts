import { guardLoader } from '#app/http/guard.server.ts';
import { publicJson } from '#app/http/public-json.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { donutYearsJson } from '#app/modules/donutfonds/public-json.ts';
import { donutYears } from '#app/modules/donutfonds/queries/public-year.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** All years, each with the address of its own figures. */
export const loader = guardLoader(everyone, async ({ database, request, now }) =>
  publicJson(request, donutYearsJson(await donutYears(database, dayInAmsterdam(now)))),
);
