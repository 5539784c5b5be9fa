import { valueTerm } from './value-term.ts';
import { exact, says, sure, type Level } from '../words/levels.ts';
import { points, weightOf } from '../words/points.ts';
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

const bandsFrom = (weight: number): number => points.filter(([from]) => from >= weight).length;

/** How many bands of points say that a wish is answered by the word itself, by a sure way, by any way. */
export const bands = { exact: bandsFrom(exact), sure: bandsFrom(sure), any: points.length };

/** The sets of documents that answer the wishes of a question. Each is made when it is first asked for: most are not. */
export class Marks {
  readonly #wishes: readonly Wish[];
  readonly #index: MemoryIndex;
  readonly #room: Room;
  readonly #sets: Bits[][];
  readonly #words: number;

  constructor(wishes: readonly Wish[], index: MemoryIndex, room: Room) {
    this.#wishes = wishes;
    this.#index = index;
    this.#room = room;
    this.#sets = wishes.map(() => []);
    this.#words = wordsFor(index.given);
  }

  /** What answers this wish for the points of this band or of one before it; dead ones too. */
  answering(wish: number, band: number): Bits {
    const sets = (this.#sets[wish] ??= []);
    for (let each = sets.length; each <= band; each += 1) sets.push(this.#withBand(wish, each, sets.at(-1)));
    return sets[band] ?? this.#room.take();
  }

  /** What lives and is of this level. */
  ofLevel(level: Level): Bits {
    const found = this.#room.take();
    found.set(this.#index.alive.subarray(0, this.#words));
    for (const kind of ['exact', 'sure', 'any'] as const)
      for (const wish of this.#places(level[kind])) keepOnly(found, this.answering(wish, bands[kind] - 1), this.#words);
    if (level.least > 0) {
      const some = this.#places(level.some).map((wish) => this.answering(wish, bands.any - 1));
      keepInAtLeast(found, some, level.least, this.#words);
    }
    return found;
  }

  /** By wish, in which sets a document is worth what; the first that it is in counts. Sets that none of this level is in are left out. */
  worth(level: Level): { sets: Bits[]; points: number[] }[] {
    return this.#wishes.map((wish, place) => {
      const bit = 1 << place;
      const last = (level.exact & bit) !== 0 ? bands.exact : (level.sure & bit) !== 0 ? bands.sure : bands.any;
      const given = points.slice(0, last).map(([, , , each]) => Math.round(each * weightOf(wish)));
      return { sets: given.map((_, band) => this.answering(place, band)), points: given };
    });
  }

  #places(bits: number): number[] {
    return this.#wishes.flatMap((_, place) => ((bits & (1 << place)) !== 0 ? [place] : []));
  }

  #withBand(wish: number, band: number, before: Bits | undefined): Bits {
    const [from, below, inTitle] = points[band] ?? [2, 2, false];
    const lists = (this.#wishes[wish]?.ways ?? []).flatMap((way) => {
      if (way.weight < from || way.weight >= below || !says(way)) return [];
      const documents = documentsOf(way, inTitle, this.#index);
      return documents === null || documents.length === 0 ? [] : [documents];
    });
    if (before !== undefined && lists.length === 0) return before;
    const set = this.#room.take();
    if (before !== undefined) set.set(before);
    for (const list of lists) setEach(set, list);
    return set;
  }
}
