import { guardLoader } from '#app/http/guard.server.ts';
import { openResponse } from '#app/http/open-response.server.ts';
import { robotsText } from '#app/modules/opendata/site.server.ts';
import { wooIndexes } from '#app/modules/opendata/woo.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { openDataRules } from '#app/modules/programme/queries/settings.query.server.ts';

/** What robots may read; the harvester of the Woo index begins here. */
export const loader = guardLoader(everyone, async ({ request, database, platform }) =>
  openResponse(request, {
    text: robotsText(platform.env.publicUrl, wooIndexes(await openDataRules(database))),
    contentType: 'text/plain; charset=utf-8',
    maxAge: 300,
  }),
);
