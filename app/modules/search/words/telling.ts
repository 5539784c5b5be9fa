import { compoundsWith, partsOf } from './compounds.ts';
import { isFunctionWord } from './function-words.ts';
import { isGeneralWord } from './general-words.ts';
import { wordsOf } from './split.ts';
import { stemOf } from './stem.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isEverywhere, isMuchMore, longestEnd, longestStart } from './ways.ts';

/** A stem, how much it tells of what a text is about, and compounds that say it too: `huiswerkclub` for `huiswerk`. */
export type Telling = { stem: string; telling: number; also: readonly string[] };

/** What a text is about. */
export type Subject = {
  words: Telling[];
  /** So many of these must be in what is like it. */
  needed: number;
};

/** Points, times what a word tells, for a text that has it in its title, elsewhere, or in a compound. */
export const pointsOfWord = { title: 150, text: 100, compound: 80 };

const mostTelling = 10;
const mostUnknown = 6;
const mostCompounds = 8;
const shortestCompound = 7;
/** Shorter parts are often no parts: `man` of `mantelzorg`. */
const shortestPart = 4;
/** A part so long is the subject, also when the rest is unknown: `huiswerk` of `huiswerkkamer`. */
const longPart = 6;
/** What is left before a known end, at least. */
const shortestRest = 5;
/** What a part of a compound tells, of what it would as a word. */
const shareOfPart = 0.6;

/** What tells in a compound: all parts, or else the longest at its begin or end. */
function partsThatTell(word: string, vocabulary: Vocabulary): { parts: string[]; isWhole: boolean } {
  const none = { parts: [], isWhole: false };
  if (word.length < shortestCompound) return none;
  const frequency = vocabulary.frequency(stemOf(word));
  const all = partsOf(word, vocabulary);
  if (all !== null && (frequency === 0 || !all.every((part) => isMuchMore(vocabulary.frequency(part), frequency)))) {
    if (all.some((part) => part.length < shortestPart)) return none;
    const parts = all.filter((part) => !tellsNothing(part, vocabulary));
    return { parts, isWhole: parts.length === all.length };
  }
  if (all !== null) return none;
  const end = longestEnd(word, vocabulary);
  // a known word is no compound of what it ends with, and `bege` of `begeleiding` is no part
  const isEnd = frequency === 0 && end !== null && word.length - end.length >= shortestRest;
  const ends = [longestStart(word, vocabulary), isEnd ? end : null];
  const isLong = (part: string | null): part is string =>
    part !== null && part.length >= longPart && !tellsNothing(part, vocabulary);
  const [longest] = ends.filter(isLong).sort((one, other) => other.length - one.length);
  return { parts: longest === undefined ? [] : [longest], isWhole: false };
}

const tellsNothing = (stem: string, vocabulary: Vocabulary): boolean =>
  isFunctionWord(stem) || isGeneralWord(stem) || isEverywhere(stem, vocabulary);

/** A word of a text, and how often it is in it, as weight. */
type Used = { word: string; stem: string; share: number };

/** What is looked into: the words that tell most by themselves, and a few that no document has, of which a part may be known. */
function used(text: string, vocabulary: Vocabulary): Used[] {
  const times = new Map<string, { word: string; count: number }>();
  for (const word of wordsOf(text.slice(0, 20_000)))
    if (!isFunctionWord(word)) times.set(stemOf(word), { word, count: (times.get(stemOf(word))?.count ?? 0) + 1 });
  const all = [...times].map(([stem, { word, count }]) => ({ stem, word, share: 1 + Math.log(count) }));
  const telling = ({ stem, share }: Used): number => share * tellingOf(vocabulary.frequency(stem), vocabulary);
  const known = all.filter(({ stem }) => vocabulary.frequency(stem) > 0);
  const first = known
    .sort((one, other) => telling(other) - telling(one) || (one.stem < other.stem ? -1 : 1))
    .slice(0, mostTelling);
  return [...first, ...all.filter(({ stem }) => vocabulary.frequency(stem) === 0).slice(0, mostUnknown)];
}

const tellingOf = (frequency: number, vocabulary: Vocabulary): number =>
  Math.log(1 + (vocabulary.documents() + 1) / (frequency + 0.5));

/** The words of a text that tell most of its subject: in it more than once, and in few documents. A compound is said by its parts too. */
export function subjectOf(text: string, vocabulary: Vocabulary): Subject {
  const told = new Map<string, Telling>();
  const tell = (stem: string, share: number, also: string[]): boolean => {
    const frequency = Math.max(...[stem, ...also].map((each) => vocabulary.frequency(each)));
    if (frequency === 0) return false;
    const telling = share * tellingOf(frequency, vocabulary);
    if ((told.get(stem)?.telling ?? 0) < telling) told.set(stem, { stem, telling, also });
    return true;
  };
  let typed = 0;
  for (const { word, stem, share } of used(text, vocabulary)) {
    const isKnown = tell(stem, share, compoundsOf(stem, vocabulary));
    const { parts, isWhole } = partsThatTell(word, vocabulary);
    for (const part of parts) if (part !== stem) tell(part, share * shareOfPart, [stem]);
    typed += isWhole ? parts.length : isKnown || parts.length > 0 ? 1 : 0;
  }
  const words = [...told.values()]
    .sort((one, other) => other.telling - one.telling || (one.stem < other.stem ? -1 : 1))
    .slice(0, mostTelling);
  return { words, needed: Math.max(1, Math.min(2, typed)) };
}

/** In more than one of so many documents a word is in compounds that are about other things: `werk` in `huiswerk`. */
const common = 33;
const fewDocuments = 10;

function compoundsOf(stem: string, vocabulary: Vocabulary): string[] {
  const isCommon = vocabulary.frequency(stem) > Math.max(fewDocuments, vocabulary.documents() / common);
  if (stem.length < shortestPart || isCommon || tellsNothing(stem, vocabulary)) return [];
  return compoundsWith(stem, vocabulary, mostCompounds).flatMap((compound) => (compound.isSure ? [compound.stem] : []));
}

/** Points from which a text is like another. */
export const enoughOf = ({ words }: Subject): number =>
  Math.round(words.slice(0, 5).reduce((sum, { telling }) => sum + telling, 0) * 35);
