import type { NewHits } from '#app/modules/subscriptions/queries/news.query.server.ts';
import { questionOf, readSearch } from '../address.ts';
import { searchOf } from '../search-of.server.ts';

/** Newest that are looked at; more than a mail tells of. */
const most = 100;

/** What a saved search finds now and was nowhere before: each document keeps when it could be found first. */
export const newHits: NewHits = async (database, key, { from, until }) => {
  const state = { ...readSearch(new URLSearchParams(key)), sort: 'newest' as const };
  const question = { ...questionOf(state, null), sort: 'newest' as const, facets: [], limit: most };
  const { hits, corrected } = await searchOf(database).search(question);
  // who looks for a word that is nowhere waits for that word, and not for one like it
  if (hits.length === 0 || corrected !== null) return [];
  const rows = await database.searchFirstFound.findMany({
    where: { documentId: { in: hits.map(({ id }) => id) }, foundAt: { gte: from, lt: until } },
    select: { documentId: true, foundAt: true },
  });
  const foundAt = new Map(rows.map((row) => [row.documentId, row.foundAt]));
  return hits.flatMap(({ id, title, path }) => {
    const at = foundAt.get(id);
    return at === undefined ? [] : [{ what: 'found' as const, step: null, title, path, at }];
  });
};
