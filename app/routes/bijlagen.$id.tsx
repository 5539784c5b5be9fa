import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { contentDisposition } from '#app/modules/initiatives/attachment.ts';
import { attachmentFile } from '#app/modules/initiatives/queries/attachment.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** A file of a plan. Browsers may show a picture and save a document; they run neither. */
export const loader = guardLoader(everyone, async ({ database, actor, params, request }) => {
  const file = await attachmentFile(database, actor, params.id ?? '');
  if (file === null) throw notFound();
  const etag = `"${file.sha256}"`;
  const headers = {
    'Content-Type': file.contentType,
    'Content-Disposition': contentDisposition(file.kind, file.fileName),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    // nosniff and the resource policy stand on every answer (app/server/security-headers.ts); twice, a browser ignores the latter
    // a public file never changes, but it can be taken back: a day, not a year
    'Cache-Control': file.isPublic ? 'public, max-age=86400, immutable' : 'private, no-store',
    ETag: etag,
  };
  if (request.headers.get('If-None-Match') === etag) return new Response(null, { status: 304, headers });
  return new Response(file.bytes, { headers: { ...headers, 'Content-Length': String(file.bytes.length) } });
});
