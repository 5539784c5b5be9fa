import type { Request, RequestHandler } from 'express';
import { sendPlainPage } from './plain-page.ts';

const mebibyte = 1024 * 1024;

/** A form with a file may be larger: a file of 10 MB and the fields around it. */
const largest = { file: 11 * mebibyte, other: mebibyte };

/** Sent by a script of ours, which wants no page. */
function isFetched({ path }: Request): boolean {
  return path.endsWith('.data');
}

/**
 * Refuses a body that is too large before a byte of it is read. Node holds senders to the length that they announce;
 * who announces none (no browser does that with a form) is refused.
 */
export function limitBody(): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') {
      next();
      return;
    }
    if (request.headers['transfer-encoding'] !== undefined) {
      sendPlainPage(request, response, 411, 'invalid');
      return;
    }
    const isFile = request.headers['content-type']?.startsWith('multipart/form-data') === true;
    const length = Number(request.headers['content-length'] ?? 0);
    if (length <= (isFile ? largest.file : largest.other)) next();
    else if (isFetched(request)) sendPlainPage(request, response, 413, 'tooLarge');
    else {
      // from here on it is a question for the page that says so, in the looks of all others; the body stays unread
      request.method = 'GET';
      request.originalUrl = '/te-groot';
      next();
    }
  };
}
