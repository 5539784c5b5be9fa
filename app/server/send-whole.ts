import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';

const encodings = ['br', 'gzip', 'identity'] as const;
type Encoding = (typeof encodings)[number];

/** Most pages are smaller than this when they are compressed: then each is one piece. */
const chunkSize = 64 * 1024;

/** As small as is worth the time where a page is made for one visitor; kept pages are made smaller (`kept-pages/page.ts`). */
const compress: Record<Encoding, (page: Buffer) => Promise<Buffer>> = {
  br: async (page) =>
    promisify(brotliCompress)(page, {
      chunkSize,
      params: { [constants.BROTLI_PARAM_QUALITY]: 3, [constants.BROTLI_PARAM_SIZE_HINT]: page.length },
    }),
  gzip: async (page) => promisify(gzip)(page, { chunkSize, level: 4 }),
  identity: async (page) => Promise.resolve(page),
};

/**
 * For a page that is whole before its first byte leaves: it waits until status and headers of its answer are written, and goes out in
 * one piece, compressed at once and not in chunks.
 * @returns what takes the page; the last one counts
 */
export function sendingWhole(request: Request, response: Response): (page: string) => void {
  const end = response.end.bind(response) as (...body: unknown[]) => Response;
  let whole = '';
  const endWithPage = (...body: unknown[]): Response => {
    // what answers instead of the page, after a fault behind it, brings or sent its own words
    if (body.length > 0 || response.headersSent) return end(...body);
    send().catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
    return response;
  };
  const send = async (): Promise<void> => {
    // browsers name them in an order that means nothing
    const encoding = encodings.find((one) => request.acceptsEncodings(one) === one) ?? 'identity';
    const body = await compress[encoding](Buffer.from(whole));
    response.vary('Accept-Encoding');
    // says to `compression`, too, that this is done
    if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
    response.setHeader('Content-Length', body.length);
    end(request.method === 'HEAD' ? undefined : body);
  };
  return (page) => {
    whole = page;
    response.end = endWithPage;
  };
}
