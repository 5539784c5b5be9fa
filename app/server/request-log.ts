import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Log } from '#app/platform/log.server.ts';

/** A number for each request, in the answer, in the log and on an error page, so that a report can be found back. */
export function numberRequests(): RequestHandler {
  return (_request, response, next) => {
    const requestId = randomUUID();
    response.locals.requestId = requestId;
    response.setHeader('X-Request-Id', requestId);
    next();
  };
}

/** Whoever has the address of a personal page can change what stands on it: its token stays out of the log. */
export function withoutToken(path: string): string {
  return path.replace(
    /(\/(?:mijn-aanmelding|integriteit\/volg|volgen\/(?:mijn|uit)|ontmoet\/[^/]+\/(?:beloftes|workshops))\/)[^/]+/,
    '$1*',
  );
}

/** One line a request: no query (people search for things), no address, no cookies. */
export function logRequests(log: Log): RequestHandler {
  return (request, response, next) => {
    if (response.locals.isLogged === true) {
      next();
      return;
    }
    response.locals.isLogged = true;
    const start = performance.now();
    const { method } = request;
    const path = withoutToken(request.path);
    response.on('finish', () => {
      const ms = Math.round(performance.now() - start);
      const requestId: unknown = response.locals.requestId;
      const line = { method, path, status: response.statusCode, ms, requestId };
      if (response.statusCode >= 500) log.error(line);
      else log.info(line);
    });
    next();
  };
}
