import type { RequestHandler } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Env } from '#app/platform/env.server.ts';
import { sendPlainPage } from './plain-page.ts';

/** Pages at which a room full of people, behind one address, posts at once. What one of them may, the pages bound themselves. */
const roomPage =
  /^\/(?:ontmoet\/[^/]+\/(?:mee|muur|vanavond|workshops|vragen|beloftes)(?:\/|\.data$|$)|stemmen\/[^/]+(?:\/controleren)?(?:\.data)?$)/;
const peopleInRoom = 25;

/**
 * Bounds what one address can post in a minute. Generous, because a community centre is one address; signing in has
 * narrower limits of its own. Kept in memory: with several processes each counts for itself.
 */
export function limitPosts(env: Pick<Env, 'postsPerMinute'>): RequestHandler {
  if (env.postsPerMinute === 0)
    return (_request, _response, next) => {
      next();
    };
  const limiter = new RateLimiterMemory({ points: env.postsPerMinute, duration: 60 });
  const inRoom = new RateLimiterMemory({ points: env.postsPerMinute * peopleInRoom, duration: 60 });
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') {
      next();
      return;
    }
    const limit = roomPage.test(request.path) ? inRoom : limiter;
    limit.consume(request.ip ?? 'unknown').then(
      () => {
        next();
      },
      (reason: unknown) => {
        if (!(reason instanceof RateLimiterRes)) {
          next(reason);
          return;
        }
        response.setHeader('Retry-After', String(Math.ceil(reason.msBeforeNext / 1000)));
        sendPlainPage(request, response, 429, 'tooMany');
      },
    );
  };
}
