import { resourceKinds, type Direction } from '#app/modules/portfolios/portfolio.ts';
import { metresBetween } from './nearness.ts';
import type { AreaMiddle, Profile } from './profile.ts';
import { progressOf } from './stages.ts';
import { commonWord } from './weights.ts';
import { indexWords, openWordBook, openWordMemory, type WordIndex, type WordMemory } from './word-index.ts';

/** Portfolios after which making a corpus lets others in between. */
const portion = 500;

/** Lines of one direction, of all portfolios. */
export type Lines = {
  index: WordIndex;
  /** Place of the portfolio that each is of. */
  owners: Int32Array;
  /** Kind of each, as a place in `resourceKinds`. */
  kinds: Uint8Array;
  /** First line of each portfolio; the next one's is where its lines end. */
  firsts: Int32Array;
};

/** All portfolios on the marketplace, in the order of their ids, made ready to be compared. Nothing of it changes. */
export type Corpus = {
  profiles: readonly Profile[];
  places: ReadonlyMap<string, number>;
  squares: Float64Array;
  needs: Lines;
  offers: Lines;
  about: WordIndex;
  themes: readonly Int32Array[];
  areas: readonly Int32Array[];
  /** Metres from area to area, by their numbers. */
  metres: readonly Float64Array[];
  progress: Uint8Array;
};

/** Makes it all in one go, for a few portfolios. */
export function makeCorpus(profiles: readonly Profile[], middles: readonly AreaMiddle[]): Corpus {
  const making = makingCorpus(profiles, middles);
  for (;;) {
    const step = making.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Makes it in small steps, so that who has other things to do can do them in between.
 * @param memory of the corpus before it, which saves reading the same texts again
 */
export function* makingCorpus(
  given: readonly Profile[],
  middles: readonly AreaMiddle[],
  memory: WordMemory = openWordMemory(),
): Generator<void, Corpus> {
  const profiles = [...given].sort((a, b) => (a.id < b.id ? -1 : 1));
  const book = openWordBook(memory);
  const texts = { about: [] as Int32Array[], need: [] as Int32Array[], offer: [] as Int32Array[] };
  for (const [place, { about, lines }] of profiles.entries()) {
    texts.about.push(book.read(about, place));
    for (const { direction, words } of lines) texts[direction].push(book.read(words, place));
    if (place % portion === 0) yield;
  }
  const squares = book.weigh(profiles.length, commonWord);
  const areaNumbers = new Map(middles.map(({ code }, number) => [code, number]));
  const themeNumbers = new Map<string, number>();
  for (const { themes } of profiles)
    for (const theme of themes) if (!themeNumbers.has(theme)) themeNumbers.set(theme, themeNumbers.size);
  return {
    profiles,
    places: new Map(profiles.map(({ id }, place) => [id, place])),
    squares,
    needs: yield* linesOf(profiles, 'need', texts.need, squares),
    offers: yield* linesOf(profiles, 'offer', texts.offer, squares),
    about: yield* indexWords(texts.about, squares),
    themes: profiles.map(({ themes }) => numbersOf(themes, themeNumbers)),
    areas: profiles.map(({ areas }) => numbersOf(areas, areaNumbers)),
    metres: middles.map((one) => Float64Array.from(middles, (other) => metresBetween(one, other))),
    progress: Uint8Array.from(profiles, ({ stage }) => progressOf(stage)),
  };
}

function* linesOf(
  profiles: readonly Profile[],
  direction: Direction,
  texts: readonly Int32Array[],
  squares: Float64Array,
): Generator<void, Lines> {
  const owners: number[] = [];
  const kinds: number[] = [];
  const firsts = new Int32Array(profiles.length + 1);
  for (const [place, { lines }] of profiles.entries()) {
    for (const line of lines) {
      if (line.direction !== direction) continue;
      owners.push(place);
      kinds.push(resourceKinds.indexOf(line.resource));
    }
    firsts[place + 1] = owners.length;
  }
  const index = yield* indexWords(texts, squares);
  return { index, owners: Int32Array.from(owners), kinds: Uint8Array.from(kinds), firsts };
}

function numbersOf(codes: readonly string[], numbers: ReadonlyMap<string, number>): Int32Array {
  return Int32Array.from(
    codes.flatMap((code) => {
      const number = numbers.get(code);
      return number === undefined ? [] : [number];
    }),
  );
}

/** A text of an index, to be compared with others. */
export function textAt(index: WordIndex, place: number): { words: Int32Array; length: number } {
  return { words: index.texts[place] ?? new Int32Array(), length: index.lengths[place] ?? 0 };
}
