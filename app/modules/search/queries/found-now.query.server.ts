import type { FindNow, FoundNow } from '#app/modules/subscriptions/queries/saved-searches.query.server.ts';
import type { Hit } from '../port.ts';
import { questionOf, readSearch } from '../address.ts';
import { searchOf } from '../search-of.server.ts';

const together = 100;
/**
 * The newest that are looked at: who follows more than this hears of what is new of it, and not of what only changed. That had perhaps
 * been found all along, behind the newest.
 */
const most = 300;

/** What a saved search finds now, with when each could be found first, and when it last changed. */
export const foundNow: FindNow = async (database, key) => {
  const state = { ...readSearch(new URLSearchParams(key)), sort: 'newest' as const };
  const question = { ...questionOf(state, null), sort: 'newest' as const, facets: [], limit: together };
  const hits = new Map<string, Hit>();
  let cursor: string | null = null;
  do {
    const answer = await searchOf(database).search({ ...question, cursor });
    // who looks for a word that is nowhere waits for that word, and not for one like it, or for what has to do with it
    if (answer.corrected !== null || answer.isNear) return [];
    for (const hit of answer.hits) hits.set(hit.id, hit);
    cursor = answer.next;
  } while (cursor !== null && hits.size < most);
  const isWhole = cursor === null;
  const rows = await database.searchFirstFound.findMany({
    where: { documentId: { in: [...hits.keys()] } },
    select: { documentId: true, foundAt: true, changedAt: true },
  });
  const known = new Map(rows.map((row) => [row.documentId, row]));
  return [...hits.values()].flatMap(({ id, title, path }): FoundNow[] => {
    const row = known.get(id);
    if (row === undefined) return [];
    return [{ id, title, path, foundAt: row.foundAt, changedAt: isWhole ? row.changedAt : row.foundAt }];
  });
};
