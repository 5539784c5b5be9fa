import { Numbers, withRoom } from './numbers.ts';

/**
 * Which values documents have, of a part of the facets. There are far fewer sets of values than documents: each document has the number of
 * its set, so that counting and filtering look at one number for a document, and at the values once for a set.
 */
export class SetsOfValues {
  /** By document, the number of its set. */
  setOf: Uint32Array;
  /** How many sets there are. */
  size = 0;
  /** Values of each set, one set after the other. */
  readonly #values = new Numbers();
  #from = new Uint32Array(64);
  readonly #known = new Map<string, number>();

  constructor(room: number) {
    this.setOf = new Uint32Array(room);
  }

  makeRoom(room: number): void {
    this.setOf = withRoom(this.setOf, room);
  }

  /** @param values each once */
  give(document: number, values: readonly number[]): void {
    let key = '';
    for (const value of [...values].sort((one, other) => one - other))
      key += String.fromCharCode(value >>> 16, value & 0xffff);
    let set = this.#known.get(key);
    if (set === undefined) {
      set = this.size;
      this.size += 1;
      this.#known.set(key, set);
      for (const value of values) this.#values.push(value);
      if (this.size === this.#from.length) this.#from = withRoom(this.#from, 2 * this.size);
      this.#from[this.size] = this.#values.length;
    }
    this.setOf[document] = set;
  }

  valuesOf(set: number): Uint32Array {
    return this.#values.held.subarray(this.#from[set] ?? 0, this.#from[set + 1] ?? 0);
  }

  /** Tells of each set that has any of these values. */
  having(values: ReadonlySet<number>, tell: (set: number) => void): void {
    for (let set = 0; set < this.size; set += 1) {
      const end = this.#from[set + 1] ?? 0;
      for (let place = this.#from[set] ?? 0; place < end; place += 1)
        if (values.has(this.#values.held[place] ?? -1)) {
          tell(set);
          break;
        }
    }
  }
}
