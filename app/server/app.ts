import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import type {} from '#app/http/load-context.server.ts';
import type { Platform } from '#app/platform/platform.server.ts';
import { stripePages } from '#app/platform/stripe.server.ts';
import type { RunningWorker } from '#app/worker/run.server.ts';
import { limitBody } from './body-limit.ts';
import { answerFault } from './faults.ts';
import { health } from './health.ts';
import { requireOwnOrigin } from './origin.ts';
import { answerPreflights } from './preflight.ts';
import { limitPosts } from './rate-limit.ts';
import { limitReads } from './read-limit.ts';
import { logRequests, numberRequests } from './request-log.ts';
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
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', env.trustProxy);

  app.use(numberRequests());
  const isHttps = env.publicUrl.startsWith('https:');
  app.use(securityHeaders({ isDevelopment: vite !== undefined, isHttps, formPages: stripePages(env) }));
  app.use(answerPreflights());
  app.use(requireSoundRequest());
  app.get('/gezondheid', health(platform, worker));
  app.use(compression());
  app.use(vite ?? staticFiles());
  app.use(logRequests(platform.log));
  app.post('/stripe/webhook', ...stripeWebhook(platform));
  app.use(requireOwnOrigin(env));
  app.use(limitPosts(env));
  app.use(limitReads(env));
  app.use(limitBody());
  app.all(
    '*',
    createRequestHandler({
      build,
      mode: vite === undefined ? 'production' : 'development',
      getLoadContext: (request, response): AppLoadContext => {
        const { nonce, requestId } = response.locals as { nonce: string; requestId: string };
        // who leaves in the middle of an answer is no fault of ours
        response.on('error', () => undefined);
        const connection = { waiting: () => response.writableLength, cut: () => void response.destroy() };
        return { platform, nonce, requestId, clientAddress: request.ip ?? '', connection };
      },
    }),
  );
  app.use(answerFault(platform.log));
  return app;
}

/** Files with a hash in their name never change; the others (icons) may. */
function staticFiles(): RequestHandler {
  const client = join(root, 'build/client');
  const files = express.Router();
  files.use('/assets', express.static(join(client, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  files.use(express.static(client, { maxAge: '1h', index: false }));
  return files;
}
