import { calendarResponse } from '#app/http/calendar-response.server.ts';
import { guardLoader } from '#app/http/guard.server.ts';
import { gatheringFeed } from '#app/modules/gatherings/queries/calendar.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** Every gathering, for calendars that come back for more. */
export const loader = guardLoader(everyone, async ({ database, now, platform, t }) => {
  const name = t('gatherings:agenda.calendarName');
  return calendarResponse(
    await gatheringFeed(database, { name, publicUrl: platform.env.publicUrl, now }),
    'meet-en-match',
  );
});
