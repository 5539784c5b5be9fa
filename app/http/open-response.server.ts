import { createHash } from 'node:crypto';
import type { Connection } from './load-context.server.ts';

/** For every site, and for a while. */
const open = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After',
} as const;

type Sent = {
  text: string;
  contentType: string;
  /** Seconds that it may be kept. */
  maxAge?: number;
  /** Beside it: next pages, how it is called when it is saved. */
  headers?: Record<string, string>;
};

/** A public file in one piece; not sent again to who has it. */
export function openResponse(request: Request, { text, contentType, maxAge = 60, headers = {} }: Sent): Response {
  const all = {
    ...open,
    'Content-Type': contentType,
    'Cache-Control': `public, max-age=${String(maxAge)}`,
    ETag: `"${createHash('sha256').update(text).digest('base64url')}"`,
    ...headers,
  };
  const known = request.headers.get('If-None-Match')?.split(',') ?? [];
  // a proxy that compresses makes an ETag weak
  if (known.some((one) => one.trim().replace(/^W\//, '') === all.ETag))
    return new Response(null, { status: 304, headers: all });
  return new Response(text, { headers: all });
}

/** Bytes that may wait for a slow reader before we read on. */
const mostWaiting = 1024 * 1024;
const pause = 50;
/** A reader who takes nothing for this long is gone. */
const patience = 60_000;

type Streamed = {
  parts: AsyncGenerator<string>;
  contentType: string;
  fileName: string;
  isGzip: boolean;
};

/**
 * A file of any length: the next part is made when the last has left, so that it never stands in memory whole. Not compressed on
 * the way, which would collect it: who wants it small asks for the file with `.gz`.
 */
export function streamedResponse(connection: Connection, { parts, contentType, fileName, isGzip }: Streamed): Response {
  const encoder = new TextEncoder();
  const bytes = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      if (!(await hasLeft(connection))) {
        await parts.return(undefined);
        controller.error(new Error('the reader takes nothing'));
        connection.cut();
        return;
      }
      const part = await parts.next();
      if (part.done === true) controller.close();
      else controller.enqueue(encoder.encode(part.value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
  return new Response(isGzip ? bytes.pipeThrough(new CompressionStream('gzip')) : bytes, {
    headers: {
      ...open,
      'Content-Type': isGzip ? 'application/gzip' : contentType,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'public, max-age=300, no-transform',
    },
  });
}

async function hasLeft(connection: Connection): Promise<boolean> {
  for (let waited = 0; connection.waiting() > mostWaiting; waited += pause) {
    if (waited >= patience) return false;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return true;
}
