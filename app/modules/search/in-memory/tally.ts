import { facets, type Answer, type Count, type Facet } from '../port.ts';
import { bitOf } from './filters.ts';
import { partOf, type MemoryIndex } from './memory-index.ts';

const parts = [0, 1] as const;

/** Counts how many documents have which value: first how many have which set of values, then what is in those sets. */
export class Tally {
  readonly #index: MemoryIndex;
  readonly #asked: readonly Facet[];
  readonly #counts: Int32Array;
  /** By part and set: documents that count in every facet. */
  readonly #whole: readonly [Uint32Array, Uint32Array];
  /** By place of a facet, by set: documents that count in that facet alone. */
  readonly #alone = new Map<number, Uint32Array>();
  /** Bits of the facets that are asked for. */
  readonly asked: number;

  constructor(index: MemoryIndex, asked: readonly Facet[]) {
    this.#index = index;
    this.#asked = asked;
    this.#counts = new Int32Array(index.values.length);
    const [one, other] = index.sets;
    this.#whole = [new Uint32Array(one.size), new Uint32Array(other.size)];
    this.asked = asked.reduce((bits, facet) => bits | bitOf(facet), 0);
  }

  /**
   * These documents count in every facet.
   * @param count how many of them
   */
  addEach(documents: Uint32Array, count: number): void {
    const [one, other] = this.#index.sets;
    const [setOf, setOfOther] = [one.setOf, other.setOf];
    const [whole, wholeOther] = this.#whole;
    for (let at = 0; at < count; at += 1) {
      const document = documents[at] ?? 0;
      const set = setOf[document] ?? 0;
      const setOther = setOfOther[document] ?? 0;
      whole[set] = (whole[set] ?? 0) + 1;
      wholeOther[setOther] = (wholeOther[setOther] ?? 0) + 1;
    }
  }

  /** @param wanted bit of the one facet in which this document counts */
  addAlone(document: number, wanted: number): void {
    const facet = 31 - Math.clz32(wanted);
    const sets = this.#index.sets[partOf(facet)];
    let counts = this.#alone.get(facet);
    if (counts === undefined) this.#alone.set(facet, (counts = new Uint32Array(sets.size)));
    const set = sets.setOf[document] ?? 0;
    counts[set] = (counts[set] ?? 0) + 1;
  }

  /** What is known of these facets without looking at documents, by number of the value. */
  setAll(known: Int32Array, wanted: number): void {
    for (const [number, { facet }] of this.#index.values.entries())
      if (((1 << facet) & wanted) !== 0) this.#counts[number] = known[number] ?? 0;
  }

  /** Every document counts in these facets. */
  addAll(wanted: number): void {
    for (const [number, { facet, count }] of this.#index.values.entries())
      if (((1 << facet) & wanted) !== 0) this.#counts[number] = count;
  }

  /** Of each facet that is asked for, the highest count first. */
  told(): Answer['facets'] {
    for (const part of parts) this.#addSets(part, this.#whole[part], () => true);
    for (const [facet, counts] of this.#alone) this.#addSets(partOf(facet), counts, (value) => value === facet);
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

  #addSets(part: 0 | 1, documents: Uint32Array, isCounted: (facet: number) => boolean): void {
    const { sets, values } = this.#index;
    for (const [set, count] of documents.entries()) {
      if (count === 0) continue;
      for (const value of sets[part].valuesOf(set))
        if (isCounted(values[value]?.facet ?? -1)) this.#counts[value] = (this.#counts[value] ?? 0) + count;
    }
  }
}
