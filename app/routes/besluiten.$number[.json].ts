import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { publishedFile } from '#app/modules/decisions/queries/decision-page.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** The decision as a file: exactly the bytes that the receipt is taken over, so without a line end. */
export const loader = guardLoader(everyone, async ({ database, params, request }) => {
  const file = await publishedFile(database, params.number ?? '');
  if (file === null) throw notFound();
  const link = [
    ...(file.replaces === null ? [] : [`</besluiten/${file.replaces}.json>; rel="predecessor-version"`]),
    ...(file.replacedBy === null ? [] : [`</besluiten/${file.replacedBy}.json>; rel="successor-version"`]),
  ].join(', ');
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': `inline; filename="besluit-${params.number ?? ''}.json"`,
    // what was published never changes; that another decision took its place is news (RFC 5829)
    'Cache-Control': 'public, max-age=600',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Link, ETag',
    ...(link === '' ? {} : { Link: link }),
    ETag: `"${file.receipt}"`,
  };
  if (request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers });
  return new Response(file.text, { headers });
});
