import { exact, says, sure, type Level } from '../words/levels.ts';
import type { Way, Wish } from '../words/understand.ts';
import { oneOf } from './filter.ts';

/** What of a record answers a wish by ways of these weights; null when there is no such way. */
export function filterForWish(wish: Wish, from: number, inTitle = false): string | null {
  const ways = wish.ways.filter((way) => way.weight >= from && says(way));
  const terms = inTitle ? 'titleTerms' : 'terms';
  const single = ways.flatMap(({ stems, area }) => (area === null && stems.length === 1 ? stems : []));
  const areas = inTitle ? [] : ways.flatMap(({ area }) => (area === null ? [] : [area]));
  const phrases = ways.filter(({ stems, area }: Way) => area === null && stems.length > 1);
  return any([
    ...(single.length === 0 ? [] : [oneOf(terms, [...new Set(single)])]),
    ...(areas.length === 0 ? [] : [oneOf('areas', [...new Set(areas)])]),
    ...phrases.map(({ stems }) => `(${stems.map((stem) => oneOf(terms, [stem])).join(' AND ')})`),
  ]);
}

/** The filters that ask of a record what a level asks of a document. */
export function filtersOf(level: Level, wishes: readonly Wish[]): string[] {
  const of = (bits: number, from: number): string[] =>
    wishes.flatMap((wish, place) => (((bits >> place) & 1) === 1 ? (filterForWish(wish, from) ?? []) : []));
  const some = of(level.some, 0);
  return [
    ...of(level.exact, exact),
    ...of(level.sure, sure),
    ...of(level.any, 0),
    ...(level.least === 0 ? [] : [ofSome(some, level.least)]),
  ];
}

function any(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : parts.length === 1 ? (parts[0] ?? null) : `(${parts.join(' OR ')})`;
}

/** At least so many of these. */
function ofSome(parts: readonly string[], least: number): string {
  const sets: string[] = [];
  const choose = (from: number, chosen: readonly string[]): void => {
    if (chosen.length === least) sets.push(`(${chosen.join(' AND ')})`);
    else for (let place = from; place < parts.length; place += 1) choose(place + 1, [...chosen, parts[place] ?? '']);
  };
  choose(0, []);
  return any(sets) ?? '';
}
