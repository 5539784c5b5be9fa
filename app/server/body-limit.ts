import type { Request, RequestHandler } from 'express';
import { sendPlainPage } from './plain-page.ts';

const mebibyte = 1024 * 1024;

/** A form with a file may be larger: a file of 10 MB and the fields around it. */
const largest = { file: 11 * mebibyte, other: mebibyte };

/**
 * Files that are read as they come in may be larger still: a bank statement with ten thousand payments. And whoever tries a file of a
 * vote that is somewhat too large reads on that page how large it may be.
 */
const streamed: Readonly<Record<string, number>> = {
  '/penningmeester/afschriften/inlezen': 60 * mebibyte,
  '/stemmingen/uitproberen': 25 * mebibyte,
};

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
    const ofPage = streamed[request.path.replace(/\.data$/, '')] ?? largest.file;
    if (length <= (isFile ? ofPage : largest.other)) next();
    else if (isFetched(request)) sendPlainPage(request, response, 413, 'tooLarge');
    else {
      // from here on it is a question for the page that says so, in the looks of all others; the body stays unread
      request.method = 'GET';
      request.originalUrl = '/te-groot';
      next();
    }
  };
}
