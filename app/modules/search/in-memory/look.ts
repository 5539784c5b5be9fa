import type { Answer, Question } from '../port.ts';
import { asksFor, few, levelsOf, mainLevel, type Level } from '../words/levels.ts';
import type { Wish } from '../words/understand.ts';
import { listBits, lowestBit, wordsFor, type Bits } from './bits.ts';
import { Filters, isWithin } from './filters.ts';
import type { Placed } from './first.ts';
import { Marks } from './marking.ts';
import type { MemoryIndex } from './memory-index.ts';
import type { Numbers } from './numbers.ts';
import { Placing } from './placing.ts';
import { scratchOf } from './scratch.ts';
import { Tally } from './tally.ts';

/** Where a page ended: the next begins after it, on the same level. */
export type Cursor = { level: number; key: number; id: string };

export type Found = { level: number; total: number; isNear: boolean; first: Placed[]; facets: Answer['facets'] };

/** The first level that finds enough, or else the first that finds most. */
function chooseLevel(levels: readonly Level[], count: (level: Level) => number): number {
  let [best, most] = [0, -1];
  for (const [place, level] of levels.entries()) {
    const found = count(level);
    if (found > most) [best, most] = [place, found];
    if (found >= few) return place;
  }
  return best;
}

/**
 * The first of what was found, how many there are and how many have which value: all of it, exactly.
 * @param wishes what the text means; none finds everything
 * @param cursor of an earlier page; null begins at the beginning
 */
export function look(index: MemoryIndex, question: Question, wishes: readonly Wish[], cursor: Cursor | null): Found {
  const { room, picked } = scratchOf(index);
  const filters = new Filters(question, index);
  const tally = new Tally(index, question.facets);
  const hasAmounts = question.money.from !== null || question.money.to !== null;
  const isWithinAmounts = (document: number): boolean =>
    !hasAmounts || isWithin(index.cents[document] ?? 0, question.money);

  const words = wordsFor(index.given);
  const levels = levelsOf(wishes);
  const marks = new Marks(wishes, index, room);
  const ofLevel = new Map<Level, Bits>();
  const counts = new Map<Level, number>();
  const countUpToFew = (level: Level): number => {
    const documents = marks.ofLevel(level);
    ofLevel.set(level, documents);
    const count = countPassing(documents, words, (one) => filters.missing(one) === 0 && isWithinAmounts(one));
    counts.set(level, count);
    return count;
  };
  const chosen = cursor !== null && cursor.level < levels.length ? cursor.level : chooseLevel(levels, countUpToFew);
  const level = levels[chosen];

  const placing = new Placing(index, question, cursor, level === undefined ? null : { marks, level });

  // without words and amounts, what is filtered by one value at most is counted already
  const counted = wishes.length > 0 || hasAmounts ? null : countedAlready(index, filters, tally);
  if (counted !== null) {
    placing.placeLiving(counted.documents);
    return { level: chosen, total: counted.total, isNear: false, first: placing.list, facets: tally.told() };
  }

  const found = level === undefined ? null : (ofLevel.get(level) ?? marks.ofLevel(level));
  // words that nothing can be looked up by find nothing
  const count = found === null && wishes.length > 0 ? 0 : listBits(found ?? index.alive, words, picked);
  let total = 0;
  if (filters.all === 0 && !hasAmounts) total = count;
  else
    for (let at = 0; at < count; at += 1) {
      const document = picked[at] ?? 0;
      const missing = filters.missing(document);
      // it passes all filters, or all but that of a facet whose other values are counted
      if ((missing & (missing - 1)) !== 0 || !isWithinAmounts(document)) continue;
      if (missing === 0) picked[total++] = document;
      else if ((tally.asked & missing) !== 0) tally.addAlone(document, missing);
    }
  placing.place(picked, total);
  if (tally.asked !== 0) tally.addEach(picked, total);
  const main = total === 0 ? null : mainLevel(wishes);
  // mostly a level that was counted says so already
  const isNear =
    main !== null && ![...counts].some(([each, some]) => some > 0 && asksFor(each, main)) && countUpToFew(main) === 0;
  return { level: chosen, total, isNear, first: placing.list, facets: tally.told() };
}

/** How many pass, until there are `few`. */
function countPassing(documents: Bits, words: number, isAsked: (document: number) => boolean): number {
  let found = 0;
  for (let at = 0; at < words && found < few; at += 1)
    for (let rest = documents[at] ?? 0; rest !== 0 && found < few; rest &= rest - 1)
      if (isAsked(32 * at + lowestBit(rest))) found += 1;
  return found;
}

/** What needs no looking at documents to be counted, and which those are; null for all. */
type Counted = { total: number; documents: Numbers | null };

/** Puts in the tally what is known of everything, or of everything with one value. Null: that is not what was asked. */
function countedAlready(index: MemoryIndex, { all, values }: Filters, tally: Tally): Counted | null {
  if (all === 0) {
    tally.addAll(tally.asked);
    return { total: index.size, documents: null };
  }
  const [value] = values;
  const beside = value !== undefined && values.length === 1 ? index.countsBeside(value) : null;
  if (beside === null || value === undefined) return null;
  tally.setAll(beside, tally.asked & ~all);
  // as if it were not filtered by
  tally.addAll(tally.asked & all);
  const number = index.numberOfValue(value);
  return { total: number === null ? 0 : (index.values[number]?.count ?? 0), documents: index.withValue(value) };
}
