import { guardLoader } from '#app/http/guard.server.ts';
import { openResponse } from '#app/http/open-response.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { siteSitemap } from '#app/modules/opendata/site.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** Pages of one kind, for search machines. */
export const loader = guardLoader(everyone, async ({ request, params, database, platform }) => {
  const text = await siteSitemap(database, params.file ?? '', platform.env.publicUrl);
  if (text === null) throw notFound();
  return openResponse(request, { text, contentType: 'application/xml; charset=utf-8', maxAge: 300 });
});
