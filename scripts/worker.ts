/** `npm run worker`: works off the queue in a process of its own, beside the one that `npm start` has in it. */
import { readEnv } from '#app/platform/env.server.ts';
import { openPlatform } from '#app/platform/platform.server.ts';
import { openSearch } from '#app/modules/search/engines.server.ts';
import { crontab, jobHandlers } from '#app/worker/handlers.server.ts';
import { startWorker } from '#app/worker/run.server.ts';
import { startSearch } from '#app/worker/search.server.ts';
import { CannotStart, runningPostgres } from './embedded-postgres.ts';
import { explainAndExit } from './tell.ts';
import { stopOnSignal } from './web-server.ts';

try {
  const env = readEnv(process.env);
  const databaseUrl = env.databaseUrl ?? (await runningPostgres(`${env.dataFolder}/postgres`));
  if (databaseUrl === null) throw new CannotStart('There is no database. Set DATABASE_URL, or run npm start first.');
  const platform = openPlatform({ ...env, databaseUrl });
  const search = await startSearch(platform, openSearch(platform).engines);
  const worker = await startWorker(platform, [...jobHandlers, ...search.handlers], crontab);
  console.log('The worker is waiting for work. Stop with Ctrl+C.');
  stopOnSignal(async () => {
    await worker.stop();
    await search.stop();
    await platform.listener.close();
    await platform.database.$disconnect();
  });
} catch (error) {
  explainAndExit(error);
}
