import type { Question } from '../port.ts';
import type { Level } from '../words/levels.ts';
import { hasBit, type Bits } from './bits.ts';
import { First, isBefore, type Placed } from './first.ts';
import type { Marks, Worth } from './marking.ts';
import type { MemoryIndex } from './memory-index.ts';
import { nearPoints } from './nearness.ts';
import type { Numbers } from './numbers.ts';

/** A column by which documents are sorted, the highest first. */
type Column = Int32Array | Float64Array;

/** Finds the first of a question among documents. */
export class Placing {
  readonly #index: MemoryIndex;
  readonly #after: Pick<Placed, 'key' | 'id'> | null;
  readonly #first: First;
  readonly #column: Column | null;
  readonly #near: Map<number, number> | null;
  readonly #worth: readonly Worth[];
  /** Documents that answer every wish as well as can be; and what all others have at most. Null without wishes. */
  readonly #best: { set: Bits; others: number } | null;

  /**
   * @param after where an earlier page ended
   * @param marks what answers the words, and the level that was chosen; null for a question without words
   */
  constructor(
    index: MemoryIndex,
    question: Question,
    after: Pick<Placed, 'key' | 'id'> | null,
    marks: { marks: Marks; level: Level } | null,
  ) {
    this.#index = index;
    this.#after = after;
    this.#first = new First(question.limit + 1);
    const near = question.sort === 'near' ? nearPoints(question.near ?? [], index) : null;
    this.#near = near !== null && near.size > 0 ? near : null;
    const isByColumn = question.sort === 'newest' || question.sort === 'money' || marks === null;
    const column = question.sort === 'money' ? index.cents : index.day;
    this.#column = this.#near === null && isByColumn ? column : null;
    this.#worth = marks === null || this.#column !== null ? [] : marks.marks.worth(marks.level);
    this.#best = marks === null || this.#worth.length === 0 ? null : marks.marks.best(this.#worth);
  }

  get list(): Placed[] {
    return this.#first.list;
  }

  /** @param count how many of these; all live */
  place(documents: Uint32Array, count: number): void {
    if (this.#column === null) this.#placeByPoints(documents, count);
    else this.#placeByColumn(this.#column, documents, count);
  }

  /** All that live of these; null for all there are. */
  placeLiving(documents: Numbers | null): void {
    const { given } = this.#index;
    if (documents !== null) this.place(documents.held, documents.length);
    else if (this.#column !== null) this.#placeAll(this.#column, given);
    else for (let document = 0; document < given; document += 1) this.#offer(document, this.#keyOf(document));
  }

  #placeAll(column: Column, given: number): void {
    let { least } = this.#first;
    for (let document = 0; document < given; document += 1)
      if ((column[document] ?? 0) >= least) least = this.#offer(document, column[document] ?? 0);
  }

  #placeByColumn(column: Column, documents: Uint32Array, count: number): void {
    let { least } = this.#first;
    for (let at = 0; at < count; at += 1) {
      const document = documents[at] ?? 0;
      if ((column[document] ?? 0) >= least) least = this.#offer(document, column[document] ?? 0);
    }
  }

  #placeByPoints(documents: Uint32Array, count: number): void {
    let { least } = this.#first;
    const best = this.#near === null ? this.#best : null;
    if (best !== null)
      for (let at = 0; at < count; at += 1) {
        const document = documents[at] ?? 0;
        if (!hasBit(best.set, document)) continue;
        const key = this.#keyOf(document);
        if (key >= least) least = this.#offer(document, key);
      }
    // the others have a wish less well answered, and none makes up for it
    if (best !== null && best.others < least) return;
    for (let at = 0; at < count; at += 1) {
      const document = documents[at] ?? 0;
      if (best !== null && hasBit(best.set, document)) continue;
      const key = this.#keyOf(document);
      if (key >= least) least = this.#offer(document, key);
    }
  }

  #keyOf(document: number): number {
    const word = document >>> 5;
    const bit = 1 << (document & 31);
    let key = (this.#index.form[document] ?? 0) + (this.#near?.get(document) ?? 0);
    for (const { sets, points } of this.#worth)
      for (let band = 0; band < sets.length; band += 1)
        if (((sets[band]?.[word] ?? 0) & bit) !== 0) {
          key += points[band] ?? 0;
          break;
        }
    return key;
  }

  /** @returns what is sorted lower needs not be offered any more */
  #offer(document: number, key: number): number {
    const { alive, ids } = this.#index;
    const first = this.#first;
    if (!hasBit(alive, document)) return first.least;
    const idOf = (one: number): string => ids[one] ?? '';
    if (this.#after === null || isBefore(this.#after, { key, id: idOf(document) })) first.offer(document, key, idOf);
    return first.least;
  }
}
