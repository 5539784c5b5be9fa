import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Platform } from '#app/platform/platform.server.ts';
import { freePort } from '../embedded-postgres.ts';

/** The product as `npm start` runs it, in a process of its own, on the database of the bench. */
export type ServerProcess = {
  origin: string;
  pid: () => number;
  /** Ends it and begins it anew. */
  restart: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>;
  stop: () => Promise<void>;
};

const start = fileURLToPath(new URL('../start.ts', import.meta.url));

export async function openServerProcess({ env }: Pick<Platform, 'env'>): Promise<ServerProcess> {
  const port = String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const settings = {
    ...{ WIJKBEURS_MODE: 'demo', DATA_FOLDER: env.dataFolder, DATABASE_URL: env.databaseUrl ?? '' },
    ...{ PORT: port, HOST: '127.0.0.1', PUBLIC_URL: origin, POSTS_PER_MINUTE: '0', LOG_LEVEL: 'info' },
  };
  const run = async () => {
    const child = spawn(process.execPath, [start], { env: { ...process.env, ...settings }, stdio: 'ignore' });
    for (;;) {
      const answer = await fetch(`${origin}/gezondheid`).catch(() => null);
      if (answer?.ok === true) return child;
      if (child.exitCode !== null) throw new Error('the product did not start');
      await wait(100);
    }
  };
  const end = async (child: ChildProcess, signal: NodeJS.Signals) => {
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  let child = await run();
  return {
    origin,
    pid: () => child.pid ?? 0,
    restart: async (signal) => {
      await end(child, signal);
      child = await run();
    },
    stop: async () => end(child, 'SIGKILL'),
  };
}
