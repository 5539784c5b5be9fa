import type { ErrorRequestHandler } from 'express';
import type { Log } from '#app/platform/log.server.ts';
import { sendPlainPage } from './plain-page.ts';

/** What nobody caught: written down in full in the log, told to the visitor in a sentence. */
export function answerFault(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const status = statusOf(error);
    if (status >= 500) log.error({ err: error, requestId: response.locals.requestId as unknown }, 'a request failed');
    if (response.headersSent) {
      next(error);
      return;
    }
    if (status === 404) sendPlainPage(request, response, 404, 'notFound');
    else if (status < 500) sendPlainPage(request, response, status, 'invalid');
    else sendPlainPage(request, response, 500, 'failed', () => ({ reference: String(response.locals.requestId) }));
  };
}

/** Express gives a refused file or a malformed address a status of 4xx. */
function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 500;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
