import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import { Pool } from 'pg';
import { readEnv } from '#app/platform/env.server.ts';
import type { Platform } from '#app/platform/platform.server.ts';
import { ensureBuild, ensureClient } from '../build.ts';
import { freePort } from '../embedded-postgres.ts';
import type { Closing, Installation } from '../installation.ts';
import { closeAll, closeServer, listen } from '../web-server.ts';
import { openReport, type Report } from './report.ts';

/** What parts measure: the demo in a throw-away database, with the web server in this process. */
export type Bench = {
  platform: Platform;
  /** Builds and opens the web server when a part first wants it, and gives its address. */
  origin: () => Promise<string>;
  report: Report;
  /** Bare SQL, past Prisma; as many connections as are asked at the same time. */
  sql: Pool;
};

/** Opens the demo with its web server, and closes it whatever happens. */
export async function withBench(work: (bench: Bench) => Promise<void>): Promise<void> {
  process.env.NODE_ENV = 'production';
  await ensureClient();
  const { openInstallation } = await import('../installation.ts');
  const folder = await mkdtemp(join(tmpdir(), 'wijkbeurs-bench-'));
  // when root runs this, PostgreSQL runs as another user, who must be able to enter
  await chmod(folder, 0o755);
  const port = await freePort();
  const env = readEnv({
    WIJKBEURS_MODE: 'demo',
    DATA_FOLDER: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    SEARCHES_PER_MINUTE: '0',
    // an index of its own: what is made up never gets into the one that people ask
    ...(process.env.MEILI_URL === undefined ? {} : meilisearch(process.env)),
  });
  const closing: Closing = [];
  try {
    const installation = await openInstallation(env, closing);
    const sql = new Pool({ connectionString: installation.platform.env.databaseUrl ?? '', max: 10 });
    closing.push(async () => sql.end());
    let opened: Promise<string> | undefined;
    await work({
      platform: installation.platform,
      origin: async () => (opened ??= openServer(installation, closing)),
      report: openReport(),
      sql,
    });
  } finally {
    await closeAll(closing);
    await rm(folder, { recursive: true, force: true });
  }
}

async function openServer(installation: Installation, closing: Closing): Promise<string> {
  await ensureBuild();
  const { createApp } = await import('../../app/server/app.ts');
  const build = (await import(new URL('../../build/server/index.js', import.meta.url).href)) as ServerBuild;
  const { env } = installation.platform;
  const server = await listen(createApp({ ...installation, build }), env);
  closing.push(async () => closeServer(server));
  return `http://${env.host}:${String(env.port)}`;
}

function meilisearch({ MEILI_URL, MEILI_KEY, MEILI_INDEX = 'wijkbeurs-bench' }: NodeJS.ProcessEnv) {
  return { MEILI_URL, MEILI_KEY, MEILI_INDEX };
}
