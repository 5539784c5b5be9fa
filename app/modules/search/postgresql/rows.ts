import { noCents, noDay, type IndexRow } from '../in-memory/memory-index.ts';
import { valueTerm } from '../in-memory/value-term.ts';
import type { Facet, SearchDocument } from '../port.ts';
import { termsOf } from '../words/terms.ts';

/** Rises when the same words give other rows: an index of an older number is filled anew. */
export const rulesNumber = 6;

export type Shelf = 'a' | 'b';

/** The values of a document for every facet. */
function valuesOf(document: SearchDocument): string[] {
  const of = (facet: Facet, values: readonly string[]): string[] => values.map((value) => valueTerm(facet, value));
  return [
    ...new Set([
      ...of('kind', [document.kind]),
      ...of('theme', document.themes),
      ...of('area', document.areas),
      ...of('body', document.bodies),
      ...of('stage', document.stage === null ? [] : [document.stage]),
      ...of('need', document.needs),
      ...of('offer', document.offers),
      ...of('year', document.year === null ? [] : [String(document.year)]),
    ]),
  ];
}

/** What of a document is kept: what a process holds of it, and what is shown. */
export type ShelfRow = IndexRow & { document: string; stamp: string };

const dayOf = (date: string | null): number => {
  const moment = date === null ? Number.NaN : Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(moment) ? noDay : Math.floor(moment / 86_400_000);
};

/** PostgreSQL takes no NUL in text, and no half signs. */
const storable = (document: SearchDocument): SearchDocument =>
  JSON.parse(JSON.stringify(document).replace(/\\u0000/g, '')) as SearchDocument;

/** What of a document is kept on a shelf. */
export function rowOf(given: SearchDocument): ShelfRow {
  const document = storable(given);
  const { title, words } = termsOf(document);
  return {
    ...{ id: document.id, title, words },
    values: valuesOf(document),
    day: dayOf(document.date),
    cents: document.cents ?? noCents,
    document: JSON.stringify(document),
    stamp: document.stamp,
  };
}
