import { calendarResponse } from '#app/http/calendar-response.server.ts';
import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { gatheringCalendar } from '#app/modules/gatherings/queries/calendar.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** One gathering, to put in a calendar. */
export const loader = guardLoader(everyone, async ({ database, params, platform }) => {
  const slug = params.slug ?? '';
  const calendar = await gatheringCalendar(database, slug, platform.env.publicUrl);
  if (calendar === null) throw notFound();
  return calendarResponse(calendar, slug);
});
