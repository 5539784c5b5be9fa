import { valueTerm } from './value-term.ts';
import { exact, says, sure, type Level } from '../words/levels.ts';
import { bands, mostOfForm, pointsOfBand } from '../words/points.ts';
import type { Way, Wish } from '../words/understand.ts';
import { keepInAtLeast, keepOnly, setEach, wordsFor, type Bits, type Room } from './bits.ts';
import type { MemoryIndex } from './memory-index.ts';
import { inAll, type Numbers } from './numbers.ts';

/** Documents that say this. */
function documentsOf({ stems, area }: Way, inTitle: boolean, index: MemoryIndex): Numbers | null {
  if (area !== null) return inTitle ? null : index.withValue(valueTerm('area', area));
  const lists = stems.map((stem) => (inTitle ? index.withTitleStem(stem) : index.withStem(stem)));
  return lists.length === 1 ? (lists[0] ?? null) : inAll(lists);
}

const bandsFrom = (weight: number): number => bands.filter(({ from }) => from >= weight).length;

/** How many bands of points say that a wish is answered by the word itself, by a sure way, by any way. */
const bandsOf = { exact: bandsFrom(exact), sure: bandsFrom(sure), any: bands.length };

/** What documents are worth by a wish that they answer: points of the first set that they are in. */
export type Worth = { sets: Bits[]; points: number[] };

/** The sets of documents that answer the wishes of a question. Each is made when it is first asked for: most are not. */
export class Marks {
  readonly #wishes: readonly Wish[];
  readonly #index: MemoryIndex;
  readonly #room: Room;
  readonly #sets: Bits[][];
  readonly #words: number;
  readonly #empty: Bits;

  constructor(wishes: readonly Wish[], index: MemoryIndex, room: Room) {
    this.#wishes = wishes;
    this.#index = index;
    this.#room = room;
    this.#sets = wishes.map(() => []);
    this.#words = wordsFor(index.given);
    this.#empty = room.take();
  }

  /** What answers this wish for the points of this band or of one before it; dead ones too. */
  answering(wish: number, band: number): Bits {
    const sets = (this.#sets[wish] ??= []);
    for (let each = sets.length; each <= band; each += 1) sets.push(this.#withBand(wish, each, sets.at(-1)));
    return sets[band] ?? this.#empty;
  }

  /** What lives and is of this level. */
  ofLevel(level: Level): Bits {
    const found = this.#room.take();
    found.set(this.#index.alive.subarray(0, this.#words));
    for (const kind of ['exact', 'sure', 'any'] as const)
      for (const wish of this.#places(level[kind]))
        keepOnly(found, this.answering(wish, bandsOf[kind] - 1), this.#words);
    if (level.least > 0) {
      const some = this.#places(level.some).map((wish) => this.answering(wish, bandsOf.any - 1));
      keepInAtLeast(found, some, level.least, this.#words);
    }
    return found;
  }

  /** By wish, what its documents are worth. Sets that none of this level needs, empty ones, and those that hold nothing more than the one before, are left out. */
  worth(level: Level): Worth[] {
    return this.#wishes.map((wish, number) => {
      const bit = 1 << number;
      const last = (level.exact & bit) !== 0 ? bandsOf.exact : (level.sure & bit) !== 0 ? bandsOf.sure : bandsOf.any;
      const worth: Worth = { sets: [], points: [] };
      for (const [place, band] of bands.slice(0, last).entries()) {
        const set = this.answering(number, place);
        if (set === this.#empty || set === worth.sets.at(-1)) continue;
        worth.sets.push(set);
        worth.points.push(pointsOfBand(wish, band));
      }
      return worth;
    });
  }

  /** What is in the first set of every wish, and how many points all others have at most. */
  best(worth: readonly Worth[]): { set: Bits; others: number } {
    const set = this.#room.take();
    set.set(this.#index.alive.subarray(0, this.#words));
    for (const { sets } of worth) keepOnly(set, sets[0] ?? this.#empty, this.#words);
    const first = worth.reduce((sum, { points: [most] }) => sum + (most ?? 0), mostOfForm);
    const lost = worth.map(({ points: [most, next] }) => (most ?? 0) - (next ?? 0));
    return { set, others: first - Math.min(...lost) };
  }

  #places(bits: number): number[] {
    return this.#wishes.flatMap((_, place) => ((bits & (1 << place)) !== 0 ? [place] : []));
  }

  #withBand(wish: number, band: number, before: Bits | undefined): Bits {
    const { from, below, inTitle } = bands[band] ?? { from: 2, below: 2, inTitle: false };
    const lists = (this.#wishes[wish]?.ways ?? []).flatMap((way) => {
      if (way.weight < from || way.weight >= below || !says(way)) return [];
      const documents = documentsOf(way, inTitle, this.#index);
      return documents === null || documents.length === 0 ? [] : [documents];
    });
    if (lists.length === 0) return before ?? this.#empty;
    const set = this.#room.take();
    if (before !== undefined) set.set(before);
    for (const list of lists) setEach(set, list);
    return set;
  }
}
