import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { publishLedgerDays } from '#app/modules/budgets/commands/publish-ledger-days.server.ts';
import { checkLedgerJob } from '#app/modules/control/jobs.server.ts';
import { logEarlierDecisions } from '#app/modules/decisions/commands/log-decision.server.ts';
import { matchPortfoliosJob } from '#app/modules/matching/jobs.server.ts';
import { loadProgramme } from '#app/modules/programme/commands/load-programme.server.ts';
import { loadSearchWords } from '#app/modules/search/commands/load-search-words.server.ts';
import { openSearch } from '#app/modules/search/engines.server.ts';
import { starterPlaces } from '#app/modules/search/words/starter-places.ts';
import { starterSynonyms } from '#app/modules/search/words/starter-synonyms.ts';
import { publishLogJob } from '#app/modules/transparency/jobs.server.ts';
import type { Env } from '#app/platform/env.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { openPlatform, type Platform } from '#app/platform/platform.server.ts';
import { crontab, jobHandlers } from '#app/worker/handlers.server.ts';
import { startWorker, type RunningWorker } from '#app/worker/run.server.ts';
import { startSearch } from '#app/worker/search.server.ts';
import { recreateDatabase, startPostgres } from './embedded-postgres.ts';
import { loadDemo } from './load-demo.ts';
import { loadPapers } from './load-papers.ts';
import { loadRealVotes } from './load-past-votes.ts';
import { migrate } from './migrate.ts';
import { step } from './tell.ts';

export type Installation = { platform: Platform; worker: RunningWorker };

/** What to close when the program ends, in the order in which it was opened. */
export type Closing = (() => Promise<void>)[];

/**
 * Everything behind the web server: database, tables, data and worker, each step told as it happens.
 * @param closing is added to as things open, so that a stop halfway closes what is open by then
 */
export async function openInstallation(env: Env, closing: Closing): Promise<Installation> {
  const databaseUrl = env.databaseUrl ?? (await openOwnPostgres(env, closing));
  await step(
    'Bringing the tables up to date',
    async () => migrate(databaseUrl),
    (applied) => (applied.length === 0 ? 'nothing to do' : `${applied.length} changes`),
  );
  const platform = openPlatform({ ...env, databaseUrl });
  closing.push(async () => platform.database.$disconnect());
  closing.push(async () => platform.listener.close());
  await fill(platform);
  await step('Writing what was published in the log', async () =>
    logEarlierDecisions(platform.database, platform.clock.now()),
  );
  await step('Writing the days of the ledger in the log', async () =>
    publishLedgerDays(platform.database, platform.clock.now()),
  );
  // whatever happened to the data while the product was away is seen at once
  await platform.database.$transaction(async (tx) => {
    await enqueue(tx, checkLedgerJob, {}, 'check-ledger');
    await enqueue(tx, publishLogJob, {}, 'publish-log');
    await enqueue(tx, matchPortfoliosJob, {}, 'match-portfolios');
  });
  const search = await startSearch(platform, openSearch(platform).engines);
  closing.push(async () => search.stop());
  await step('Filling the search index', async () =>
    Promise.race([search.ready, wait(longestFilling, undefined, { ref: false })]),
  );
  const worker = await step('Starting the worker', async () =>
    startWorker(platform, [...jobHandlers, ...search.handlers], crontab),
  );
  closing.push(async () => worker.stop());
  return { platform, worker };
}

/** Milliseconds that a start waits for an index that was never filled; with very much data it goes on in the background. */
const longestFilling = 60_000;

/** There while the demo is being filled; what a start leaves half filled the next one makes anew. */
const halfway = ({ dataFolder }: Env) => join(dataFolder, 'demo-is-being-filled');

async function openOwnPostgres(env: Env, closing: Closing): Promise<string> {
  const { url, stop } = await step(
    'Starting PostgreSQL',
    async () => startPostgres({ folder: join(env.dataFolder, 'postgres') }),
    (postgres) => `on port ${new URL(postgres.url).port}, data in ${postgres.folder}`,
  );
  closing.push(stop);
  if (existsSync(halfway(env)))
    await step('Clearing a demo that was filled halfway', async () => recreateDatabase(url));
  return url;
}

async function fill({ database, env }: Platform): Promise<void> {
  await step('Loading the programme', async () => {
    await loadProgramme(database);
    await loadPapers(database);
    await loadSearchWords(database, { synonyms: starterSynonyms, places: starterPlaces });
  });
  if (env.mode !== 'demo') return;
  await step(
    'Loading votes of earlier years',
    async () => loadRealVotes(database, new Date()),
    (fresh) => `${String(fresh)} new`,
  );
  if ((await database.person.count()) > 0) return;
  await mkdir(env.dataFolder, { recursive: true });
  await writeFile(halfway(env), '');
  await step('Inventing people for the demo', async () =>
    loadDemo(database, { bankKeys: env.bankKeys, secret: env.sessionSecret }),
  );
  await rm(halfway(env));
}
