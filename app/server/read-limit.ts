import type { Request, RequestHandler } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { translatorOf } from '#app/i18n/all.server.ts';
import { localeOf } from '#app/i18n/locale.ts';
import { bulkCost } from '#app/modules/opendata/limits.ts';
import type { Env } from '#app/platform/env.server.ts';
import { askedPath } from './asked-path.ts';
import { forMachines } from './preflight.ts';

const bulk = /\.(ndjson|csv)(\.gz)?$|360giving/;

/**
 * Bounds what one address asks of the open data in a minute, so that one harvester does not keep others waiting. Every answer says
 * how much is left. Kept in memory: with several processes each counts for itself.
 */
export function limitReads(env: Pick<Env, 'readsPerMinute' | 'publicUrl'>): RequestHandler {
  const points = env.readsPerMinute;
  if (points === 0)
    return (_request, _response, next) => {
      next();
    };
  const limiter = new RateLimiterMemory({ points, duration: 60 });
  return (request, response, next) => {
    const path = askedPath(request);
    if (!forMachines.test(path)) {
      next();
      return;
    }
    const say = (left: RateLimiterRes) => {
      response.setHeader('RateLimit-Limit', String(points));
      response.setHeader('RateLimit-Remaining', String(left.remainingPoints));
      response.setHeader('RateLimit-Reset', String(Math.ceil(left.msBeforeNext / 1000)));
    };
    limiter.consume(request.ip ?? 'unknown', bulk.test(path) ? Math.min(bulkCost, points) : 1).then(
      (left) => {
        say(left);
        next();
      },
      (reason: unknown) => {
        if (!(reason instanceof RateLimiterRes)) {
          next(reason);
          return;
        }
        say(reason);
        const seconds = Math.ceil(reason.msBeforeNext / 1000);
        response.setHeader('Retry-After', String(seconds));
        response.setHeader('Access-Control-Allow-Origin', '*');
        response.setHeader('Cache-Control', 'no-store');
        response
          .status(429)
          .type('application/problem+json')
          .send(`${JSON.stringify(tooMany(request, env.publicUrl, seconds))}\n`);
      },
    );
  };
}

function tooMany(request: Request, publicUrl: string, seconds: number) {
  const t = translatorOf(
    localeOf({
      cookie: request.headers.cookie ?? null,
      acceptLanguage: request.headers['accept-language'] ?? null,
    }),
  );
  return {
    type: `${publicUrl}/open-data#too-many`,
    title: t('opendata:problem.too-many.title'),
    status: 429,
    detail: t('opendata:problem.too-many.detail', { seconds }),
    instance: request.path,
  };
}
