import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '#app/platform/database.server.ts';

const patience = 300_000;

/**
 * Waits until the worker, which is in the same process, has nothing left to do of what was written before: else its work would be
 * measured as a page's.
 * @returns milliseconds waited
 */
export async function untilQuiet(database: Database): Promise<number> {
  const start = performance.now();
  while (performance.now() - start < patience) {
    const [row] = await database.$queryRaw<{ jobs: number }[]>`
      select count(*)::int as jobs from graphile_worker.jobs where run_at <= now() and attempts < max_attempts`;
    if (row?.jobs === 0) break;
    await wait(250);
  }
  return performance.now() - start;
}
