import type { ProgrammeWords } from '../port.ts';
import { compoundsWith, partsOf } from './compounds.ts';
import { isDutchWord } from './dutch-words.ts';
import { isFunctionWord } from './function-words.ts';
import { sure } from './levels.ts';
import { phrasesOf, type Phrase } from './phrases.ts';
import { stemOf } from './stem.ts';
import type { Way } from './understand.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Ways to answer one word, the areas for which it stands, and the word that was taken instead of it. */
export type Said = { ways: Way[]; areas: readonly string[]; instead: string | null };

/** A word that is in so many documents has enough in itself: its compounds and half words would only take time. */
const plenty = 4000;
/** Compounds of a word in few documents are all welcome; of a frequent one the most frequent do. */
const mostCompounds = (frequency: number): number => (frequency < 500 ? 40 : 10);
const mostHalfWords = 16;
/** A word in so many documents is no half word. */
const surelyWhole = 400;
const mostLike = 6;
/** Half words that are looked for at the end of others, and so many others for each. */
const mostInside = 4;
const shortestKnown = 4;
/** A word in so few documents may be a typing error. */
export const rare = 2;

const shortestCompound = 7;

const stemWay = (stem: string, weight: number): Way => ({ stems: [stem], area: null, weight });

function halfWords(word: string, vocabulary: Vocabulary): Way[] {
  if (word.length < 2) return [];
  const whole = vocabulary.startingWith(word, mostHalfWords);
  const ways = whole.map(({ word: each }) => {
    const left = each.length - word.length;
    return stemWay(stemOf(each), left <= 2 ? 0.85 : word.length >= 4 ? 0.75 : 0.65);
  });
  // `voetb` is `voetbal`, and so is what ends with it: `straatvoetbal`
  if (word.length < shortestKnown) return ways;
  const inside = whole.slice(0, mostInside).flatMap(({ word: each }) => compoundsWith(each, vocabulary, mostInside));
  return [...ways, ...inside.flatMap(({ stem, isLast, isSure }) => (isLast && isSure ? [stemWay(stem, 0.65)] : []))];
}

/** Names and synonyms of one word that begin like this, while somebody types. */
function halfPhrases(word: string, words: ProgrammeWords): Phrase[] {
  if (word.length < 4) return [];
  const phrases = phrasesOf(words);
  return phrases.vocabulary
    .startingWith(word, 4)
    .flatMap(({ word: whole }) => phrases.byFirst.get(stemOf(whole)) ?? [])
    .filter(({ stems }) => stems.length === 1)
    .slice(0, 3);
}

function phraseWays(phrase: Phrase, weight: number): Way[] {
  return [
    ...phrase.areas.map((area) => ({ stems: [], area, weight })),
    ...phrase.others.map((stems) => ({ stems, area: null, weight: weight * 0.9 })),
  ];
}

/** In more than one of so many documents a word tells nothing of a compound that is in none: `buurt` of `buurtvader`. */
const tellsNothing = 5;
/** Few documents are too few to tell. */
const fewDocuments = 20;

/** In more than one of so many documents, the last part of a compound says nothing of it: `werk` of `vrijwilligerswerk`. */
const commonEnd = 20;

export const isEverywhere = (stem: string, vocabulary: Vocabulary): boolean =>
  vocabulary.frequency(stem) > Math.max(fewDocuments, vocabulary.documents() / tellsNothing);

/** A compound that documents have themselves, and that is so many times rarer than a part of it, is not meant where only that part is: `huis` for `huiswerk`. */
const timesRarer = 3;
/** A part in so few documents always helps. */
const fewParts = 5;

export const isMuchMore = (ofPart: number, ofCompound: number): boolean =>
  ofPart > Math.max(fewParts, timesRarer * ofCompound);

/** What has to do with a compound: its parts, and other compounds of its first part (`huiswerkclub` for `huiswerkhulp`). */
function partly(word: string, parts: readonly string[] | null, vocabulary: Vocabulary): Way[] {
  const known = vocabulary.frequency(stemOf(word));
  const tellsLittle = (stem: string): boolean =>
    isEverywhere(stem, vocabulary) || (known > 0 && isMuchMore(vocabulary.frequency(stem), known));
  const first = parts?.[0] ?? longestStart(word, vocabulary);
  const last = parts?.at(-1) ?? longestEnd(word, vocabulary);
  return [
    ...(first === null ? [] : [stemWay(first, 0.4)]),
    ...(first === null || first.length < 4 || tellsLittle(first)
      ? []
      : compoundsWith(first, vocabulary, 12).flatMap(({ stem, isLast }) => (isLast ? [] : [stemWay(stem, 0.35)]))),
    ...(last === null || vocabulary.frequency(last) > Math.max(fewDocuments, vocabulary.documents() / commonEnd)
      ? []
      : [stemWay(last, 0.3)]),
  ].filter(({ stems }) => !stems.every((stem) => isFunctionWord(stem) || tellsLittle(stem)));
}

export function longestStart(word: string, vocabulary: Vocabulary): string | null {
  for (let end = word.length - 3; end >= shortestKnown; end -= 1) {
    const stem = stemOf(word.slice(0, end));
    if (stem !== stemOf(word) && vocabulary.frequency(stem) > 0) return stem;
  }
  return null;
}

export function longestEnd(word: string, vocabulary: Vocabulary): string | null {
  for (let start = 3; start <= word.length - shortestKnown; start += 1) {
    const stem = stemOf(word.slice(start));
    // what is left of a compound is a word: `leren` is no part of `isoleren`
    const isLeft = start >= shortestKnown || vocabulary.frequency(stemOf(word.slice(0, start))) > 0;
    if (isLeft && vocabulary.frequency(stem) > 0) return stem;
  }
  return null;
}

/**
 * The ways in which documents may say a word.
 * @param token folded word and its stem; `isLast` when it may be half
 * @param beside the words before and after it, for compounds that were typed apart
 * @param isCertain when it is a synonym or place, or one rare word too many: then it is not taken for a typing error
 */
export function waysToSay(
  token: { word: string; stem: string; isLast: boolean },
  beside: { before: string | null; after: string | null },
  words: ProgrammeWords,
  vocabulary: Vocabulary,
  isCertain: boolean,
): Said {
  const { word, stem, isLast } = token;
  const frequency = vocabulary.frequency(stem);
  const ways: Way[] = [stemWay(stem, 1)];
  let areas: readonly string[] = [];

  // typed apart: "speel tuin"
  for (const joined of [
    beside.before === null ? null : beside.before + word,
    beside.after === null ? null : word + beside.after,
  ]) {
    if (joined === null) continue;
    if (vocabulary.frequency(stemOf(joined)) > 0) ways.push(stemWay(stemOf(joined), 0.95));
    for (const phrase of phrasesOf(words).byFirst.get(stemOf(joined)) ?? [])
      if (phrase.stems.length === 1) ways.push(...phraseWays(phrase, 0.8));
  }

  if (frequency < plenty && (word.length > 3 || frequency > 0))
    for (const { stem: compound, isLast: ends, isSure } of compoundsWith(word, vocabulary, mostCompounds(frequency)))
      ways.push(stemWay(compound, isSure ? (ends ? 0.8 : 0.7) : 0.5));

  // also before a place a word is left half: `huisw osdorp`
  const isHalf = isLast ? frequency < surelyWhole : frequency === 0 && word.length >= shortestKnown && !isCertain;
  if (isHalf) {
    ways.push(...halfWords(word, vocabulary));
    for (const phrase of halfPhrases(word, words)) {
      ways.push(...phraseWays(phrase, isLast ? 0.75 : sure));
      if (!isCertain && phrase.areas.length > 0 && areas.length === 0) areas = phrase.areas;
    }
  }
  const isKnown =
    frequency > 0 || isCertain || areas.length > 0 || ways.some(({ weight }) => weight >= sure && weight < 1);

  const parts =
    word.length >= shortestCompound && frequency < plenty
      ? vocabulary.remember(`=${word}`, () => partsOf(word, vocabulary))
      : null;
  // that `huis` and `werk` are both there says little where `huiswerk` is a word of its own
  const isOwn =
    frequency > 0 && (isCertain || parts?.every((part) => isMuchMore(vocabulary.frequency(part), frequency)) === true);
  if (parts !== null) ways.push({ stems: parts, area: null, weight: isOwn ? 0.5 : 0.85 });
  if (word.length >= shortestCompound)
    ways.push(...vocabulary.remember(`-${word}`, () => partly(word, parts, vocabulary)));

  const near =
    frequency <= rare && !isCertain && mayBeMistyped(word, vocabulary) ? likeWords(word, words, vocabulary) : [];
  const isMistake = !isKnown || (frequency > 0 && near.some(({ count }) => count >= 20 * frequency));
  let instead: string | null = null;
  if (isMistake) {
    const nearest = near[0]?.errors ?? 0;
    for (const { word: other, errors } of near) {
      const otherStem = stemOf(other);
      if (otherStem === stem) continue;
      ways.push(stemWay(otherStem, isKnown ? 0.5 : errors === nearest ? 0.8 : 0.5));
      if (isKnown) continue;
      for (const phrase of phrasesOf(words).byFirst.get(otherStem) ?? []) {
        if (phrase.stems.length > 1) continue;
        ways.push(...phraseWays(phrase, 0.75));
        if (errors === nearest && areas.length === 0) areas = phrase.areas;
      }
      if (errors === nearest)
        for (const { stem: compound, isSure } of compoundsWith(other, vocabulary, 8))
          if (isSure) ways.push(stemWay(compound, 0.65));
    }
    const other = near[0]?.word ?? null;
    if (!isKnown && (parts === null || nearest === 1) && !(other !== null && isOtherForm(word, other, stem)))
      instead = other;
  }
  return { ways, areas, instead };
}

/** A number is what it is, `5000` no slip of the finger for `000`; and `belasting`, which no document has, is not `beplanting`. */
const mayBeMistyped = (word: string, vocabulary: Vocabulary): boolean =>
  !/\d/.test(word) && !vocabulary.remember(`?${word}`, () => isDutchWord(word));

const formEnds = /^(en|e|s|t|te|de|er)$/;

/** `indiener` for `indienen`: nobody mistyped anything. */
const isOtherForm = (word: string, other: string, stem: string): boolean =>
  other.startsWith(stem) && word.startsWith(stem) && formEnds.test(word.slice(stem.length));

/** A word of four letters with another of them is another word (`vies` and `vier`), unless two changed places. */
const shortWord = 4;

const isOtherWord = (typed: string, word: string): boolean =>
  typed.length === shortWord && word.length === shortWord && [...typed].sort().join('') !== [...word].sort().join('');

function likeWords(word: string, words: ProgrammeWords, vocabulary: Vocabulary) {
  const found = [...vocabulary.like(word, mostLike), ...phrasesOf(words).vocabulary.like(word, 3)];
  const seen = new Set<string>();
  return found
    .sort((one, other) => one.errors - other.errors || other.count - one.count)
    .filter(({ word: one }) => !isOtherWord(word, one) && !isFunctionWord(one) && !seen.has(one) && seen.add(one))
    .slice(0, mostLike);
}
