import type { Answer, Question } from '../port.ts';
import { few, isOfLevel, levelsOf, type Level } from '../words/levels.ts';
import type { Wish } from '../words/understand.ts';
import { Filters, isWithin } from './filters.ts';
import { First, isBefore, type Placed } from './first.ts';
import { Marks } from './marking.ts';
import type { MemoryIndex } from './memory-index.ts';
import type { Numbers } from './numbers.ts';
import { nearPoints } from './nearness.ts';
import { Tally } from './tally.ts';

/** Where a page ended: the next begins after it, on the same level. */
export type Cursor = { level: number; key: number; id: string };

export type Found = { level: number; total: number; first: Placed[]; facets: Answer['facets'] };

/** What one question needs room for; used again for the next, since none waits halfway. */
const scratch = new WeakMap<MemoryIndex, { marks: Marks; filters: Filters }>();

function scratchOf(index: MemoryIndex) {
  let known = scratch.get(index);
  if (known === undefined) {
    known = { marks: new Marks(), filters: new Filters() };
    scratch.set(index, known);
  }
  return known;
}

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
  const { marks, filters } = scratchOf(index);
  try {
    marks.mark(wishes, index);
    filters.set(question, index);
    return find(index, question, { wishes, cursor, marks, filters });
  } finally {
    marks.wipe();
    filters.wipe();
  }
}

type Looking = { wishes: readonly Wish[]; cursor: Cursor | null; marks: Marks; filters: Filters };

function find(index: MemoryIndex, question: Question, { wishes, cursor, marks, filters }: Looking): Found {
  const { alive, cents, day, form } = index;
  const { all, passed } = filters;
  const levels = levelsOf(wishes);
  const hasAmounts = question.money.from !== null || question.money.to !== null;
  const isHere = (document: number): boolean =>
    alive[document] === 1 && (!hasAmounts || isWithin(cents[document] ?? 0, question.money));
  const isOf = (level: Level, document: number): boolean =>
    isOfLevel(level, marks.exact[document] ?? 0, marks.sure[document] ?? 0, marks.any[document] ?? 0);
  const countUpToFew = (level: Level): number => {
    let found = 0;
    for (let place = 0; place < marks.count && found < few; place += 1) {
      const document = marks.found[place] ?? 0;
      if (isOf(level, document) && ((passed[document] ?? 0) & all) === all && isHere(document)) found += 1;
    }
    return found;
  };
  const chosen = cursor !== null && cursor.level < levels.length ? cursor.level : chooseLevel(levels, countUpToFew);
  const level = levels[chosen];

  const near = question.sort === 'near' ? nearPoints(question.near ?? [], index) : null;
  const isByKey =
    (near === null || near.size === 0) &&
    (question.sort === 'newest' || question.sort === 'money' || wishes.length === 0);
  const byKey = question.sort === 'money' ? cents : day;
  const keyOf = (document: number): number =>
    isByKey
      ? (byKey[document] ?? 0)
      : (marks.points[document] ?? 0) + (near?.get(document) ?? 0) + (form[document] ?? 0);

  const first = new First(question.limit + 1);
  const idOf = (document: number): string => index.ids[document] ?? '';
  const tally = new Tally(index, question.facets);
  let total = 0;
  const place = (document: number): void => {
    const key = keyOf(document);
    if (key < first.least) return;
    if (cursor === null || isBefore(cursor, { key, id: idOf(document) })) first.offer(document, key, idOf);
  };

  // without words and amounts, what is filtered by one value at most is counted already
  const counted = wishes.length > 0 || hasAmounts ? null : countedAlready(index, filters, tally);
  if (counted !== null) {
    if (counted.documents === null) {
      for (let document = 0; document < index.given; document += 1) if (alive[document] === 1) place(document);
    } else {
      const { held, length } = counted.documents;
      for (let at = 0; at < length; at += 1) if (alive[held[at] ?? 0] === 1) place(held[at] ?? 0);
    }
    return { level: chosen, total: counted.total, first: first.list, facets: tally.told() };
  }

  const { picked } = marks;
  const take = (document: number): void => {
    const missing = all & ~(passed[document] ?? 0);
    // it passes all filters, or all but that of a facet whose other values are counted
    if ((missing & (missing - 1)) !== 0 || !isHere(document)) return;
    if (missing === 0) picked[total++] = document;
    else if ((tally.asked & missing) !== 0) tally.add(document, missing);
  };
  if (wishes.length === 0) for (let document = 0; document < index.given; document += 1) take(document);
  else if (level !== undefined)
    for (let at = 0; at < marks.count; at += 1) {
      const document = marks.found[at] ?? 0;
      if (isOf(level, document)) take(document);
    }
  for (let at = 0; at < total; at += 1) place(picked[at] ?? 0);
  if (tally.asked !== 0) tally.addEach(picked, total);
  return { level: chosen, total, first: first.list, facets: tally.told() };
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
