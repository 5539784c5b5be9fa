import type { Database, Transaction } from '#app/platform/database.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { noCents, noDay } from '../in-memory/memory-index.ts';
import type { SearchDocument } from '../port.ts';
import { rowOf, type Shelf } from './rows.ts';

/** Documents that are written by one statement. */
const together = 500;
/** Milliseconds: an index that is being made keeps writers waiting. */
const patience = 600_000;

export type State = { live: Shelf; filling: Shelf | null; fillingToken: string | null };

const shelfTable = { a: Prisma.raw('search_shelf_a'), b: Prisma.raw('search_shelf_b') } as const;
const pageTable = { a: Prisma.raw('search_page_a'), b: Prisma.raw('search_page_b') } as const;
const changeColumn = { a: Prisma.raw('change_a'), b: Prisma.raw('change_b') } as const;

/** Who writes waits for who writes: changes get their numbers in the order in which they can be seen. */
async function lockState(tx: Transaction): Promise<State> {
  const [state] = await tx.$queryRaw<State[]>`
    select live, filling, filling_token as "fillingToken" from search_state for update`;
  if (state === undefined) throw new Error('search_state has no row');
  return state;
}

/** Who fills shares this with who puts; only swapping wants it alone. */
export async function writing<Result>(
  database: Database,
  work: (tx: Transaction, state: State) => Promise<Result>,
): Promise<Result> {
  return database.$transaction(async (tx) => work(tx, await lockState(tx)), { maxWait: patience, timeout: patience });
}

/** The number of what is changed on a shelf in this transaction; whoever holds an earlier one reads what came since. */
async function nextChange(tx: Transaction, shelf: Shelf): Promise<bigint> {
  const column = changeColumn[shelf];
  const [row] = await tx.$queryRaw<{ change: bigint }[]>`
    update search_state set ${column} = ${column} + 1 returning ${column} as change`;
  if (row === undefined) throw new Error('search_state has no row');
  return row.change;
}

/** @param replaces whether what is there gives way; if not it is newer */
async function insertRows(
  tx: Transaction,
  shelf: Shelf,
  documents: readonly SearchDocument[],
  replaces: boolean,
): Promise<void> {
  const rows = documents.map(rowOf);
  const change = await nextChange(tx, shelf);
  const conflict = replaces
    ? Prisma.sql`do update set words = excluded.words, title = excluded.title, facets = excluded.facets, day = excluded.day,
        cents = excluded.cents, change = excluded.change`
    : Prisma.sql`do nothing`;
  const written = await tx.$queryRaw<{ id: string }[]>`
    insert into ${shelfTable[shelf]} (id, words, title, facets, day, cents, change)
    select id, words, title, facets, day, cents::bigint, ${change}
      from unnest(${rows.map((row) => row.id)}::text[], ${rows.map((row) => row.words.join(' '))}::text[],
        ${rows.map((row) => row.title.join(' '))}::text[], ${rows.map((row) => row.values.join(' '))}::text[],
        ${rows.map((row) => row.day)}::int[], ${rows.map((row) => String(row.cents))}::text[])
        as t (id, words, title, facets, day, cents)
    on conflict (id) ${conflict} returning id`;
  const ids = new Set(written.map(({ id }) => id));
  const pages = rows.filter(({ id }) => ids.has(id));
  await tx.$executeRaw`
    insert into ${pageTable[shelf]} (id, document, stamp)
    select id, document::json, stamp from unnest(${pages.map((row) => row.id)}::text[], ${pages.map((row) => row.document)}::text[],
      ${pages.map((row) => row.stamp)}::text[]) as t (id, document, stamp)
    on conflict (id) do update set document = excluded.document, stamp = excluded.stamp`;
}

/** The last of each id. */
const lastOfEach = (documents: readonly SearchDocument[]): SearchDocument[] => [
  ...new Map(documents.map((document) => [document.id, document])).values(),
];

/** Adds or replaces documents on the shelf that answers, and on the one that is being filled. */
export async function putDocuments(database: Database, documents: readonly SearchDocument[]): Promise<void> {
  const all = lastOfEach(documents);
  for (let start = 0; start < all.length; start += together) {
    const part = all.slice(start, start + together);
    await writing(database, async (tx, { live, filling }) => {
      for (const shelf of filling === null ? [live] : [live, filling]) await insertRows(tx, shelf, part, true);
    });
  }
}

/**
 * Takes documents out. Of each an empty row stays until the shelf is filled anew: whoever holds the index in memory learns from it, and
 * a batch that was read before does not bring it back.
 */
export async function removeDocuments(database: Database, given: readonly string[]): Promise<void> {
  const ids = [...new Set(given)];
  if (ids.length === 0) return;
  await writing(database, async (tx, { live, filling }) => {
    for (const shelf of filling === null ? [live] : [live, filling]) {
      const change = await nextChange(tx, shelf);
      await tx.$executeRaw`delete from ${pageTable[shelf]} where id = any(${ids}::text[])`;
      await tx.$executeRaw`
        insert into ${shelfTable[shelf]} (id, words, title, facets, day, cents, change)
        select id, null, '', '', ${noDay}, ${noCents}, ${change} from unnest(${ids}::text[]) as t (id)
        on conflict (id) do update set words = null, title = '', facets = '', day = excluded.day, cents = excluded.cents,
          change = excluded.change`;
    }
  });
}

/** Adds what the shelf that is being filled does not have yet: what was put meanwhile is newer, what was removed stays away. */
export async function fillWith(tx: Transaction, shelf: Shelf, documents: readonly SearchDocument[]): Promise<void> {
  const all = lastOfEach(documents);
  for (let start = 0; start < all.length; start += together)
    await insertRows(tx, shelf, all.slice(start, start + together), false);
}
