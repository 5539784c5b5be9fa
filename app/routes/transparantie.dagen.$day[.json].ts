import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { publishedDayFile } from '#app/modules/budgets/queries/published-days.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** A day of the ledger as a file: exactly the bytes whose SHA-256 is in the log. `versie` asks for one from before a correction. */
export const loader = guardLoader(everyone, async ({ database, params, request, url }) => {
  const asked = url.searchParams.get('versie');
  if (asked !== null && !/^[1-9]\d{0,5}$/.test(asked)) throw notFound();
  const file = await publishedDayFile(database, params.day ?? '', asked === null ? null : Number(asked));
  if (file === null) throw notFound();
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': `inline; filename="grootboek-${params.day ?? ''}.json"`,
    'Cache-Control': asked === null ? 'public, max-age=60' : 'public, max-age=86400',
    'Access-Control-Allow-Origin': '*',
    ETag: `"${file.sha256}"`,
  };
  if (request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers });
  return new Response(file.text, { headers });
});
