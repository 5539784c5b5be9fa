import { facets, type Facet, type Question } from '../port.ts';
import { valueTerm } from './value-term.ts';
import { noCents, partOf, type MemoryIndex } from './memory-index.ts';

/** Values beyond these are no choice of a person. */
const mostValues = 1000;

export const bitOf = (facet: Facet): number => 1 << facets.indexOf(facet);

/** Which filters of a question a document passes: a bit for each facet that is filtered by. */
export class Filters {
  /** All bits. */
  readonly all: number;
  /** What is filtered by, as values of the index. */
  readonly values: string[] = [];
  readonly #setOf: readonly [Uint32Array, Uint32Array];
  /** By set of values. */
  readonly #passed: readonly [Uint16Array, Uint16Array];

  constructor(question: Question, index: MemoryIndex) {
    const [one, other] = index.sets;
    this.#setOf = [one.setOf, other.setOf];
    this.#passed = [new Uint16Array(one.size), new Uint16Array(other.size)];
    let all = 0;
    for (const [place, facet] of facets.entries()) {
      const asked = question.filters[facet];
      if (asked === undefined || asked.length === 0) continue;
      const terms = [...new Set(asked.slice(0, mostValues))].map((value) => valueTerm(facet, value));
      const numbers = new Set(terms.map((term) => index.numberOfValue(term) ?? -1));
      const part = partOf(place);
      index.sets[part].having(numbers, (set) => {
        this.#passed[part][set] = (this.#passed[part][set] ?? 0) | (1 << place);
      });
      this.values.push(...terms);
      all |= 1 << place;
    }
    this.all = all;
  }

  /** Bits of the filters that a document does not pass. */
  missing(document: number): number {
    const [one, other] = this.#setOf;
    const [passed, passedOther] = this.#passed;
    return this.all & ~((passed[one[document] ?? 0] ?? 0) | (passedOther[other[document] ?? 0] ?? 0));
  }
}

/** Whether an amount is between those of a question; what has no amount is not. */
export function isWithin(cents: number, { from, to }: Question['money']): boolean {
  if (from === null && to === null) return true;
  return cents > noCents && (from === null || cents >= from) && (to === null || cents <= to);
}
