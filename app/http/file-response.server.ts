import { contentDisposition, type AttachmentKind } from '#app/modules/initiatives/attachment.ts';

type FileToSend = {
  kind: AttachmentKind;
  fileName: string;
  contentType: string;
  sha256: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Whether everybody may see it. */
  isPublic: boolean;
};

/** A file that somebody added. Browsers may show a picture and save a document; they run neither. */
export function fileResponse(request: Request, file: FileToSend): Response {
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
}
