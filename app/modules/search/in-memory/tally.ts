import { facets, type Answer, type Count, type Facet } from '../port.ts';
import { bitOf } from './filters.ts';
import type { MemoryIndex } from './memory-index.ts';

/** Counts how many documents have which value. */
export class Tally {
  readonly #index: MemoryIndex;
  readonly #asked: readonly Facet[];
  readonly #counts: Int32Array;
  /** By number of the value: the bit of its facet. */
  readonly #bits: Uint16Array;
  /** Bits of the facets that are asked for. */
  readonly asked: number;

  constructor(index: MemoryIndex, asked: readonly Facet[]) {
    this.#index = index;
    this.#asked = asked;
    this.#counts = new Int32Array(index.values.length);
    this.#bits = Uint16Array.from(index.values, ({ facet }) => (facet < 0 ? 0 : 1 << facet));
    this.asked = asked.reduce((bits, facet) => bits | bitOf(facet), 0);
  }

  /**
   * These documents count in every facet; those that are not asked for are left out when it is told.
   * @param count how many of them
   */
  addEach(documents: Uint32Array, count: number): void {
    const { valuesFrom, valuesOf } = this.#index;
    const { held } = valuesOf;
    const counts = this.#counts;
    for (let at = 0; at < count; at += 1) {
      const document = documents[at] ?? 0;
      const end = valuesFrom[document + 1] ?? 0;
      for (let place = valuesFrom[document] ?? 0; place < end; place += 1) {
        const value = held[place] ?? 0;
        counts[value] = (counts[value] ?? 0) + 1;
      }
    }
  }

  /** @param wanted bits of the facets in which this document counts */
  add(document: number, wanted: number): void {
    const { valuesFrom, valuesOf } = this.#index;
    const { held } = valuesOf;
    const counts = this.#counts;
    const bits = this.#bits;
    const end = valuesFrom[document + 1] ?? 0;
    for (let place = valuesFrom[document] ?? 0; place < end; place += 1) {
      const value = held[place] ?? 0;
      if (((bits[value] ?? 0) & wanted) !== 0) counts[value] = (counts[value] ?? 0) + 1;
    }
  }

  /** What is known of these facets without looking at documents, by number of the value. */
  setAll(known: Int32Array, wanted: number): void {
    for (const [number, bit] of this.#bits.entries())
      if ((bit & wanted) !== 0) this.#counts[number] = known[number] ?? 0;
  }

  /** Every document counts in these facets. */
  addAll(wanted: number): void {
    for (const [number, { count }] of this.#index.values.entries())
      if (((this.#bits[number] ?? 0) & wanted) !== 0) this.#counts[number] = count;
  }

  /** Of each facet that is asked for, the highest count first. */
  told(): Answer['facets'] {
    const found = new Map<Facet, Count[]>(this.#asked.map((facet) => [facet, []]));
    for (const [number, { facet, text }] of this.#index.values.entries()) {
      const name = facets[facet];
      const count = this.#counts[number] ?? 0;
      if (count > 0 && name !== undefined) found.get(name)?.push({ value: text, count });
    }
    for (const list of found.values())
      list.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
    return Object.fromEntries(found);
  }
}
