/**
 * `npm run bench`: how fast pages are, on the demo in a throw-away database. Machines are noisy, so what counts is the last
 * column: requests per second as a share of the yardstick (a static file from the same server), measured before and after
 * each page in the same run. Then the totals of budgets, with few and with many entries behind them, files of payments, suggestions, who sits
 * with whom at a gathering, what comes live on the screens in a hall, and a long transparency log, in files and in PostgreSQL.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import autocannon from 'autocannon';
import { readEnv } from '#app/platform/env.server.ts';
import { benchGroups } from './bench-groups.ts';
import { benchLive } from './bench-live.ts';
import { benchLedger } from './bench-ledger.ts';
import { benchLog } from './bench-log.ts';
import { benchLogInDatabase } from './bench-log-database.ts';
import { benchPaymentFiles } from './bench-payments.ts';
import { benchPayoutChain } from './bench-payout-chain.ts';
import { benchSuggestions } from './bench-suggestions.ts';
import { ensureBuild, ensureClient } from './build.ts';
import { freePort } from './embedded-postgres.ts';
import type { Closing } from './installation.ts';
import { closeAll, closeServer, listen } from './web-server.ts';

const yardstick = '/favicon.svg';
const pages = [
  '/',
  '/initiatieven',
  '/initiatieven?zoek=vuilnisoprer',
  '/initiatieven/vuilnisoproer',
  '/opgaveteams',
  '/besluiten',
  '/besluiten/2024-0001',
  '/fondsen',
  `/fondsen/eigenaarschap-inclusie-democratie-${String(new Date().getFullYear())}`,
  '/budgetten',
  '/budgetten.json',
  '/budgetten/wijken',
];
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const connections = 8;

process.env.NODE_ENV = 'production';
await ensureClient();
await ensureBuild();
const { openInstallation } = await import('./installation.ts');
const { createApp } = await import('../app/server/app.ts');

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
});
const closing: Closing = [];
const installation = await openInstallation(env, closing);
const build = (await import(new URL('../build/server/index.js', import.meta.url).href)) as ServerBuild;
const server = await listen(createApp({ ...installation, build }), env);

try {
  await measure(yardstick);
  console.log(
    `\n${'page'.padEnd(34)}${'req/s'.padStart(9)}${'p50 ms'.padStart(9)}${'p99 ms'.padStart(9)}${'kB sent'.padStart(9)}${'of yardstick'.padStart(14)}`,
  );
  let before = await measure(yardstick);
  for (const page of pages) {
    const result = await measure(page);
    const after = await measure(yardstick);
    const share = (200 * result.rate) / (before.rate + after.rate);
    const columns = [
      result.rate.toFixed(0),
      result.p50.toFixed(1),
      result.p99.toFixed(1),
      (result.bytes / 1024).toFixed(1),
    ];
    console.log(
      `${page.padEnd(34)}${columns.map((column) => column.padStart(9)).join('')}${`${share.toFixed(1)} %`.padStart(14)}`,
    );
    before = after;
  }
  await benchLedger(installation.platform.database);
  await benchLog();
  await benchLogInDatabase(installation.platform.database);
  await benchPaymentFiles();
  await benchPayoutChain(installation.platform);
  await benchSuggestions(installation.platform.database);
  benchGroups();
  await benchLive(installation.platform, `http://127.0.0.1:${String(port)}`);
} finally {
  await closeServer(server);
  await closeAll(closing);
  await rm(folder, { recursive: true, force: true });
}

type Measured = { rate: number; p50: number; p99: number; bytes: number };

async function measure(path: string): Promise<Measured> {
  const result = await autocannon({
    url: `http://127.0.0.1:${String(port)}${path}`,
    connections,
    duration: seconds,
    headers: { 'accept-encoding': 'gzip', 'accept-language': 'nl' },
  });
  const answered = result['2xx'];
  if (answered === 0 || result.non2xx > 0)
    throw new Error(`${path} answered ${String(result.non2xx)} times with something else than success`);
  return {
    rate: answered / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    bytes: result.throughput.total / answered,
  };
}
