import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { SearchDocument } from '../port.ts';

/**
 * From now on these can be found as they are; what could be found before keeps its first moment, and what is as it was keeps the moment
 * of its last change, which no clock that is behind puts back.
 */
export async function noteFound(
  database: Database,
  documents: readonly Pick<SearchDocument, 'id' | 'stamp'>[],
  at: Instant,
): Promise<void> {
  if (documents.length === 0) return;
  const stamps = new Map(documents.map(({ id, stamp }) => [id, stamp]));
  const ids = [...stamps.keys()].sort();
  await database.$executeRaw`
    insert into search_first_found as known (document_id, found_at, changed_at, stamp)
      select id, ${at}, ${at}, stamp from unnest(${ids}::text[], ${ids.map((id) => stamps.get(id) ?? '')}::text[]) as t (id, stamp)
      on conflict (document_id) do update set stamp = excluded.stamp,
        changed_at = case when known.stamp is null then known.changed_at else greatest(known.changed_at, excluded.changed_at) end
        where known.stamp is distinct from excluded.stamp`;
}

/** These are away: should they come back, that is a change. */
export async function noteGone(database: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await database.$executeRaw`
    update search_first_found set stamp = '' where document_id = any(${[...ids].sort()}::text[]) and stamp is distinct from ''`;
}
