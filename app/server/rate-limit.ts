import type { RequestHandler } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Env } from '#app/platform/env.server.ts';
import { sendPlainPage } from './plain-page.ts';

/** Pages at which a room full of people, behind one address, posts at once. What one of them may, the pages bound themselves. */
const roomPage = /^\/ontmoet\/[^/]+\/(?:mee|muur|vanavond|workshops|vragen|beloftes)(?:\/|\.data$|$)/;
const peopleInRoom = 25;
/** Pages of a vote, at which every choice is kept as it is made: a school in which five hundred vote in a quarter of an hour is one address. */
const votePage = /^\/stemmen\/[^/]+(?:\/controleren|\/keuze)?(?:\.data)?$/;
const peopleVoting = 100;

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
  const voting = new RateLimiterMemory({ points: env.postsPerMinute * peopleVoting, duration: 60 });
  const limiterOf = (path: string) => (votePage.test(path) ? voting : roomPage.test(path) ? inRoom : limiter);
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') {
      next();
      return;
    }
    const asked = limiterOf(request.path).consume(request.ip ?? 'unknown');
    asked.then(
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
