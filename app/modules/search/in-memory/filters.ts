import { facets, type Facet, type Question } from '../port.ts';
import { valueTerm } from './value-term.ts';
import { noCents, type MemoryIndex } from './memory-index.ts';
import type { Numbers } from './numbers.ts';

/** Values beyond these are no choice of a person. */
const mostValues = 1000;

/** Which filters of a question a document passes: a bit for each facet that is filtered by. */
export class Filters {
  /** By document. */
  passed = new Uint16Array(0);
  /** All bits. */
  all = 0;
  /** What is filtered by, as values of the index. */
  values: string[] = [];
  #lists: Numbers[] = [];

  set(question: Question, index: MemoryIndex): void {
    if (this.passed.length < index.room) this.passed = new Uint16Array(index.room);
    for (const [place, facet] of facets.entries()) {
      const values = question.filters[facet];
      if (values === undefined || values.length === 0) continue;
      const bit = 1 << place;
      this.all |= bit;
      for (const value of new Set(values.slice(0, mostValues))) {
        const term = valueTerm(facet, value);
        const list = index.withValue(term);
        this.values.push(term);
        this.#lists.push(list);
        for (let at = 0; at < list.length; at += 1) {
          const document = list.held[at] ?? 0;
          this.passed[document] = (this.passed[document] ?? 0) | bit;
        }
      }
    }
  }

  wipe(): void {
    for (const list of this.#lists) for (let at = 0; at < list.length; at += 1) this.passed[list.held[at] ?? 0] = 0;
    this.#lists = [];
    this.values = [];
    this.all = 0;
  }
}

export const bitOf = (facet: Facet): number => 1 << facets.indexOf(facet);

/** Whether an amount is between those of a question; what has no amount is not. */
export function isWithin(cents: number, { from, to }: Question['money']): boolean {
  if (from === null && to === null) return true;
  return cents > noCents && (from === null || cents >= from) && (to === null || cents <= to);
}
