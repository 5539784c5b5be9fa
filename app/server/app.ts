import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import compression from 'compression';
import staticGzip from 'express-static-gzip';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type {} from '#app/http/load-context.server.ts';
import { openSearch } from '#app/modules/search/engines.server.ts';
import type { Platform } from '#app/platform/platform.server.ts';
import { forgetful } from '#app/platform/remember.server.ts';
import { stripePages } from '#app/platform/stripe.server.ts';
import type { RunningWorker } from '#app/worker/run.server.ts';
import { limitBody } from './body-limit.ts';
import { answerFault } from './faults.ts';
import { health } from './health.ts';
import { openKeeping } from './kept-pages/keeping.ts';
import { keptPages } from './kept-pages/serve.ts';
import { routeFinder, type RouteFinder } from './narrow-build.ts';
import { requireOwnOrigin } from './origin.ts';
import { answerPreflights } from './preflight.ts';
import { limitPosts } from './rate-limit.ts';
import { limitReads } from './read-limit.ts';
import { logRequests, numberRequests } from './request-log.ts';
import { limitSearches } from './search-limit.ts';
import { sendingWhole } from './send-whole.ts';
import { securityHeaders } from './security-headers.ts';
import { requireSoundRequest } from './sound-request.ts';
import { stripeWebhook } from './stripe-webhook.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type AppParts = {
  platform: Platform;
  /** Null where the worker runs in a process of its own. */
  worker: RunningWorker | null;
  /** The built routes, or a function that builds them anew in development. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Development only: Vite, which serves the sources and reloads pages. */
  vite?: RequestHandler;
};

/** The web server around Remix: everything that holds for each request, whatever the route. */
export function createApp({ platform, worker, build, vite }: AppParts): Express {
  const { env } = platform;
  const search = openSearch(platform);
  // nobody waits for it: the page to sign in says whether it answers
  void platform.identity?.ready();
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', env.trustProxy);

  app.use(numberRequests());
  const isHttps = env.publicUrl.startsWith('https:');
  const isDevelopment = vite !== undefined;
  app.use(securityHeaders({ isDevelopment, isHttps, formPages: stripePages(env), mapTiles: env.mapTiles }));
  app.use(answerPreflights());
  app.use(requireSoundRequest());
  app.get('/gezondheid', health(platform, worker, search));
  const finder = typeof build === 'function' ? null : routeFinder(build);
  // while somebody develops, pages change without the database telling it
  const keeping = finder === null ? null : openKeeping(platform);
  if (keeping !== null && finder !== null && typeof build !== 'function')
    app.use(keptPages({ platform, search, keeping, build, finder, logRequest: logRequests(platform.log) }));
  app.use(compression());
  app.use(vite ?? staticFiles());
  app.use(logRequests(platform.log));
  app.post('/stripe/webhook', ...stripeWebhook(platform));
  app.use(requireOwnOrigin(env));
  app.use(limitPosts(env));
  app.use(limitReads(env));
  app.use(limitSearches(env));
  app.use(limitBody());
  const remember = keeping?.memory.rememberWith(platform.database) ?? forgetful(platform.database);
  app.all('*', remix(build, finder, { platform, search, remember }));
  app.use(answerFault(platform.log));
  return app;
}

/** Hands a request to the routes. */
function remix(
  build: AppParts['build'],
  finder: RouteFinder | null,
  parts: Pick<AppLoadContext, 'platform' | 'search' | 'remember'>,
): RequestHandler {
  const mode = finder === null ? 'development' : 'production';
  const getLoadContext = (request: Request, response: Response): AppLoadContext => {
    const { nonce, requestId } = response.locals as { nonce: string; requestId: string };
    // who leaves in the middle of an answer is no fault of ours
    response.on('error', () => undefined);
    const connection = { waiting: () => response.writableLength, cut: () => void response.destroy() };
    const sendWhole = sendingWhole(request, response);
    return { ...parts, nonce, requestId, clientAddress: request.ip ?? '', connection, sendWhole };
  };
  if (finder === null) {
    const handler = createRequestHandler({ build, mode, getLoadContext });
    return (request, response, next) => void handler(request, response, next);
  }
  const handlers = new Map<ServerBuild, ReturnType<typeof createRequestHandler>>();
  return (request, response, next) => {
    // as Remix reads it: who sent too much is led to another page
    const narrow = finder.buildFor(request.originalUrl.replace(/\?.*$/s, ''));
    const handler = handlers.get(narrow) ?? createRequestHandler({ build: narrow, mode, getLoadContext });
    handlers.set(narrow, handler);
    void handler(request, response, next);
  };
}

/** Files with a hash in their name never change; the others (icons) may. */
function staticFiles(): RequestHandler {
  const client = join(root, 'build/client');
  const files = express.Router();
  const compressed = { enableBrotli: true, orderPreference: ['br', 'gz'], index: false };
  files.use(
    '/assets',
    staticGzip(join(client, 'assets'), {
      ...compressed,
      serveStatic: { immutable: true, maxAge: '1y', fallthrough: false },
    }),
  );
  const others = staticGzip(client, { ...compressed, serveStatic: { maxAge: '1h' } });
  const names = existsSync(client) ? readdirSync(client) : [];
  const addresses = new Set(names.map((name) => `/${name}`));
  // asks the disk; no page is a file
  files.use((request, response, next) => {
    if (addresses.has(request.path)) others(request, response, next);
    else next();
  });
  return files;
}
