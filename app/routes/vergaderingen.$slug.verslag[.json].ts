import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { publicMinutes, versionAsked } from '#app/modules/meetings/queries/public-minutes.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** Minutes exactly as they were published: `sha256sum` of the file is their receipt. */
export const loader = guardLoader(everyone, async ({ database, params, url, request }) => {
  const found = await publicMinutes(database, params.slug ?? '', versionAsked(url.searchParams.get('versie')));
  if (found === null) throw notFound();
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': `inline; filename="verslag-${found.minutes.number}-${String(found.minutes.version)}.json"`,
    // without a version it is the newest, which may be another one tomorrow
    'Cache-Control': 'public, max-age=300',
    'Access-Control-Allow-Origin': '*',
    ETag: `"${found.receipt}"`,
  };
  if (request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers });
  return new Response(found.file, { headers });
});
