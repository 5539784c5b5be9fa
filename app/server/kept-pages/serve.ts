import type { ServerBuild } from '@remix-run/node';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { localeOf, type Locale } from '#app/i18n/locale.ts';
import type { Searching } from '#app/modules/search/searching.ts';
import { openChanges } from '#app/platform/changes.server.ts';
import { catalogueReader } from '#app/platform/fresh-catalogue.server.ts';
import type { Platform } from '#app/platform/platform.server.ts';
import { startRemembering } from '#app/platform/remember.server.ts';
import type { RouteFinder } from '../narrow-build.ts';
import { addressesOf } from './addresses.ts';
import type { Page } from './page.ts';
import { rendererOf, type Rendering } from './render.ts';
import { sendPage } from './send.ts';
import { storeOf } from './store.ts';

const mebibyte = 1024 * 1024;

/** No cookie, or only that of the language: everything else may say who somebody is, or what to tell them. */
const nobody = /^\s*(?:taal=[a-z]{2}\s*;?\s*)?$/;

type Parts = {
  platform: Platform;
  search: Searching;
  build: ServerBuild;
  finder: RouteFinder;
  /** What writes a request in the log. */
  logRequest: RequestHandler;
};

type Asked = { key: string; address: string; locale: Locale; requestId: string };
/** With what the answer says of where it came from. */
type Made = { page: Page | null; status: string };
type Flight = Rendering & { startedAt: number };

/**
 * Answers visitors without a session from pages that are kept in memory, where the route allows that (docs/decisions/0036). What one
 * of them asks first is made once, for all who ask meanwhile.
 */
export function keptPages({ platform, search, build, finder, logRequest }: Parts): RequestHandler {
  const { env, clock, log, listener } = platform;
  if (env.pageCacheMegabytes === 0)
    return (_request, _response, next) => {
      next();
    };
  const changes = openChanges(listener);
  const catalogueNow = catalogueReader(platform.database, changes);
  startRemembering(platform.database, changes, catalogueNow);
  const mayBeKept = addressesOf(build, finder);
  const render = rendererOf({ platform, search, changes, finder });
  const store = storeOf({ changes, clock, bytes: env.pageCacheMegabytes * mebibyte });
  const flights = new Map<string, Flight>();

  async function make({ key, address, locale, requestId }: Asked): Promise<Made> {
    const names = await catalogueNow();
    const before = flights.get(key);
    if (before !== undefined && !changes.changedSince(before.moment, before.reads.tables))
      return { page: await before.page, status: 'fwd=miss; collapsed' };
    const flight = { startedAt: clock.now().getTime(), ...render(names, { address, locale, requestId }) };
    flights.set(key, flight);
    try {
      const page = await flight.page;
      const isStored = page !== null && store.put(key, page, flight, names);
      return { page, status: isStored ? 'fwd=miss; stored' : 'fwd=miss' };
    } finally {
      if (flights.get(key) === flight) flights.delete(key);
    }
  }

  async function answer(request: Request, response: Response, next: NextFunction, asked: Asked) {
    // where the database does not tell in time what changed, everybody gets a page of their own
    if (!(changes.isCertain() || (await changes.catchUp()))) {
      next();
      return;
    }
    const found = store.get(asked.key);
    if (found?.isOld === true)
      make(asked).catch((error: unknown) => {
        log.error({ err: error, requestId: asked.requestId }, 'a kept page could not be made anew');
      });
    const { page, status } = found === null ? await make(asked) : { page: found.page, status: 'hit' };
    if (page === null) {
      next();
      return;
    }
    // RFC 9211, for who looks how well this works
    response.setHeader('Cache-Status', `wijkbeurs; ${status}`);
    await sendPage(request, response, page);
  }

  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      doubtWhenAnswered(response, () => {
        changes.doubt();
      });
      next();
      return;
    }
    const { cookie } = request.headers;
    if (cookie !== undefined && !nobody.test(cookie)) {
      next();
      return;
    }
    const locale = localeOf({ cookie: cookie ?? null, acceptLanguage: request.headers['accept-language'] ?? null });
    if (!mayBeKept(request.originalUrl)) {
      next();
      return;
    }
    logRequest(request, response, () => undefined);
    const address = request.originalUrl;
    const requestId = String(response.locals.requestId);
    answer(request, response, next, { key: `${locale} ${address}`, address, locale, requestId }).catch(next);
  };
}

/** Who posted something finds it on the next page, whatever the network does: before an answer leaves, nothing is certain any more. */
function doubtWhenAnswered(response: Response, doubt: () => void): void {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => Response;
  response.writeHead = ((...given: unknown[]) => {
    doubt();
    return writeHead(...given);
  }) as Response['writeHead'];
}
