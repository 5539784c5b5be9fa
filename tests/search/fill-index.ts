import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { allDocuments } from '#app/modules/search/documents/index.server.ts';
import { openPostgresqlEngine } from '#app/modules/search/postgresql/engine.server.ts';
import type { Database } from '#app/platform/database.server.ts';

/** Everything that is public can be found in PostgreSQL from now on, as it is now; nothing keeps it up. */
export async function fillIndexOf(database: Database, now = new Date()): Promise<void> {
  const engine = openPostgresqlEngine(database);
  const onBroken = (_of: unknown, error: unknown) => {
    throw error;
  };
  const strictness = { isStrict: true, report: () => undefined };
  for await (const batch of allDocuments({ database, strictness, today: dayInAmsterdam(now), onBroken }))
    await engine.put(batch);
}
