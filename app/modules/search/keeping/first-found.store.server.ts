import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';

/** From now on these can be found; what could be found before keeps its moment, also when it was away for a while. */
export async function noteFirstFound(database: Database, documentIds: readonly string[], at: Instant): Promise<void> {
  if (documentIds.length === 0) return;
  await database.$executeRaw`
    insert into search_first_found (document_id, found_at)
      select id, ${at} from unnest(${[...documentIds].sort()}::text[]) id
      on conflict do nothing`;
}
