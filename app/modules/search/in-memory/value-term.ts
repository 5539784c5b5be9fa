import type { Facet } from '../port.ts';

/** A value of a facet as one word, `area/FA`: what it is listed under. */
export function valueTerm(facet: Facet, value: string): string {
  return `${facet}/${encodeURIComponent(value.slice(0, 200).toWellFormed())}`;
}

/** The facet and value of what `valueTerm` made. */
export function valueOfTerm(term: string): { facet: string; value: string } {
  const slash = term.indexOf('/');
  return { facet: term.slice(0, slash), value: decodeURIComponent(term.slice(slash + 1)) };
}
