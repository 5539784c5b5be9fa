import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { afterAll, beforeAll } from 'vitest';
import { fixedClock, systemClock, type Clock } from '#app/platform/clock.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { openLog } from '#app/platform/log.server.ts';
import { openPlatform, type Platform } from '#app/platform/platform.server.ts';
import { openSearch } from '#app/modules/search/engines.server.ts';
import { jobHandlers } from '#app/worker/handlers.server.ts';
import { startWorker, type RunningWorker } from '#app/worker/run.server.ts';
import { startSearch } from '#app/worker/search.server.ts';
import { createApp } from '#app/server/app.ts';
import { testBankKeys } from './bank-keys.ts';
import { useTestDatabase } from './database.ts';
import { fillDemo, sharedDemo } from './demo.ts';
import { testSecret } from './test-secret.ts';

export type Product = { readonly url: string; readonly database: Database; readonly platform: Platform };

export type ProductOptions = {
  /** Stands still at this moment; the real time when left out. */
  now?: Date;
  /** Fills the database before the server starts. */
  fill?: (database: Database) => Promise<void>;
  /** Does more to what was filled, for this test file alone. */
  afterFilling?: (database: Database) => Promise<unknown>;
  /** More settings, as environment variables. */
  settings?: Record<string, string>;
  /** Gets the lines of the log, which go nowhere else then. */
  logTo?: (line: string) => void;
};

/** The built product on a free port, with its worker and a database of the test file's own. Call at the top of the file. */
export function useProduct({ now, fill, afterFilling, settings = {}, logTo }: ProductOptions = {}): Product {
  // what most of them begin with is filled in once and copied
  const isDemo = fill === fillDemo;
  const db = useTestDatabase(isDemo ? sharedDemo : undefined);
  let folder: string;
  let server: Server;
  let worker: RunningWorker;
  let search: Awaited<ReturnType<typeof startSearch>>;
  let platform: Platform | undefined;
  let url: string | undefined;

  beforeAll(async () => {
    const built = fileURLToPath(new URL('../../build/server/index.js', import.meta.url));
    if (!isDemo) await fill?.(db.database);
    await afterFilling?.(db.database);
    folder = await mkdtemp(join(tmpdir(), 'wijkbeurs-browser-'));
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://localhost:${(server.address() as AddressInfo).port}`;
    const env = readEnv({
      WIJKBEURS_MODE: 'demo',
      DATA_FOLDER: folder,
      PUBLIC_URL: url,
      POSTS_PER_MINUTE: '0',
      SEARCHES_PER_MINUTE: '0',
      BANK_ACCOUNT_KEYS: testBankKeys,
      SESSION_SECRET: testSecret,
      // live mode makes none of its own
      TRANSPARENCY_KEYS: 'ab'.repeat(32),
      LOG_LEVEL: 'error',
      ...settings,
    });
    const clock: Clock = now === undefined ? systemClock : fixedClock(now);
    const opened = openPlatform({ ...env, databaseUrl: db.url }, clock);
    platform = logTo === undefined ? opened : { ...opened, log: openLog(env, { write: logTo }) };
    search = await startSearch(platform, openSearch(platform).engines);
    await search.ready;
    worker = await startWorker(platform, [...jobHandlers, ...search.handlers]);
    const build = (await import(built)) as ServerBuild;
    server.on('request', createApp({ platform, worker, build }));
  });

  afterAll(async () => {
    await platform?.listener.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await worker.stop();
    await search.stop();
    await platform?.database.$disconnect();
    await rm(folder, { recursive: true, force: true });
  });

  const started = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new Error('the product runs from beforeAll on');
    return value;
  };
  return {
    get url() {
      return started(url);
    },
    get database() {
      return db.database;
    },
    get platform() {
      return started(platform);
    },
  };
}
