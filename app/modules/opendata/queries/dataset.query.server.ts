import type { z } from 'zod';
import type { Database } from '#app/platform/database.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import type { Position } from '../cursor.ts';
import { field, moment, type Bilingual } from '../fields.ts';

type Shape = z.ZodObject<Record<string, z.ZodType>, z.core.$strict>;

/** What one file in `datasets/` says of a dataset. */
type Description<Row extends Shape> = {
  /** Its address: /api/v1/<slug>. */
  slug: string;
  title: Bilingual;
  description: Bilingual;
  /** Every field that leaves; strict, so that another is a mistake. */
  row: Row;
  /** The field by which a row is known; unique, and the same for ever. */
  key: string & keyof z.input<Row>;
  /**
   * Selects `key` (text) and `changed_at` (timestamptz) of everything public. Without moments of change:
   * `timestamptz 'epoch'`, and `hasChanges: false`.
   */
  keys: Prisma.Sql;
  /** Whether rows tell when they last changed, so that only what is new can be asked. */
  hasChanges: boolean;
  /** The rows with these keys, in any order; one that is not public any more is left out. */
  rows: (database: Database, keys: readonly string[]) => Promise<z.input<Row>[]>;
  /** Address of the page about one row, for people; left out where rows have none of their own. */
  page?: (key: string) => string;
};

/** A dataset as the pages, the API and the catalogue use it. */
export type Dataset = Omit<Description<Shape>, 'rows' | 'key'> & {
  key: string;
  rows: (database: Database, keys: readonly string[]) => Promise<Record<string, unknown>[]>;
};

/** Makes a dataset; one that knows of changes gets the field `changedAt` on every row. */
export function defineDataset<Row extends Shape>({ rows, ...description }: Description<Row>): Dataset {
  const { hasChanges } = description;
  return {
    ...description,
    row: hasChanges ? description.row.extend({ changedAt }) : description.row,
    rows: async (database, keys) => await rows(database, keys),
  };
}

const changedAt = field(moment, 'Wanneer deze regel voor het laatst veranderde.', 'When this row changed last.');

export type PageOfRows = {
  rows: Record<string, unknown>[];
  /** Where the next page begins; null after the last. */
  next: Position | null;
};

type Asked = { after?: Position | null; since?: bigint | null; size: number };

type KeyRow = { key: string; at: bigint };

/**
 * Rows in the order in which they changed, behind a place. What changes meanwhile moves to the end: whoever goes on until
 * there is no next page has seen everything, and a row that changed on the way twice.
 */
export async function pageOfRows(
  database: Database,
  dataset: Dataset,
  { after = null, since = null, size }: Asked,
): Promise<PageOfRows> {
  const behind =
    after === null
      ? Prisma.empty
      : Prisma.sql`and (at > ${after.at}::bigint or (at = ${after.at}::bigint and key > ${after.key}))`;
  const from = since === null ? Prisma.empty : Prisma.sql`and at >= ${since}::bigint`;
  const found = await database.$queryRaw<KeyRow[]>`
    select key, at from (
      select k.key::text collate "C" as key, (extract(epoch from coalesce(k.changed_at, 'epoch')) * 1000000)::bigint as at from (${dataset.keys}) k) placed
    where true ${behind} ${from} order by at, key limit ${size + 1}`;
  const shown = found.slice(0, size);
  const last = shown.at(-1);
  return {
    rows: await rowsAt(database, dataset, shown),
    next: found.length > size && last !== undefined ? last : null,
  };
}

/** One row by its key. @returns null when there is none for everybody */
export async function oneRow(
  database: Database,
  dataset: Dataset,
  key: string,
): Promise<Record<string, unknown> | null> {
  const found = await database.$queryRaw<KeyRow[]>`
    select k.key::text as key, (extract(epoch from coalesce(k.changed_at, 'epoch')) * 1000000)::bigint as at
      from (${dataset.keys}) k where k.key::text = ${key} limit 1`;
  return (await rowsAt(database, dataset, found))[0] ?? null;
}

/** The row that changed last, to show what rows are like. @returns null while there are none */
export async function newestRow(database: Database, dataset: Dataset): Promise<Record<string, unknown> | null> {
  const found = await database.$queryRaw<KeyRow[]>`
    select key, at from (
      select k.key::text collate "C" as key, (extract(epoch from coalesce(k.changed_at, 'epoch')) * 1000000)::bigint as at
        from (${dataset.keys}) k) placed
    order by at desc, key limit 1`;
  return (await rowsAt(database, dataset, found))[0] ?? null;
}

/** How many rows there are, and when one changed last; null where rows do not tell. */
export async function sizeOfDataset(
  database: Database,
  dataset: Dataset,
): Promise<{ count: number; changedAt: Date | null }> {
  const [row] = await database.$queryRaw<{ count: number; changed_at: Date | null }[]>`
    select count(*)::int as count, max(k.changed_at) as changed_at from (${dataset.keys}) k`;
  return { count: row?.count ?? 0, changedAt: dataset.hasChanges ? (row?.changed_at ?? null) : null };
}

/** Keys of a part of a dataset in a fixed order, for lists of addresses. */
export async function keysOf(
  database: Database,
  dataset: Dataset,
  { size, part }: { size: number; part: number },
): Promise<{ key: string; changedAt: Date | null }[]> {
  const rows = await database.$queryRaw<{ key: string; changed_at: Date }[]>`
    select k.key::text as key, k.changed_at from (${dataset.keys}) k
      order by k.key::text collate "C" limit ${size} offset ${(part - 1) * size}`;
  return rows.map((row) => ({ key: row.key, changedAt: dataset.hasChanges ? row.changed_at : null }));
}

/** In the order of the places. */
async function rowsAt(
  database: Database,
  dataset: Dataset,
  places: readonly KeyRow[],
): Promise<Record<string, unknown>[]> {
  if (places.length === 0) return [];
  const read = await dataset.rows(
    database,
    places.map(({ key }) => key),
  );
  const known = new Map(read.map((row) => [row[dataset.key], row]));
  return places.flatMap(({ key, at }) => {
    const row = known.get(key);
    if (row === undefined) return [];
    return [dataset.hasChanges ? { ...row, changedAt: new Date(Number(at / 1000n)).toISOString() } : row];
  });
}
