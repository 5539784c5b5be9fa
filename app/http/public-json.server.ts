import { createHash } from 'node:crypto';

/**
 * Public figures for machines: readable by every site, kept for a minute, and not sent again when nothing changed.
 * @param body whatever the page shows, in plain values; amounts in whole cents
 */
export function publicJson(request: Request, body: object): Response {
  const text = JSON.stringify(body);
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'public, max-age=60',
    'Access-Control-Allow-Origin': '*',
    ETag: `"${createHash('sha256').update(text).digest('base64url')}"`,
  };
  if (request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers });
  return new Response(text, { headers });
}
