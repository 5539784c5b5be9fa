import { guardLoader } from '#app/http/guard.server.ts';
import { openResponse } from '#app/http/open-response.server.ts';
import { siteIndex } from '#app/modules/opendata/site.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** Every page that everybody can open, for search machines. */
export const loader = guardLoader(everyone, async ({ request, database, platform }) =>
  openResponse(request, {
    text: await siteIndex(database, platform.env.publicUrl),
    contentType: 'application/xml; charset=utf-8',
    maxAge: 300,
  }),
);
