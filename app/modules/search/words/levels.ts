import type { Way, Wish } from './understand.ts';

/** A way from this weight on says what was typed; below, it only comes near. */
export const sure = 0.6;

/** A way from this weight on is the word itself. */
export const exact = 0.9;

/**
 * What a document must answer, as bits of wishes: those by the word itself, by a sure way, by any way; and of some
 * at least so many by any way.
 */
export type Level = { exact: number; sure: number; any: number; some: number; least: number };

/** A level that finds fewer is followed by a more lenient one. */
export const few = 10;

/** Levels beyond these find hardly anything more. */
const mostLevels = 7;

export const says = ({ stems, area }: Way): boolean => area !== null || stems.length > 0;

const empty: Level = { exact: 0, sure: 0, any: 0, some: 0, least: 0 };

/** The strictest that asks the same: a wish without ways of a kind is not asked by that kind. */
function asking(level: Level, { ways }: Wish, bit: number, from: number): Level {
  const weights = ways.filter((way) => says(way) && way.weight >= from).map(({ weight }) => weight);
  if (weights.length === 0) return level;
  const least = Math.min(...weights);
  const kind = least >= exact ? 'exact' : least >= sure ? 'sure' : 'any';
  return { ...level, [kind]: level[kind] | bit };
}

/** What tells most of what is asked for: its subject, rather than a place or what somebody wants with it. */
export function mainOf(wishes: readonly Wish[]): Wish | null {
  const needed = wishes.filter(({ isOptional }) => !isOptional);
  const topics = needed.filter(({ isPlace, isGeneral }) => !isPlace && !isGeneral);
  return (topics.length > 0 ? topics : needed).reduce<Wish | null>(
    (most, wish) => (most === null || wish.telling > most.telling ? wish : most),
    null,
  );
}

/** The documents that surely say what tells most. Where there are none, what is found only has to do with it. */
export function mainLevel(wishes: readonly Wish[]): Level | null {
  const main = mainOf(wishes);
  return main === null ? null : asking(empty, main, 1 << wishes.indexOf(main), sure);
}

/** Whether what a level finds surely says all that the other asks. */
export const asksFor = (level: Level, { exact: word, sure: way }: Level): boolean =>
  (level.exact & word) === word && ((level.exact | level.sure) & way) === way;

/**
 * What is looked for, from strict to lenient: everything that was asked, then without the words that tell least.
 * The next is taken when the one before finds too little. What a level finds, the next finds too.
 * @param wishes the bit of each is its place
 */
export function levelsOf(wishes: readonly Wish[]): Level[] {
  const needed = wishes.map((wish, place) => ({ wish, bit: 1 << place })).filter(({ wish }) => !wish.isOptional);
  const levels = new Map<string, Level>();
  const add = (level: Level): void => {
    if (level.exact + level.sure + level.any + level.least > 0) levels.set(JSON.stringify(level), level);
  };
  const all = (some: typeof needed, from: (wish: Wish) => number): Level =>
    some.reduce((level, { wish, bit }) => asking(level, wish, bit, from(wish)), empty);

  // several words narrow it down by themselves: first what says just them
  if (needed.length > 1) add(all(needed, ({ isPlace }) => (isPlace ? sure : exact)));
  add(all(needed, () => sure));
  add(all(needed, () => 0));
  const topics = needed.filter(({ wish }) => !wish.isGeneral);
  if (topics.length < needed.length) add(all(topics, () => 0));
  const subjects = topics.some(({ wish }) => !wish.isPlace) ? topics.filter(({ wish }) => !wish.isPlace) : topics;
  const order = subjects
    .filter(({ wish }) => wish.ways.some(says))
    .sort((one, other) => other.wish.telling - one.wish.telling);
  if (subjects.length < topics.length) add(all(order, () => 0));
  // any one word may be missing; more and more of those that tell least
  for (let missing = 1; missing < order.length; missing += 1) {
    const always = order.slice(0, Math.max(0, order.length - 2 * missing));
    const some = order.slice(always.length);
    add({
      ...all(always, () => 0),
      some: some.reduce((bits, { bit }) => bits | bit, 0),
      least: Math.max(0, some.length - missing),
    });
  }
  // what only answers a general word, such as a room, is better than nothing
  if (topics.length < needed.length) {
    const last = needed.filter(({ wish }) => !wish.isPlace && wish.ways.some(says));
    add({ ...empty, some: last.reduce((bits, { bit }) => bits | bit, 0), least: 1 });
  }
  return [...levels.values()].slice(0, mostLevels);
}
