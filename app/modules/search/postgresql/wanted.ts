import { facets, type Facet, type Question } from '../port.ts';
import type { Way, Wish } from '../words/understand.ts';
import { moneyBand, quoted, valueTerm } from './rows.ts';

/** Boolean expressions over terms, as tsquery reads them; null is "anything". */
export type Expression = string | null;

export function allOf(parts: readonly Expression[]): Expression {
  const given = parts.filter((part) => part !== null);
  return given.length === 0 ? null : given.length === 1 ? (given[0] ?? null) : `(${given.join(' & ')})`;
}

export function anyOf(parts: readonly string[]): Expression {
  return parts.length === 0 ? null : parts.length === 1 ? (parts[0] ?? null) : `(${parts.join(' | ')})`;
}

function ofWay({ stems, area }: Way, inTitle: boolean): string | null {
  if (area !== null) return inTitle ? null : quoted(valueTerm('area', area));
  return allOf(stems.map((stem) => quoted(inTitle ? `=${stem}` : stem)));
}

/** A way from this weight on says what was typed; below, it only comes near. */
export const sure = 0.6;

/** A way from this weight on is the word itself. */
export const exact = 0.9;

/** What a document must have for a wish, in its title or anywhere, by ways of these weights. */
export function forWish(wish: Wish, from: number, below: number, inTitle: boolean): Expression {
  const ways = wish.ways.filter(({ weight }) => weight >= from && weight < below);
  return anyOf([...new Set(ways.flatMap((way) => ofWay(way, inTitle) ?? []))]);
}

/** No document has this. */
export const nothing = quoted('!/');

/** Values beyond these are no choice of a person. */
const mostValues = 1000;

/** What the filters ask, but for one facet whose other values are counted. */
export function forFilters(question: Question, except: Facet | null): Expression {
  const wanted = facets.flatMap((facet) => {
    const values = question.filters[facet];
    if (facet === except || values === undefined || values.length === 0) return [];
    const terms = [...new Set(values.slice(0, mostValues))].map((value) => quoted(valueTerm(facet, value)));
    return [anyOf(terms) ?? nothing];
  });
  return allOf([...wanted, forMoney(question)]);
}

function forMoney({ money: { from, to } }: Question): Expression {
  if (from === null && to === null) return null;
  const [low, high] = [moneyBand(from ?? 0), moneyBand(to ?? Number.MAX_SAFE_INTEGER)];
  const bands = Array.from({ length: Math.max(0, high - low + 1) }, (_, place) => quoted(`money/${low + place}`));
  return anyOf(bands) ?? nothing;
}

/**
 * What is looked for, from strict to lenient: everything that was asked, then without the words that tell least.
 * The next is taken when the one before finds too little.
 */
export function levelsOf(wishes: readonly Wish[]): Expression[] {
  const needed = wishes.filter(({ isOptional }) => !isOptional);
  if (needed.length === 0) return [null];
  const levels = new Set<string>();
  const add = (level: Expression): void => {
    if (level !== null) levels.add(level);
  };
  // several words narrow it down by themselves: first what says just them
  if (needed.length > 1) add(allOf(needed.map((wish) => forWish(wish, wish.isPlace ? sure : exact, 2, false))));
  add(allOf(needed.map((wish) => forWish(wish, sure, 2, false))));
  add(allOf(needed.map((wish) => forWish(wish, 0, 2, false))));
  const subjects = needed.some(({ isPlace }) => !isPlace) ? needed.filter(({ isPlace }) => !isPlace) : needed;
  const order = subjects
    .map((wish) => ({ wish, one: forWish(wish, 0, 2, false) }))
    .filter((each): each is { wish: Wish; one: string } => each.one !== null)
    .sort((one, other) => other.wish.telling - one.wish.telling);
  if (subjects.length < needed.length) add(allOf(order.map(({ one }) => one)));
  // any one word may be missing; more and more of those that tell least
  for (let missing = 1; missing < order.length; missing += 1) {
    const always = order.slice(0, Math.max(0, order.length - 2 * missing));
    const some = order.slice(always.length).map(({ one }) => one);
    add(allOf([...always.map(({ one }) => one), ofSome(some, some.length - missing)]));
  }
  return [...levels].slice(0, mostLevels);
}

const mostLevels = 6;

/** At least so many of these. */
function ofSome(parts: readonly string[], least: number): Expression {
  if (least <= 0) return null;
  if (least === 1) return anyOf(parts);
  const sets: string[] = [];
  const choose = (from: number, chosen: readonly string[]): void => {
    if (chosen.length === least) {
      sets.push(allOf(chosen) ?? nothing);
      return;
    }
    for (let place = from; place < parts.length; place += 1) choose(place + 1, [...chosen, parts[place] ?? nothing]);
  };
  choose(0, []);
  return anyOf(sets);
}
