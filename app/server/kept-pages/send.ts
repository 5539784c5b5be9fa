import type { Request, Response } from 'express';
import { encodings, type Page } from './page.ts';

/** Sends a page in the encoding that was asked for, or only says that it is still the same. */
export async function sendPage(request: Request, response: Response, page: Page): Promise<void> {
  // browsers name them in an order that means nothing
  const encoding = encodings.find((one) => request.acceptsEncodings(one) === one) ?? 'identity';
  response.statusCode = page.status;
  for (const [name, value] of page.headers) response.setHeader(name, value);
  response.vary('Accept-Encoding');
  const policy = response.getHeader('Content-Security-Policy');
  if (typeof policy === 'string')
    response.setHeader('Content-Security-Policy', policy.replace(/script-src [^;]*/, scriptSource(page)));
  if (page.status === 200) {
    const tag = `"${page.digest}${encoding === 'identity' ? '' : `-${encoding}`}"`;
    response.setHeader('ETag', tag);
    if (isKnown(request, tag)) {
      response.statusCode = 304;
      response.removeHeader('Content-Type');
      response.end();
      return;
    }
  }
  const made = page.encoded(encoding);
  const body = made instanceof Buffer ? made : await made;
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** By the tags alone: a browser that sends them along wants to know, whatever else it says of keeping. */
function isKnown(request: Request, tag: string): boolean {
  const known = request.headers['if-none-match'] ?? '';
  return known.trim() === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}

/**
 * Which scripts may run. A number for each page, as on pages that are not kept, would be the same for everybody: so the scripts in the
 * page are named by what they hold, and they load their parts from us.
 */
function scriptSource({ scriptHashes }: Page): string {
  return scriptHashes.length === 0 ? "script-src 'none'" : `script-src 'self' ${scriptHashes.join(' ')}`;
}
