import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { minutesOfNumber } from '#app/modules/meetings/queries/minutes-in-log.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** Minutes as they were published last, by the number that the log knows them by. */
export const loader = guardLoader(everyone, async ({ database, params }) => {
  const found = await minutesOfNumber(database, params.number ?? '');
  if (found === null) throw notFound();
  return new Response(found.file, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'public, max-age=60',
      'Access-Control-Allow-Origin': '*',
      ETag: `"${found.receipt}"`,
    },
  });
});
