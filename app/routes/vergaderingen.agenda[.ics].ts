import { calendarResponse } from '#app/http/calendar-response.server.ts';
import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { meetingFeed } from '#app/modules/meetings/queries/calendar.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** Every meeting, or those of one team, for calendars that come back for more. */
export const loader = guardLoader(everyone, async ({ database, now, url, platform, t }) => {
  const body = url.searchParams.get('team') ?? '';
  const name = t('meetings:calendarName');
  const feed = await meetingFeed(database, { name, body, publicUrl: platform.env.publicUrl, now });
  if (feed === null) throw notFound();
  return calendarResponse(feed, body === '' ? 'vergaderingen' : `vergaderingen-${body}`);
});
