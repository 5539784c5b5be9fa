import type { Request, RequestHandler } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Env } from '#app/platform/env.server.ts';
import { askedPath } from './asked-path.ts';
import { sendPlainPage } from './plain-page.ts';

/** Pages that search, and those that do when something was typed; as a page and as what a script of ours asks. */
const searching = /^\/(zoeken|initiatieven\/lijkt-op)(\.data)?$/;
const maySearch = /^\/initiatieven(\.data)?$/;

const doesSearch = (request: Request): boolean => {
  const path = askedPath(request);
  return searching.test(path) || (maySearch.test(path) && request.query.zoek !== undefined);
};

/** The page that was asked for, also by a script; of ours, since it is one that searches. */
const addressOf = (request: Request): string =>
  askedPath(request).replace(/\.data$/, '') + new URL(request.originalUrl, 'http://localhost').search;

/**
 * Bounds how often one address searches in a minute: that is never answered from what is kept, so a robot would keep others waiting.
 * Generous, because each pause while typing is a search and a community centre is one address. Kept in memory: with several processes
 * each counts for itself.
 */
export function limitSearches(env: Pick<Env, 'searchesPerMinute'>): RequestHandler {
  const points = env.searchesPerMinute;
  if (points === 0)
    return (_request, _response, next) => {
      next();
    };
  const limiter = new RateLimiterMemory({ points, duration: 60 });
  return (request, response, next) => {
    if (!doesSearch(request)) {
      next();
      return;
    }
    limiter.consume(request.ip ?? 'unknown').then(
      () => {
        next();
      },
      (reason: unknown) => {
        if (!(reason instanceof RateLimiterRes)) {
          next(reason);
          return;
        }
        response.setHeader('Retry-After', String(Math.ceil(reason.msBeforeNext / 1000)));
        sendPlainPage(request, response, 429, 'tooManySearches', (t) => ({
          again: { href: addressOf(request), label: t('errors:tooManySearches.again') },
        }));
      },
    );
  };
}
