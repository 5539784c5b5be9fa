import { calendarResponse } from '#app/http/calendar-response.server.ts';
import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { meetingCalendar } from '#app/modules/meetings/queries/calendar.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** One meeting as an appointment. */
export const loader = guardLoader(everyone, async ({ database, params, platform }) => {
  const slug = params.slug ?? '';
  const calendar = await meetingCalendar(database, slug, platform.env.publicUrl);
  if (calendar === null) throw notFound();
  return calendarResponse(calendar, slug);
});
