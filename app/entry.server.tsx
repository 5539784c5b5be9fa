import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import type {} from './http/load-context.server.ts';
import { releaseData } from './http/held-data.ts';
import { NonceContext } from './http/nonce.ts';
import { hasPageScripts } from './http/page-scripts.ts';
import { readSession } from './http/session.server.ts';
import { textsOf } from './i18n/all.server.ts';
import { localeOfRequest, type Locale } from './i18n/locale.ts';

const renderTimeout = 10_000;

/**
 * Pages are small and most ship no JavaScript, so each is sent whole: the status is right and nothing pops in. Sent in
 * one piece, because what comes in pieces is compressed piece by piece: twice as large where many stamps are drawn.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const { platform, sendWhole } = loadContext;
  const locale = localeOfRequest(request);
  // who has to sign in first gets back what was typed
  const cacheControl = status === 401 ? kept.nowhere : await cacheControlFor(request, platform);
  const made = needsScripts(request, remixContext)
    ? await pageWithScripts(request, locale, remixContext, loadContext)
    : { page: readingPage(request, locale, remixContext), isWhole: true };
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Language', locale);
  headers.append('Vary', 'Cookie, Accept-Language');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', cacheControl);
  sendWhole?.(made.page);
  return new Response(sendWhole === undefined ? made.page : null, { headers, status: made.isWhole ? status : 500 });
}

function needsScripts(request: Request, { routeModules, staticHandlerContext }: EntryContext): boolean {
  const handles = staticHandlerContext.matches.map(({ route }) => routeModules[route.id]?.handle);
  return hasPageScripts(handles, new URL(request.url).search);
}

/** What nothing in the browser goes on with: made as text at once, without marks for scripts and without the data behind it. */
function readingPage(request: Request, locale: Locale, context: EntryContext): string {
  const { staticHandlerContext } = context;
  const made = { ...staticHandlerContext, loaderData: releaseData(staticHandlerContext.loaderData) };
  const page = (
    <I18nextProvider i18n={textsOf(locale)}>
      <RemixServer
        context={{ ...context, staticHandlerContext: made, serverHandoffStream: undefined }}
        url={request.url}
      />
    </I18nextProvider>
  );
  return `<!DOCTYPE html>${renderToStaticMarkup(page)}`;
}

type Made = { page: string; isWhole: boolean };

async function pageWithScripts(
  request: Request,
  locale: Locale,
  context: EntryContext,
  { nonce, platform }: AppLoadContext,
): Promise<Made> {
  return new Promise((resolve, reject) => {
    let isWhole = true;
    const { pipe, abort } = renderToPipeableStream(
      <I18nextProvider i18n={textsOf(locale)}>
        <NonceContext.Provider value={nonce}>
          <RemixServer context={context} url={request.url} nonce={nonce} abortDelay={renderTimeout} />
        </NonceContext.Provider>
      </I18nextProvider>,
      {
        nonce,
        onAllReady() {
          const body = new PassThrough();
          pipe(body);
          text(body).then((page) => {
            resolve({ page, isWhole });
          }, reject);
        },
        onShellError: reject,
        onError(error) {
          isWhole = false;
          platform.log.error({ err: error }, 'a page could not be rendered');
        },
      },
    );
    setTimeout(abort, renderTimeout + 1000).unref();
  });
}

const kept = { here: 'private, no-cache', nowhere: 'private, no-store' } as const;

/** Pages of who is signed in are kept nowhere: the next visitor of a shared computer does not find them under 'back'. */
async function cacheControlFor(request: Request, platform: AppLoadContext['platform']): Promise<string> {
  return (await readSession(request, platform)) === null ? kept.here : kept.nowhere;
}

/** What pages with scripts fetch, under the same rule as the pages themselves. */
export async function handleDataRequest(
  response: Response,
  { request, context }: { request: Request; context: AppLoadContext },
): Promise<Response> {
  if (!response.headers.has('Cache-Control'))
    response.headers.set('Cache-Control', await cacheControlFor(request, context.platform));
  return response;
}

/** Faults in loaders and actions. What a visitor sees is the error page, without details. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted) return;
  // a post to a page that takes none is a mistake of the sender
  if (isRouteErrorResponse(error) && error.status < 500) return;
  context.platform.log.error({ err: error, requestId: context.requestId }, 'a request failed');
}
