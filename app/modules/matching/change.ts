import type { Corpus } from './corpus.ts';
import { isSuggestable, rankedList, scoreIn, type Listed } from './lists.ts';
import { fitsOf, makeDesk } from './scores.ts';
import { leastPoints } from './weights.ts';

/** What is known of the lists as they stand. */
export type Standing = {
  /** Score of the last in each full list, by place; null while a list has room. */
  floors: readonly (number | null)[];
  /** Places of the lists in which what changed or went stands as ranked. */
  holders: ReadonlySet<number>;
};

/** What a change does to lists. */
export type ListChanges = {
  /** Lists that are replaced as a whole: their own, and those in which they stood. */
  rewritten: ReadonlyMap<number, Listed[]>;
  /** Lists that they come into; the last of each then falls out when it is too long. */
  entered: readonly { list: number; other: number; score: number }[];
};

/**
 * What becomes of all lists when a few portfolios changed, came or went. Other lists stay as they are: nothing in them moved, apart
 * from how rare words are, which the nightly recompute brings up to date.
 * @param changed places of what changed or came
 */
export function listChanges(corpus: Corpus, changed: ReadonlySet<number>, { floors, holders }: Standing): ListChanges {
  const desk = makeDesk(corpus);
  const rewritten = new Map<number, Listed[]>();
  const entered: { list: number; other: number; score: number }[] = [];
  for (const place of new Set([...changed, ...holders])) {
    const fits = fitsOf(corpus, place, desk);
    rewritten.set(place, rankedList(corpus, place, fits));
    if (!changed.has(place)) continue;
    for (let list = 0; list < fits.length; list += 1) {
      if (changed.has(list) || holders.has(list)) continue;
      // a fit is the same from both sides
      const score = scoreIn(corpus, fits[list] ?? 0, place);
      const floor = floors[list] ?? null;
      if (score < leastPoints || (floor !== null && score <= floor) || !isSuggestable(corpus, list, place)) continue;
      entered.push({ list, other: place, score });
    }
  }
  return { rewritten, entered };
}
