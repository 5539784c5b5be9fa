import { exact, few, levelsOf, sure } from '../words/levels.ts';
import { bands, pointsOfBand, pointsOfForm } from '../words/points.ts';
import type { Way, Wish } from '../words/understand.ts';
import { filterForWish, filtersOf } from './expression.ts';

/** What is looked for, from strict to lenient, as filters. */
export function levels(wishes: readonly Wish[]): string[][] {
  const all = levelsOf(wishes).map((level) => filtersOf(level, wishes));
  return all.length === 0 ? [[]] : all;
}

/** The level that answers: the last that was tried and found anything. */
export function levelThatAnswers(counts: readonly number[]): number {
  const last = counts.findIndex((count) => count >= few);
  const tried = counts.slice(0, last === -1 ? counts.length : last + 1);
  return Math.max(
    0,
    tried.findLastIndex((count) => count > 0),
  );
}

/** What of a level answers best, second best, and all of it; each holds the one before. */
export function tiers(wishes: readonly Wish[]): string[][] {
  const needed = wishes.filter(({ isOptional }) => !isOptional);
  const titleOf = (wish: Wish) => filterForWish(wish, wish.isPlace ? sure : exact, true);
  const inTitle = needed.map(titleOf);
  const main = [...needed].sort((one, other) => other.telling - one.telling)[0];
  const mainInTitle = main === undefined ? null : titleOf(main);
  return [
    ...(inTitle.length > 0 && inTitle.every((one) => one !== null) ? [inTitle] : []),
    ...(mainInTitle === null ? [] : [[mainInTitle]]),
    [],
  ];
}

/** What is known of a candidate to order it by. */
export type Candidate = {
  id: string;
  terms: readonly string[];
  titleTerms: readonly string[];
  areas: readonly string[];
  date: string | null;
  /** How well Meilisearch says it answers the words as they were typed, 0 to 1. */
  native: number;
};

/** Between two that answer equally well, the words as they were typed, side by side, weigh a little. */
const pointsOfNative = 30;

/** The points that the embedded engine gives, and a little for what Meilisearch says of the words as typed. */
export function pointsOf(wishes: readonly Wish[], { terms, titleTerms, areas, native }: Candidate): number {
  const held = { terms: new Set(terms), titleTerms: new Set(titleTerms), areas: new Set(areas) };
  const sum = wishes.reduce((all, wish) => {
    const best = bands.find(({ from, below, inTitle }) =>
      wish.ways.some((way) => way.weight >= from && way.weight < below && isSaid(way, inTitle, held)),
    );
    return all + (best === undefined ? 0 : pointsOfBand(wish, best));
  }, 0);
  return sum + pointsOfForm(titleTerms.length, terms.length) + pointsOfNative * native;
}

type Held = { terms: ReadonlySet<string>; titleTerms: ReadonlySet<string>; areas: ReadonlySet<string> };

function isSaid({ stems, area }: Way, inTitle: boolean, { terms, titleTerms, areas }: Held): boolean {
  if (area !== null) return !inTitle && areas.has(area);
  return stems.length > 0 && stems.every((stem) => (inTitle ? titleTerms : terms).has(stem));
}
