import { quickReads, TooSlow } from '#app/platform/quick-reads.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { MemoryIndex, type IndexRow } from '../in-memory/memory-index.ts';
import type { Shelf } from './rows.ts';

/** What this process holds of one shelf, up to a change. */
export type HeldIndex = { shelf: Shelf; change: bigint; index: MemoryIndex };

/** How far the index is in the database: the shelf that answers, its last change, the last before it was emptied, and whether it waits to be filled. */
export type IndexState = { live: Shelf; change: string; begun: string; isUnfilled: boolean };

/** Rows that are read at once; between two reads others get their turn. */
const together = 2000;
/** Where so many take too long, fewer are read at once, down to these. */
const fewest = 100;
/** Numbers of documents that were replaced or removed take room: with more than this beside the living ones all is read anew, beside what is in use. */
const mostDead = 10_000;
/** Milliseconds that a question waits for an index that is read whole; then what was held before answers it. */
const mostWait = 500;

export type Holding = { mostDead?: number; mostWait?: number; together?: number };

type Row = {
  id: string;
  words: string | null;
  title: string;
  facets: string;
  day: number;
  cents: string;
  change: string;
};

/** Behind every id. */
const afterAll = '\uffff';

const listOf = (text: string): string[] => (text === '' ? [] : text.split(' '));

const rowOf = ({ id, words, title, facets, day, cents }: Row): IndexRow => ({
  ...{ id, day, cents: Number(cents) },
  words: listOf(words ?? ''),
  title: listOf(title),
  values: listOf(facets),
});

function take(index: MemoryIndex, rows: readonly Row[]): void {
  index.change(
    rows.filter(({ words }) => words !== null).map(rowOf),
    rows.filter(({ words }) => words === null).map(({ id }) => id),
  );
}

/** SQL of `IndexState`. */
export const stateColumns = `s.live, (case s.live when 'a' then s.change_a else s.change_b end)::text as change,
  (case s.live when 'a' then s.begun_a else s.begun_b end)::text as begun,
  exists (select from search_index where engine = 'postgresql' and filled_at is null) as "isUnfilled"`;

/** Whether nothing changed since this was read. */
export const isUpTo = ({ shelf, change }: Pick<HeldIndex, 'shelf' | 'change'>, state: IndexState): boolean =>
  shelf === state.live && change === BigInt(state.change);

/** Whether another index came into use, or this one was emptied: then nothing can be added to what is held. */
const isOther = ({ shelf, change }: HeldIndex, { live, begun }: Pick<IndexState, 'live' | 'begun'>): boolean =>
  live !== shelf || change < BigInt(begun);

/** Keeps the index at hand, so that the database is only asked for the pages of what was found. */
export function holdIndex(database: Database, holding: Holding = {}) {
  const limits = { mostDead, mostWait, together, ...holding };
  const reads = quickReads(database);
  let held: HeldIndex | null = null;
  let reading: Promise<HeldIndex> | null = null;
  /** Since when an index is read whole in the place of the one that is held. */
  let wholeSince: number | null = null;
  let anew: Promise<void> | null = null;

  const state = async (): Promise<IndexState> => {
    const [row] = await reads.rows<IndexState>(`select ${stateColumns} from search_state s`, []);
    if (row === undefined) throw new Error('search_state has no row');
    return row;
  };

  /** What changed after this change, in the order of the changes. */
  const grow = async (index: MemoryIndex, shelf: Shelf, from: bigint): Promise<void> => {
    let after = { change: String(from), id: afterAll };
    let size = limits.together;
    for (;;) {
      const rows = await read(shelf, after, size).catch((error: unknown) => {
        if (!(error instanceof TooSlow) || size <= fewest) throw error;
        return null;
      });
      if (rows === null) {
        size = Math.ceil(size / 4);
        continue;
      }
      take(index, rows);
      const last = rows.at(-1);
      if (last === undefined || rows.length < size) return;
      after = last;
    }
  };

  const read = async (shelf: Shelf, after: { change: string; id: string }, size: number): Promise<Row[]> =>
    reads.rows<Row>(
      // a bare `change` in the order would be the column as text of the answer: 100 before 99, and what comes between is lost
      `select id, words, title, facets, day, cents::text, change::text from search_shelf_${shelf} s
         where (s.change, s.id) > ($1, $2) order by s.change, s.id limit ${size}`,
      [after.change, after.id],
    );

  const readWhole = async (): Promise<HeldIndex> => {
    const { live, change } = await state();
    const index = new MemoryIndex();
    await grow(index, live, -1n);
    index.vocabulary.settle();
    return { shelf: live, change: BigInt(change), index };
  };

  const readSince = async (had: HeldIndex): Promise<HeldIndex> => {
    const { live, change, begun } = await state();
    if (isOther(had, { live, begun })) {
      wholeSince ??= performance.now();
      return readWhole();
    }
    await grow(had.index, live, had.change);
    had.change = BigInt(change);
    if (had.index.given > 2 * had.index.size + limits.mostDead) readAnew(had);
    return had;
  };

  /** Reads the index without its dead numbers, while the one that is held goes on answering and keeping up. */
  const readAnew = (had: HeldIndex): void => {
    anew ??= readWhole()
      .then((fresh) => {
        if (held === had && fresh.shelf === had.shelf) held = fresh;
      })
      // it is tried again with the next change
      .catch(() => undefined)
      .finally(() => {
        anew = null;
      });
  };

  const readOnce = async (): Promise<HeldIndex> => {
    const had = held;
    reading ??= (had === null ? readWhole() : readSince(had))
      .then((fresh) => {
        // what was read anew meanwhile stays, and grows at the next question
        if (held === had) held = fresh;
        return held ?? fresh;
      })
      .finally(() => {
        reading = null;
        wholeSince = null;
      });
    return reading;
  };

  /** Null when what is held answers better now than a new one later. */
  const unlessItTakesLong = async (fresh: Promise<HeldIndex>): Promise<HeldIndex | null> => {
    if (wholeSince !== null && performance.now() - wholeSince > limits.mostWait) {
      fresh.catch(() => undefined);
      return null;
    }
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => {
        resolve(null);
      }, limits.mostWait);
    });
    const first = await Promise.race([fresh, late.then(() => (wholeSince === null ? fresh : null))]);
    clearTimeout(timer);
    if (first === null) fresh.catch(() => undefined);
    return first;
  };

  return {
    current: async (): Promise<HeldIndex> => held ?? readOnce(),
    /**
     * After something changed, or the shelf is another.
     * @param seen what was changed by then: a reading that began before may lack it
     * @returns null when another index is being read whole and that takes long: then what was looked in before must do
     */
    renewed: async (seen: IndexState): Promise<HeldIndex | null> => {
      const began = reading;
      if (held !== null && isOther(held, seen)) wholeSince ??= performance.now();
      const known = await unlessItTakesLong(readOnce());
      return known === null || began === null || isUpTo(known, seen) ? known : unlessItTakesLong(readOnce());
    },
  };
}
