import type { Answer, Question } from '../port.ts';
import { few, isOfLevel, levelsOf, type Level } from '../words/levels.ts';
import type { Wish } from '../words/understand.ts';
import { Filters, isWithin } from './filters.ts';
import { First, isBefore, type Placed } from './first.ts';
import { Marks } from './marking.ts';
import type { MemoryIndex } from './memory-index.ts';
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
  const take = (document: number, counted: number): void => {
    const missing = all & ~(passed[document] ?? 0);
    // it passes all filters, or all but that of a facet whose other values are counted
    if ((missing & (missing - 1)) !== 0 || !isHere(document)) return;
    const wanted = missing === 0 ? counted : counted & missing;
    if (wanted !== 0) tally.add(document, wanted);
    if (missing !== 0) return;
    total += 1;
    const key = keyOf(document);
    if (key < first.least) return;
    if (cursor === null || isBefore(cursor, { key, id: idOf(document) })) first.offer(document, key, idOf);
  };

  if (wishes.length > 0) {
    if (level !== undefined)
      for (let place = 0; place < marks.count; place += 1) {
        const document = marks.found[place] ?? 0;
        if (isOf(level, document)) take(document, tally.asked);
      }
  } else {
    // without words and amounts, what is filtered by one facet at most counts as everything does
    const isOne = (all & (all - 1)) === 0 && !hasAmounts;
    const known = isOne ? (all === 0 ? tally.asked : tally.asked & all) : 0;
    if (known !== 0) tally.addAll(known);
    for (let document = 0; document < index.given; document += 1) take(document, tally.asked & ~known);
  }
  return { level: chosen, total, first: first.list, facets: tally.told() };
}
