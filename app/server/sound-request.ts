import type { RequestHandler } from 'express';
import { sendPlainPage } from './plain-page.ts';

const methods = ['GET', 'HEAD', 'POST'];

/** An address that is another site to whoever reads a backslash as a slash, as browsers and the router do. */
const otherSite = /^\/(?:\\|%5c)/i;

/** Remix took this for a question for the data of one route, before all data of a page came at once; it answers with nothing. */
const asksOldData = (url: string) => new URLSearchParams(url.split('?', 2)[1]).has('_data');

/** Whether the path can be read; the router writes a line for each that cannot. */
function isReadable(url: string): boolean {
  try {
    decodeURI(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

/**
 * Refuses what no browser sends: other methods than those of pages and forms, and an address or host name that make no
 * URL. Remix would take them for faults of ours, and fill the log with them.
 */
export function requireSoundRequest(): RequestHandler {
  return (request, response, next) => {
    if (!methods.includes(request.method)) {
      response.setHeader('Allow', methods.join(', '));
      sendPlainPage(request, response, 405, 'invalid');
    } else if (
      !request.originalUrl.startsWith('/') ||
      otherSite.test(request.originalUrl) ||
      asksOldData(request.originalUrl) ||
      !isReadable(request.originalUrl) ||
      !URL.canParse(`http://${request.hostname}/`)
    ) {
      sendPlainPage(request, response, 400, 'invalid');
    } else next();
  };
}
