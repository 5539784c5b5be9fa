type VoteFile = { text: string; sha256: string };

const types = { pb: 'text/plain; charset=utf-8', json: 'application/json; charset=utf-8' } as const;

/** What was published of a vote as a file: exactly the bytes whose SHA-256 is in the log. A count that was annulled and counted anew has another. */
export function voteFileResponse(
  request: Request,
  { text, sha256 }: VoteFile,
  name: string,
  kind: 'pb' | 'json',
): Response {
  const headers = {
    'Content-Type': types[kind],
    'Content-Disposition': `${kind === 'pb' ? 'attachment' : 'inline'}; filename="${name}.${kind}"`,
    'Cache-Control': 'public, no-cache',
    'Access-Control-Allow-Origin': '*',
    ETag: `"${sha256}"`,
  };
  if (request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers });
  return new Response(text, { headers });
}
