import { valueTerm } from './value-term.ts';
import { exact, says, sure } from '../words/levels.ts';
import { points, weightOf } from '../words/points.ts';
import type { Way, Wish } from '../words/understand.ts';
import type { MemoryIndex } from './memory-index.ts';
import { inAll, type Numbers } from './numbers.ts';

/** Documents that say this. */
function documentsOf({ stems, area }: Way, inTitle: boolean, index: MemoryIndex): Numbers | null {
  if (area !== null) return inTitle ? null : index.withValue(valueTerm('area', area));
  const lists = stems.map((stem) => (inTitle ? index.withTitleStem(stem) : index.withStem(stem)));
  return lists.length === 1 ? (lists[0] ?? null) : inAll(lists);
}

/** Which documents answer which wishes, and for how many points. Made for the numbers of one index, and wiped after each question. */
export class Marks {
  /** Documents that answer anything. */
  found = new Uint32Array(0);
  count = 0;
  /** By document, a bit for each wish that it answers by the word itself, by a sure way, by any way. */
  exact = new Uint16Array(0);
  sure = new Uint16Array(0);
  any = new Uint16Array(0);
  points = new Int32Array(0);
  /** Room for what is picked out of these. */
  picked = new Uint32Array(0);

  /** What answers these; nothing where there are none. */
  mark(wishes: readonly Wish[], index: MemoryIndex): void {
    if (this.any.length < index.room) this.#makeRoom(index.room);
    for (const [place, wish] of wishes.entries()) {
      for (const [from, below, inTitle, each] of points) {
        const worth = Math.round(each * weightOf(wish));
        for (const way of wish.ways) {
          if (way.weight < from || way.weight >= below || !says(way)) continue;
          const documents = documentsOf(way, inTitle, index);
          if (documents !== null) this.#take(documents, 1 << place, from, worth);
        }
      }
    }
  }

  wipe(): void {
    for (let place = 0; place < this.count; place += 1) {
      const document = this.found[place] ?? 0;
      this.exact[document] = 0;
      this.sure[document] = 0;
      this.any[document] = 0;
      this.points[document] = 0;
    }
    this.count = 0;
  }

  #take(documents: Numbers, bit: number, from: number, worth: number): void {
    const { held, length } = documents;
    const { found, any } = this;
    let { count } = this;
    for (let place = 0; place < length; place += 1) {
      const document = held[place] ?? 0;
      const answered = any[document] ?? 0;
      if ((answered & bit) !== 0) continue;
      if (answered === 0) found[count++] = document;
      any[document] = answered | bit;
      if (from >= sure) this.sure[document] = (this.sure[document] ?? 0) | bit;
      if (from >= exact) this.exact[document] = (this.exact[document] ?? 0) | bit;
      this.points[document] = (this.points[document] ?? 0) + worth;
    }
    this.count = count;
  }

  #makeRoom(room: number): void {
    this.found = new Uint32Array(room);
    this.exact = new Uint16Array(room);
    this.sure = new Uint16Array(room);
    this.any = new Uint16Array(room);
    this.points = new Int32Array(room);
    this.picked = new Uint32Array(room);
  }
}
