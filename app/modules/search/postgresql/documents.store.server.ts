import type { Database, Transaction } from '#app/platform/database.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import type { SearchDocument } from '../port.ts';
import { rowOf, type Shelf, type ShelfRow } from './rows.ts';

/** Documents that are written by one statement. */
const together = 500;
/** Milliseconds: an index that is being made keeps writers waiting. */
const patience = 600_000;

export type State = { live: Shelf; filling: Shelf | null; fillingToken: string | null };

const shelfTable = { a: Prisma.raw('search_shelf_a'), b: Prisma.raw('search_shelf_b') } as const;
const pageTable = { a: Prisma.raw('search_page_a'), b: Prisma.raw('search_page_b') } as const;
const documentsColumn = { a: Prisma.raw('documents_a'), b: Prisma.raw('documents_b') } as const;

/** Who writes waits for who writes: counts stay right, and nobody waits in a ring. */
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

/** How counts change, in order, so that who writes at once does not wait in a ring. */
class Changes {
  readonly #changes = new Map<string, number>();
  add(keys: readonly string[], by: 1 | -1): void {
    for (const key of keys) this.#changes.set(key, (this.#changes.get(key) ?? 0) + by);
  }
  list(): [string, number][] {
    return [...this.#changes].filter(([, by]) => by !== 0).sort(([one], [other]) => (one < other ? -1 : 1));
  }
}

async function writeChanges(tx: Transaction, shelf: Shelf, words: Changes, values: Changes, documents: number) {
  for (const [table, column, changes] of [
    ['search_word', 'word', words.list()],
    ['search_value', 'value', values.list()],
  ] as const) {
    for (let start = 0; start < changes.length; start += 5000) {
      const part = changes.slice(start, start + 5000);
      await tx.$executeRaw`
        insert into ${Prisma.raw(table)} as known (shelf, ${Prisma.raw(column)}, count)
        select ${shelf}, key, change from unnest(${part.map(([key]) => key)}::text[], ${part.map(([, by]) => by)}::int[]) as t (key, change)
        on conflict (shelf, ${Prisma.raw(column)}) do update set count = greatest(0, known.count + excluded.count)`;
    }
    // what nothing has is forgotten, so that it is a new word when something has it again, and a name that was taken out is gone
    const less = changes.flatMap(([key, by]) => (by < 0 ? [key] : []));
    if (less.length > 0)
      await tx.$executeRaw`
        delete from ${Prisma.raw(table)} where shelf = ${shelf} and ${Prisma.raw(column)} = any(${less}::text[]) and count = 0`;
  }
  if (documents !== 0)
    await tx.$executeRaw`
      update search_state set ${documentsColumn[shelf]} = greatest(0, ${documentsColumn[shelf]} + ${documents})`;
}

async function insertRows(
  tx: Transaction,
  shelf: Shelf,
  rows: readonly ShelfRow[],
  replaces: boolean,
): Promise<Set<string>> {
  const conflict = replaces
    ? Prisma.sql`do update set terms = excluded.terms, facets = excluded.facets, day = excluded.day, cents = excluded.cents,
        title_words = excluded.title_words, term_count = excluded.term_count`
    : Prisma.sql`do nothing`;
  const written = await tx.$queryRaw<{ id: string }[]>`
    insert into ${shelfTable[shelf]} (id, terms, facets, day, cents, title_words, term_count)
    select id, terms::tsvector, facets, day, cents::bigint, title_words, term_count
      from unnest(${rows.map((row) => row.id)}::text[], ${rows.map((row) => row.terms)}::text[], ${rows.map((row) => row.facets)}::text[],
        ${rows.map((row) => row.day)}::int[], ${rows.map((row) => row.cents)}::text[], ${rows.map((row) => row.titleWords)}::int[],
        ${rows.map((row) => row.termCount)}::int[]) as t (id, terms, facets, day, cents, title_words, term_count)
    on conflict (id) ${conflict} returning id`;
  const ids = new Set(written.map(({ id }) => id));
  const pages = rows.filter(({ id }) => ids.has(id));
  await tx.$executeRaw`
    insert into ${pageTable[shelf]} (id, document, stamp)
    select * from (select id, document::json, stamp from unnest(${pages.map((row) => row.id)}::text[], ${pages.map((row) => row.document)}::text[],
      ${pages.map((row) => row.stamp)}::text[]) as t (id, document, stamp)) as page
    on conflict (id) do update set document = excluded.document, stamp = excluded.stamp`;
  return ids;
}

/** What the shelf holds of these documents now. */
async function heldRows(tx: Transaction, shelf: Shelf, ids: readonly string[]): Promise<ShelfRow[]> {
  const held = await tx.$queryRaw<{ document: SearchDocument }[]>`
    select document from ${pageTable[shelf]} where id = any(${ids as string[]}::text[])`;
  return held.map(({ document }) => rowOf(document));
}

async function replaceOn(tx: Transaction, shelf: Shelf, rows: readonly ShelfRow[]): Promise<void> {
  const [words, values] = [new Changes(), new Changes()];
  const held = await heldRows(
    tx,
    shelf,
    rows.map(({ id }) => id),
  );
  for (const row of held) {
    words.add(row.words, -1);
    values.add(row.values, -1);
  }
  for (const row of rows) {
    words.add(row.words, 1);
    values.add(row.values, 1);
  }
  await insertRows(tx, shelf, rows, true);
  await writeChanges(tx, shelf, words, values, rows.length - held.length);
}

/** The last of each id. */
const lastOfEach = (documents: readonly SearchDocument[]): SearchDocument[] => [
  ...new Map(documents.map((document) => [document.id, document])).values(),
];

/** Adds or replaces documents on the shelf that answers, and on the one that is being filled. */
export async function putDocuments(database: Database, documents: readonly SearchDocument[]): Promise<void> {
  const all = lastOfEach(documents);
  for (let start = 0; start < all.length; start += together) {
    const rows = all.slice(start, start + together).map(rowOf);
    await writing(database, async (tx, { live, filling }) => {
      for (const shelf of filling === null ? [live] : [live, filling]) await replaceOn(tx, shelf, rows);
      if (filling !== null)
        await tx.$executeRaw`delete from search_gone where id = any(${rows.map(({ id }) => id)}::text[])`;
    });
  }
}

export async function removeDocuments(database: Database, given: readonly string[]): Promise<void> {
  const ids = [...new Set(given)];
  if (ids.length === 0) return;
  await writing(database, async (tx, { live, filling }) => {
    for (const shelf of filling === null ? [live] : [live, filling]) {
      const [words, values] = [new Changes(), new Changes()];
      const held = await heldRows(tx, shelf, ids);
      for (const row of held) {
        words.add(row.words, -1);
        values.add(row.values, -1);
      }
      await tx.$executeRaw`delete from ${shelfTable[shelf]} where id = any(${ids}::text[])`;
      await tx.$executeRaw`delete from ${pageTable[shelf]} where id = any(${ids}::text[])`;
      await writeChanges(tx, shelf, words, values, -held.length);
    }
    if (filling !== null)
      await tx.$executeRaw`
        insert into search_gone (id) select unnest(${ids}::text[]) on conflict (id) do nothing`;
  });
}

/** Adds what the shelf that is being filled does not have yet: what was put meanwhile is newer, what was removed stays away. */
export async function fillWith(tx: Transaction, shelf: Shelf, documents: readonly SearchDocument[]): Promise<void> {
  const all = lastOfEach(documents);
  for (let start = 0; start < all.length; start += together) {
    const part = all.slice(start, start + together);
    const gone = await tx.$queryRaw<{ id: string }[]>`
      select id from search_gone where id = any(${part.map(({ id }) => id)}::text[])`;
    const away = new Set(gone.map(({ id }) => id));
    const rows = part.filter(({ id }) => !away.has(id)).map(rowOf);
    const written = await insertRows(tx, shelf, rows, false);
    const [words, values] = [new Changes(), new Changes()];
    for (const row of rows) {
      if (!written.has(row.id)) continue;
      words.add(row.words, 1);
      values.add(row.values, 1);
    }
    await writeChanges(tx, shelf, words, values, written.size);
  }
}
