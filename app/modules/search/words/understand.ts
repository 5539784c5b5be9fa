import type { ProgrammeWords } from '../port.ts';
import { isFunctionWord } from './function-words.ts';
import { isGeneralWord } from './general-words.ts';
import { mainOf, sure } from './levels.ts';
import { phrasesOf, type Phrase } from './phrases.ts';
import { wordsOf } from './split.ts';
import { stemOf } from './stem.ts';
import { beyondSynonyms } from './synonym-ways.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isEverywhere, rare, waysToSay, type Said } from './ways.ts';

/** One way to answer a wish: stems that must all be there, or an area in which it must be. */
export type Way = { stems: readonly string[]; area: string | null; weight: number };

/** One thing that somebody asks for. */
export type Wish = {
  /** As typed, folded. */
  typed: string;
  /** Ways that answer it, the best first; weight 1 is what was typed itself. */
  ways: readonly Way[];
  /** The last word, which may be half. */
  isPrefix: boolean;
  /** How much it tells: high for what is in few documents. */
  telling: number;
  /** Better with it, also good without. */
  isOptional: boolean;
  /** The name of a place: the same subject elsewhere helps more than another subject there. */
  isPlace: boolean;
  /** What somebody wants with the subject that is asked for beside it, such as `ruimte` for homework: by itself it answers nothing. */
  isGeneral: boolean;
  /** Says where, of something that is asked for beside it. */
  isWhere: boolean;
};

/** What a question means. */
export type Understood = {
  wishes: Wish[];
  /** Areas that a name in the text stands for. */
  places: string[];
  /** What was looked for instead of a word that is nowhere; null when everything typed is known. */
  corrected: string | null;
  /** No document knows what tells most of it: the other words are looked for. */
  isMainUnknown: boolean;
  /** The words in `corrected` that nobody typed. */
  suggested: readonly string[];
};

/** Longer questions are cut: a sentence of somebody who explains has fewer telling words. */
const longestQuestion = 200;
const mostWishes = 12;
/** Rare words of a question that are taken for typing errors; looking for what was meant goes through all words of the index. */
const mostMistakes = 4;

/** In every text of this district, or nearly: better with, also good without. */
const everywhere = new Set(['amsterdam', 'nieuwwest', 'initiatief', 'plan', 'project']);

/** How much a general word tells of what it would by how rare it is. */
const shareOfGeneral = 0.25;

type Token = { word: string; stem: string; isLast: boolean };

type SaidPhrase = { phrase: Phrase; length: number };

function phraseAt(tokens: readonly Token[], place: number, words: ProgrammeWords): SaidPhrase | null {
  const first = tokens[place];
  if (first === undefined) return null;
  const { byFirst, byLetters } = phrasesOf(words);
  for (const phrase of byFirst.get(first.stem) ?? []) {
    if (phrase.stems.length === 1 && isFunctionWord(first.word)) continue;
    if (phrase.stems.every((stem, offset) => tokens[place + offset]?.stem === stem))
      return { phrase, length: phrase.stems.length };
  }
  // with a space more or less than its name has
  for (let length = mostPieces; length >= 1; length -= 1) {
    const pieces = tokens.slice(place, place + length);
    const phrase = pieces.length < length ? undefined : byLetters.get(pieces.map(({ word }) => word).join(''));
    if (phrase !== undefined) return { phrase, length };
  }
  return null;
}

/** A name is typed in so many pieces at most. */
const mostPieces = 4;

/** A word that was typed in three pieces, `huis werk begeleiding`, as one, when it is one that documents or synonyms say. */
function joinedThrees(typed: readonly string[], words: ProgrammeWords, vocabulary: Vocabulary): string[] {
  const joined: string[] = [];
  for (let place = 0; place < typed.length; place += 1) {
    const three = typed.slice(place, place + 3);
    const stem = stemOf(three.join(''));
    const isWord =
      vocabulary.frequency(stem) > 0 ||
      (phrasesOf(words).byFirst.get(stem) ?? []).some(({ stems }) => stems.length === 1);
    const isOne = three.length === 3 && isWord && three.every((part) => part.length >= 3);
    joined.push(isOne ? three.join('') : (typed[place] ?? ''));
    if (isOne) place += 2;
  }
  return joined;
}

/** An area is in about as many documents as there are areas on the map for. */
const frequencyOf = ({ stems, area }: Way, vocabulary: Vocabulary): number =>
  area === null ? Math.min(...stems.map((stem) => vocabulary.frequency(stem))) : vocabulary.documents() / 20;

function tellingOf(ways: readonly Way[], vocabulary: Vocabulary): number {
  const saying = ways.filter(({ weight }) => weight >= sure);
  const frequency = Math.max(0, ...saying.map((way) => frequencyOf(way, vocabulary)));
  return Math.log(1 + (vocabulary.documents() + 1) / (frequency + 0.5));
}

/** Each way once, with its best weight. */
function best(ways: readonly Way[]): Way[] {
  const found = new Map<string, Way>();
  for (const way of ways) {
    const key = way.area === null ? way.stems.join(' ') : `/${way.area}`;
    const known = found.get(key);
    if (known === undefined || known.weight < way.weight) found.set(key, way);
  }
  return [...found.values()].sort((one, other) => other.weight - one.weight);
}

/** Of a phrase that no document says whole, such as `gratis eten`, what tells something by itself. */
function partWays({ telling, areas }: Phrase, vocabulary: Vocabulary): Way[] {
  if (telling.length < 2 || areas.length > 0) return [];
  const parts = telling.filter((stem) => !isGeneralWord(stem) && !isEverywhere(stem, vocabulary));
  return parts.map((stem) => ({ stems: [stem], area: null, weight: 0.45 }));
}

function phraseWays(phrase: Phrase, vocabulary: Vocabulary): Way[] {
  return [
    { stems: phrase.telling, area: null, weight: 1 },
    ...phrase.others.map((stems) => ({ stems, area: null, weight: 0.85 })),
    ...phrase.areas.map((area) => ({ stems: [], area, weight: 0.75 })),
    ...partWays(phrase, vocabulary),
  ];
}

/**
 * What a question asks for, in words of the index and of the programme.
 * @param text as typed
 * @param words synonyms and places that an editor keeps
 * @param vocabulary words of the index
 */
export function understand(text: string, words: ProgrammeWords, vocabulary: Vocabulary): Understood {
  const cut = text.slice(0, longestQuestion);
  const typed = wordsOf(cut).slice(0, 40);
  const isHalf = !/[\s.,;:!?)"]$/u.test(cut);
  const whole = joinedThrees(typed, words, vocabulary);
  const tokens = whole.map((word, place) => ({
    word,
    stem: stemOf(word),
    isLast: isHalf && place === whole.length - 1,
  }));
  const isOnlyFunction = tokens.every(({ word }) => isFunctionWord(word));

  const wishes: Wish[] = [];
  const places = new Set<string>();
  const instead = new Map<string, string>();
  let mistakes = 0;

  for (let place = 0; place < tokens.length && wishes.length < mostWishes;) {
    const token = tokens[place];
    if (token === undefined) break;
    const { phrase, length } = phraseAt(tokens, place, words) ?? { phrase: null, length: 1 };
    const said = tokens.slice(place, place + length);
    const before = tokens[place - 1] ?? null;
    const after = tokens[place + length] ?? null;
    place += length;
    if (phrase === null && isFunctionWord(token.word) && !isOnlyFunction) continue;

    if (phrase === null && vocabulary.frequency(token.stem) <= rare) mistakes += 1;
    const only: Said =
      length === 1
        ? waysToSay(
            token,
            { before: before?.word ?? null, after: after?.word ?? null },
            words,
            vocabulary,
            phrase !== null || mistakes > mostMistakes,
          )
        : { ways: [], areas: [], instead: null };
    const joined = stemOf(said.map(({ word }) => word).join(''));
    const isJoined = length > 1 && vocabulary.frequency(joined) > 0;
    const ways = best([
      ...(phrase === null ? [] : [...phraseWays(phrase, vocabulary), ...beyondSynonyms(phrase, words, vocabulary)]),
      ...(isJoined ? [{ stems: [joined], area: null, weight: 0.95 }] : []),
      ...only.ways,
    ]);
    for (const area of [...(phrase?.areas ?? []), ...only.areas]) places.add(area);
    if (only.instead !== null) instead.set(token.word, only.instead);
    const name = said.map(({ word }) => word).join(' ');
    if (wishes.some((wish) => wish.typed === name)) continue;
    const isGeneral = said.every(({ stem }) => isGeneralWord(stem, before?.word));
    wishes.push({
      typed: name,
      ways,
      isPrefix: said.at(-1)?.isLast ?? false,
      telling: tellingOf(ways, vocabulary) * (isGeneral ? shareOfGeneral : 1),
      isOptional: everywhere.has(said.map(({ stem }) => stem).join('')),
      isPlace: ways.some(({ area, weight }) => area !== null && weight >= sure),
      isGeneral,
      isWhere: false,
    });
  }
  const main = mainOf(wishes);
  keepAnswerable(wishes, vocabulary);
  if (wishes.every(({ isOptional }) => isOptional)) for (const wish of wishes) wish.isOptional = false;
  tellApart(wishes);
  return {
    wishes,
    places: [...places].sort(),
    isMainUnknown: main !== null && !wishes.includes(main),
    suggested: [...new Set(instead.values())],
    corrected: instead.size === 0 ? null : typed.map((word) => instead.get(word) ?? word).join(' '),
  };
}

/** A word that no document has cannot be answered: the others can, but for those that answer nothing by themselves. */
function keepAnswerable(wishes: Wish[], vocabulary: Vocabulary): void {
  const answerable = wishes.filter(({ ways }) => ways.some((way) => frequencyOf(way, vocabulary) > 0));
  const isAside = ({ isGeneral, isOptional }: Wish): boolean => isGeneral || isOptional;
  const kept = answerable.every(isAside) ? wishes.filter((wish) => !isAside(wish)) : answerable;
  if (kept.length > 0) wishes.splice(0, wishes.length, ...kept);
  else if (answerable.length > 0) wishes.splice(0, wishes.length, ...answerable);
}

/** The areas of a street are larger than it is: what names it is nearer. */
const isStreet = /(laan|straat|plein|weg|gracht|kade|singel|dreef|ban)$/;

/** What is general, or a place, is so beside a subject: alone it is what is asked for. */
function tellApart(wishes: readonly Wish[]): void {
  const needed = wishes.filter(({ isOptional }) => !isOptional);
  const hasSubject = needed.some(({ isPlace }) => !isPlace);
  const hasTopic = needed.some(({ isPlace, isGeneral }) => !isPlace && !isGeneral);
  // to be there weighs as much as to be about it
  const most = Math.max(0, ...needed.filter(({ isPlace }) => !isPlace).map(({ telling }) => telling));
  for (const wish of wishes) {
    wish.isWhere = wish.isPlace && hasSubject && !isStreet.test(wish.typed);
    wish.isGeneral &&= hasTopic;
    if (wish.isWhere) wish.telling = most;
  }
}
