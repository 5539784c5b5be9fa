import type { Database } from '#app/platform/database.server.ts';

/**
 * Waits until somebody in this test's database waits for a lock: the instant at which two things happen at once.
 * A test that nobody keeps waiting ends by its own time limit, or as soon as the work that should wait is over.
 * @param work what should wait; may be left out
 * @param lock kind of lock as pg_locks names it; any when left out
 */
export async function someoneWaitsForLock(
  database: Database,
  work?: Promise<unknown>,
  lock?: 'advisory' | 'transactionid',
): Promise<void> {
  const notYet = Promise.resolve(false);
  const over = (work ?? new Promise(() => undefined)).then(
    () => true,
    () => true,
  );
  for (;;) {
    const waiting = await database.$queryRaw<unknown[]>`
      select 1 from pg_stat_activity a join pg_locks l on l.pid = a.pid
        where a.datname = current_database() and not l.granted and (${lock ?? null}::text is null or l.locktype = ${lock ?? null})`;
    if (waiting.length > 0 || (await Promise.race([over, notYet]))) return;
  }
}
