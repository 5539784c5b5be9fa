type VoteFile = { text: string; sha256: string; attempt?: number; annulled?: string | null };

const types = { pb: 'text/plain; charset=utf-8', json: 'application/json; charset=utf-8' } as const;

/**
 * What was published of a vote as a file: exactly the bytes whose SHA-256 is in the log. A count that was annulled keeps its bytes; its
 * name says so, and `X-Count-Annulled` the reason (percent-encoded).
 */
export function voteFileResponse(
  request: Request,
  { text, sha256, attempt = 1, annulled = null }: VoteFile,
  name: string,
  kind: 'pb' | 'json',
): Response {
  const whole = annulled === null ? name : `${name}-telling-${String(attempt)}-ongeldig`;
  const headers = {
    'Content-Type': types[kind],
    'Content-Disposition': `${kind === 'pb' ? 'attachment' : 'inline'}; filename="${whole}.${kind}"`,
    'Cache-Control': 'public, no-cache',
    'Access-Control-Allow-Origin': '*',
    ...(annulled === null ? {} : { 'X-Count-Annulled': encodeURIComponent(annulled) }),
    ETag: `"${sha256}"`,
  };
  if (request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers });
  return new Response(text, { headers });
}
