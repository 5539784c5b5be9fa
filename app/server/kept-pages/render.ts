import { createRequestHandler, type AppLoadContext, type RequestHandler, type ServerBuild } from '@remix-run/node';
import type { Locale } from '#app/i18n/locale.ts';
import type { Searching } from '#app/modules/search/searching.ts';
import type { Platform } from '#app/platform/platform.server.ts';
import { watchReads, type Catalogue, type Reads } from '#app/platform/read-watch.server.ts';
import type { RouteFinder } from '../narrow-build.ts';
import type { Keeping } from './keeping.ts';
import { pageOf, type Page } from './page.ts';
import { watchSearch } from './watch-search.ts';

/** A page that is being made, or was. */
export type Rendering = {
  /** What the database had told before it began. */
  moment: number;
  /** What it was made from; grows until it is done. */
  reads: Reads;
  /** Whether it asked the clock. */
  askedClock: () => boolean;
  /** Null: not for everybody after all, because it sets a cookie. */
  page: Promise<Page | null>;
};

type Asked = { address: string; locale: Locale; requestId: string };

/**
 * Makes pages for nobody in particular. Whoever asks, what makes the page gets a request of our own: no cookie, no network address,
 * one language. So nothing of a visitor can get into a page that others see.
 */
export function rendererOf(parts: { platform: Platform; search: Searching; keeping: Keeping; finder: RouteFinder }) {
  const { platform, search, finder } = parts;
  const { changes, memory } = parts.keeping;
  const handlers = new Map<ServerBuild, RequestHandler>();
  const handlerFor = (path: string) => {
    const build = finder.buildFor(path);
    const handler = handlers.get(build) ?? createRequestHandler(build, 'production');
    handlers.set(build, handler);
    return handler;
  };
  return (catalogue: Catalogue, { address, locale, requestId }: Asked): Rendering => {
    const moment = changes.moment();
    const { database, reads } = watchReads(platform.database, catalogue);
    let asked = false;
    const clock = {
      now: () => {
        asked = true;
        return platform.clock.now();
      },
    };
    let whole: string | null = null;
    const context: AppLoadContext = {
      platform: { ...platform, database, clock },
      search: watchSearch(search, reads),
      remember: memory.rememberWith(database, (tables) => {
        for (const table of tables) reads.tables.add(table);
      }),
      nonce: undefined,
      requestId,
      clientAddress: '',
      connection: { waiting: () => 0, cut: () => undefined },
      sendWhole: (page) => {
        whole = page;
      },
    };
    const request = new Request(`${platform.env.publicUrl}${address}`, { headers: { 'accept-language': locale } });
    return {
      moment,
      reads,
      askedClock: () => asked,
      page: handlerFor(new URL(request.url).pathname)(request, context).then(async (response) => read(response, whole)),
    };
  };
}

async function read(response: Response, whole: string | null): Promise<Page | null> {
  if (response.headers.has('Set-Cookie')) return null;
  return pageOf(
    response.status,
    [...response.headers],
    response.body === null && whole !== null ? whole : await response.text(),
  );
}
