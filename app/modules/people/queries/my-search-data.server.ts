import type { Database } from '#app/platform/database.server.ts';

/** Words of search that somebody changed, for their own file. */
export async function mySearchData(database: Database, personId: string) {
  return {
    searchWordsChanged: await database.searchWordChange.findMany({
      where: { changedById: personId },
      select: { kind: true, before: true, after: true, count: true, changedAt: true },
    }),
  };
}
