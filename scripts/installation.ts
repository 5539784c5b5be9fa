import { loadProgramme } from '#app/modules/programme/commands/load-programme.server.ts';
import type { Env } from '#app/platform/env.server.ts';
import { openPlatform, type Platform } from '#app/platform/platform.server.ts';
import { jobHandlers } from '#app/worker/handlers.server.ts';
import { startWorker, type RunningWorker } from '#app/worker/run.server.ts';
import { startPostgres } from './embedded-postgres.ts';
import { loadDemo } from './load-demo.ts';
import { loadPapers } from './load-papers.ts';
import { migrate } from './migrate.ts';
import { step } from './tell.ts';

export type Installation = { platform: Platform; worker: RunningWorker; close: () => Promise<void> };

/** Everything behind the web server: database, tables, data and worker, each step told as it happens. */
export async function openInstallation(env: Env): Promise<Installation> {
  const postgres =
    env.databaseUrl === null
      ? await step(
          'Starting PostgreSQL',
          async () => startPostgres({ folder: `${env.dataFolder}/postgres` }),
          ({ url, folder }) => `on port ${new URL(url).port}, data in ${folder}`,
        )
      : null;
  const databaseUrl = env.databaseUrl ?? postgres?.url ?? '';
  try {
    await step(
      'Bringing the tables up to date',
      async () => migrate(databaseUrl),
      (applied) => (applied.length === 0 ? 'nothing to do' : `${String(applied.length)} changes`),
    );
    const platform = openPlatform({ ...env, databaseUrl });
    await fill(platform);
    const worker = await step('Starting the worker', async () => startWorker(platform, jobHandlers));
    return {
      platform,
      worker,
      close: async () => {
        await worker.stop();
        await platform.database.$disconnect();
        await postgres?.stop();
      },
    };
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}

async function fill({ database, env }: Platform): Promise<void> {
  await step('Loading the programme', async () => {
    await loadProgramme(database);
    await loadPapers(database);
  });
  if (env.mode === 'demo' && (await database.person.count()) === 0) {
    await step('Inventing people for the demo', async () => loadDemo(database));
  }
}
