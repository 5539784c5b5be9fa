import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';

export type SynonymLine = { id: string; words: string[] };
export type PlaceLine = { id: string; name: string; areas: { code: string; name: string }[] };

export type WordChangeLine = {
  id: string;
  kind: 'synonym' | 'place';
  before: string;
  after: string;
  count: number;
  /** Empty: somebody whose account is gone. */
  by: string;
  at: Instant;
};

export type IndexLine = {
  engine: string;
  filledAt: Instant | null;
  isFilling: boolean;
  /** Changes that it has not got yet. */
  waiting: number;
  checkedAt: Instant | null;
  differences: number;
};

/** For who keeps the words: everything about them, with who changed what. */
export type SearchWordsView = {
  synonyms: SynonymLine[];
  places: PlaceLine[];
  /** Under the filter, of which the first are in `places`. */
  placeCount: number;
  changes: WordChangeLine[];
  indexes: IndexLine[];
};

const placesShown = 50;
const changesShown = 20;

/** @param named part of a name of places, empty for all */
export async function searchWords(database: Database, named: string): Promise<SearchWordsView> {
  const where = named === '' ? {} : { name: { contains: named, mode: 'insensitive' } as const };
  const [synonyms, places, placeCount, changes, indexes] = await Promise.all([
    database.searchSynonym.findMany({ orderBy: { words: 'asc' } }),
    database.searchPlace.findMany({
      where,
      orderBy: { name: 'asc' },
      take: placesShown,
      select: {
        id: true,
        name: true,
        areas: { orderBy: { areaCode: 'asc' }, select: { area: { select: { code: true, name: true } } } },
      },
    }),
    database.searchPlace.count({ where }),
    database.searchWordChange.findMany({
      orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
      take: changesShown,
      include: { changedBy: { select: { name: true } } },
    }),
    indexLines(database),
  ]);
  return {
    synonyms,
    places: places.map(({ areas, ...place }) => ({ ...place, areas: areas.map(({ area }) => area) })),
    placeCount,
    changes: changes.map(({ kind, changedBy, changedAt, changedById: _id, ...change }) => ({
      ...change,
      kind: kind === 'place' ? 'place' : 'synonym',
      by: changedBy?.name ?? '',
      at: changedAt,
    })),
    indexes,
  };
}

/** How each index stands, for who looks after the machine. */
async function indexLines(database: Database): Promise<IndexLine[]> {
  return database.$queryRaw<IndexLine[]>`
    select i.engine, i.filled_at as "filledAt", i.is_filling as "isFilling", i.checked_at as "checkedAt", i.differences,
        (select count(*)::int from search_change c where not i.engine = any(c.done_by)) as waiting
      from search_index i order by i.engine desc`;
}

/** One line to change. @returns null when it is not there (any more) */
export async function synonymLine(database: Database, id: string): Promise<SynonymLine | null> {
  return database.searchSynonym.findUnique({ where: { id } });
}

export async function placeLineOf(
  database: Database,
  id: string,
): Promise<{ id: string; name: string; areas: string[] } | null> {
  const found = await database.searchPlace.findUnique({
    where: { id },
    select: { id: true, name: true, areas: { select: { areaCode: true }, orderBy: { areaCode: 'asc' } } },
  });
  return found === null ? null : { ...found, areas: found.areas.map(({ areaCode }) => areaCode) };
}
