import type { Facet, SearchDocument } from '../port.ts';
import { termsOf } from '../words/terms.ts';

/** Rises when documents get other terms from the same words: an index of an older number is filled anew. */
export const rulesNumber = 4;

export type Shelf = 'a' | 'b';

const noDay = -1_000_000;
export const noCents = -1;

/** A value of a facet as a term; no stem has a slash. */
export function valueTerm(facet: Facet, value: string): string {
  return `${facet}/${encodeURIComponent(value.slice(0, 200).toWellFormed()).replace(/'/g, '%27')}`;
}

/** The facet and value of a term that `valueTerm` made. */
export function valueOfTerm(term: string): { facet: string; value: string } {
  const slash = term.indexOf('/');
  return { facet: term.slice(0, slash), value: decodeURIComponent(term.slice(slash + 1)) };
}

/** How a tsvector or tsquery takes a term. */
export const quoted = (term: string): string => `'${term.replace(/[\\']/g, (sign) => sign + sign)}'`;

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

export type ShelfRow = {
  id: string;
  terms: string;
  facets: string;
  day: number;
  cents: string;
  titleWords: number;
  termCount: number;
  document: string;
  stamp: string;
  words: readonly string[];
  values: readonly string[];
};

const dayOf = (date: string | null): number => {
  const moment = date === null ? Number.NaN : Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(moment) ? noDay : Math.floor(moment / 86_400_000);
};

/** PostgreSQL takes no NUL in text, and no half signs. */
const storable = (document: SearchDocument): SearchDocument =>
  JSON.parse(JSON.stringify(document).replace(/\\u0000/g, '')) as SearchDocument;

/** Money is filtered by value; in bands as terms it is quick too. */
export const moneyBand = (cents: number): number =>
  cents <= 0 ? 0 : Math.min(50, Math.ceil(Math.log2(cents / 1000 + 1)));

/**
 * Documents are in four slices of growing size, by chance: what is in very many is looked for in the first, and in the next when
 * that holds too few. So the work for a frequent word does not grow with the number of documents.
 */
export const slices = ['slice/0', 'slice/1', 'slice/2', 'slice/3'] as const;

function sliceOf(id: string): string {
  let hash = 2166136261;
  for (let place = 0; place < id.length; place += 1) hash = Math.imul(hash ^ id.charCodeAt(place), 16777619);
  const part = ((hash ^ (hash >>> 15)) >>> 0) % 32;
  return part === 0 ? slices[0] : part < 3 ? slices[1] : part < 10 ? slices[2] : slices[3];
}

/** What of a document is kept on a shelf. */
export function rowOf(given: SearchDocument): ShelfRow {
  const document = storable(given);
  const terms = termsOf(document);
  const values = valuesOf(document);
  const money = document.cents === null ? [] : [`money/${moneyBand(document.cents)}`];
  const lexemes = [...terms.all, ...terms.title.map((stem) => `=${stem}`), ...values, ...money, sliceOf(document.id)];
  return {
    id: document.id,
    terms: lexemes.map(quoted).join(' '),
    facets: ` ${values.join(' ')} `,
    day: dayOf(document.date),
    cents: String(document.cents ?? noCents),
    titleWords: Math.max(1, Math.min(1000, terms.title.length)),
    termCount: Math.min(30_000, terms.all.length),
    document: JSON.stringify(document),
    stamp: document.stamp,
    words: terms.words,
    values,
  };
}
