import { EventEmitter } from 'node:events';
import { Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { JobHandler } from '#app/platform/jobs.server.ts';
import type { Platform } from '#app/platform/platform.server.ts';
import { openPresence } from './presence.server.ts';

export type RunningWorker = {
  /** False after it stopped, also when it stopped by itself. */
  isRunning(): boolean;
  /** Lets running jobs finish. */
  stop(): Promise<void>;
};

/** Works off the queue in this process until stopped. Several processes may do so side by side. */
export async function startWorker(
  platform: Platform,
  handlers: readonly JobHandler[],
  crontab = '',
): Promise<RunningWorker> {
  const { env, database, clock, log, mailer, stripe } = platform;
  const taskList: TaskList = Object.fromEntries(
    handlers.map((handler) => [
      handler.name,
      async (payload, { job }) =>
        handler.run(payload, {
          database,
          mailer,
          publicUrl: env.publicUrl,
          secret: env.sessionSecret,
          now: clock.now(),
          log,
          stripe,
          settings: env,
          jobKey: job.key ?? `job-${job.id}`,
        }),
    ]),
  );
  const connectionString = env.databaseUrl ?? '';
  const lost = (error: unknown) => {
    log.error({ err: error }, 'the worker lost its sign of life');
  };
  const presence = await openPresence(connectionString, lost);
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => {
    presence.announce(workerPool.id).catch(lost);
  });
  const runner = await run({
    connectionString,
    events,
    concurrency: 2,
    pollInterval: 2000,
    noHandleSignals: true,
    taskList,
    crontab,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log.error({ worker: message });
      else log.debug({ worker: message });
    }),
  });
  let isRunning = true;
  void runner.promise
    .catch((error: unknown) => {
      log.error({ err: error }, 'the worker stopped');
    })
    .finally(() => {
      isRunning = false;
    });
  return {
    isRunning: () => isRunning,
    stop: async () => {
      if (isRunning) await runner.stop();
      await presence.leave();
    },
  };
}
