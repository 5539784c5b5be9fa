import { createHash } from 'node:crypto';
import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { logFile } from '#app/modules/transparency/queries/in-log.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** The files of the log, as C2SP tlog-tiles names them, and `keys`: so that anybody can mirror it. */
export const loader = guardLoader(everyone, async ({ database, params, request }) => {
  const file = await logFile(database, params['*'] ?? '');
  if (file === null) throw notFound();
  const headers = {
    'Content-Type': file.isText ? 'text/plain; charset=utf-8' : 'application/octet-stream',
    'Cache-Control': file.staysTheSame ? 'public, max-age=31536000, immutable' : 'public, no-cache',
    'Access-Control-Allow-Origin': '*',
    ETag: `"${createHash('sha256').update(file.bytes).digest('hex')}"`,
  };
  if (request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(file.bytes), { headers });
});
