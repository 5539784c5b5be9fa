import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { publishedFile } from '#app/modules/decisions/queries/decision-page.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** The decision as a file: exactly the bytes that the receipt is taken over, so without a line end. */
export const loader = guardLoader(everyone, async ({ database, params, request }) => {
  const file = await publishedFile(database, params.number ?? '');
  if (file === null) throw notFound();
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': `inline; filename="besluit-${params.number ?? ''}.json"`,
    // what was published never changes
    'Cache-Control': 'public, max-age=86400',
    'Access-Control-Allow-Origin': '*',
    ETag: `"${file.receipt}"`,
  };
  if (request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers });
  return new Response(file.text, { headers });
});
