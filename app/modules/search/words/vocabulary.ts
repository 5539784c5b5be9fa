import { forgiven, typingErrors } from './distance.ts';
import { stemOf } from './stem.ts';

/** A word as it is written in documents, folded, and in how many of them, about. */
export type KnownWord = { word: string; count: number };

/** The words of an index: what may be meant by what is typed. */
export type Vocabulary = {
  /** In how many documents a word with this stem is, about; zero when in none. */
  frequency(stem: string): number;
  /** How many documents there are, about. */
  documents(): number;
  /** Words that begin with these letters, the most frequent first. */
  startingWith(letters: string, most: number): KnownWord[];
  /** Stems that end with these letters, the most frequent first. */
  endingWith(letters: string, most: number): KnownWord[];
  /** Words as they are written that have this stem. */
  written(stem: string): readonly string[];
  /** Words that are a few typing errors away, the nearest and most frequent first. */
  like(word: string, most: number): (KnownWord & { errors: number })[];
  /** What was found out under this key before, as long as no word was added since. */
  remember<Found>(key: string, find: () => Found): Found;
};

/** A vocabulary that can grow; words that were added last are in a list of their own until there are many. */
export type GrowingVocabulary = Vocabulary & {
  /** Adds words, or gives them another count; a word that is in no document any more is forgotten. */
  add(words: readonly KnownWord[]): void;
  setDocuments(count: number): void;
  size(): number;
};

type Shelf = {
  /** In alphabetical order. */
  words: string[];
  lengths: Uint8Array;
  /** Which letters a word has, as bits. */
  letters: Int32Array;
  /** Stems written backwards, in alphabetical order. */
  backwards: string[];
};

const manyRecent = 3000;
const mostRemembered = 20_000;

function lettersOf(word: string): number {
  let bits = 0;
  for (let place = 0; place < word.length; place += 1) bits |= 1 << (word.charCodeAt(place) & 31);
  return bits;
}

function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

const backwards = (word: string): string => [...word].reverse().join('');
const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const byCount = (one: KnownWord, other: KnownWord): number => other.count - one.count || inOrder(one.word, other.word);

/** Place of the first word that is not before these letters. */
function firstFrom(words: readonly string[], letters: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? '') < letters) low = middle + 1;
    else high = middle;
  }
  return low;
}

function shelve(counts: ReadonlyMap<string, number>, stems: ReadonlyMap<string, unknown>): Shelf {
  const words = [...counts.keys()].sort(inOrder);
  return {
    words,
    lengths: Uint8Array.from(words, (word) => Math.min(255, word.length)),
    letters: Int32Array.from(words, lettersOf),
    backwards: [...stems.keys()].map(backwards).sort(inOrder),
  };
}

/** @param first words to begin with; each once */
export function openVocabulary(first: readonly KnownWord[] = [], documentCount = 0): GrowingVocabulary {
  const counts = new Map<string, number>();
  const stems = new Map<string, { count: number; words: string[] }>();
  let documents = documentCount;
  let recent: string[] = [];

  // still on the shelf or among the recent ones, and in no document
  const forgotten = new Set<string>();

  const take = ({ word, count }: KnownWord): void => {
    const stem = stemOf(word);
    const known = stems.get(stem);
    const before = counts.get(word);
    if (count === 0) {
      forget(word, stem);
      return;
    }
    if (known === undefined) stems.set(stem, { count, words: [word] });
    else {
      known.count += count - (before ?? 0);
      if (before === undefined) known.words.push(word);
    }
    if (before === undefined && !forgotten.delete(word)) recent.push(word);
    counts.set(word, count);
  };

  const forget = (word: string, stem: string): void => {
    const before = counts.get(word);
    const known = stems.get(stem);
    if (before === undefined || known === undefined) return;
    counts.delete(word);
    forgotten.add(word);
    known.count -= before;
    known.words = known.words.filter((each) => each !== word);
    if (known.words.length === 0) stems.delete(stem);
  };

  first.forEach(take);
  let shelf = shelve(counts, stems);
  recent = [];

  const atHand = (): Shelf => {
    if (recent.length + forgotten.size >= manyRecent) {
      shelf = shelve(counts, stems);
      recent = [];
      forgotten.clear();
    }
    return shelf;
  };

  // what is asked once is often asked again; a word that is added changes the answers
  const remembered = new Map<string, unknown>();
  const remember = <Found>(key: string, find: () => Found): Found => {
    if (remembered.has(key)) return remembered.get(key) as Found;
    const found = find();
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(key, found);
    return found;
  };

  const most = (found: KnownWord[], limit: number): KnownWord[] => found.sort(byCount).slice(0, limit);

  return {
    frequency: (stem) => stems.get(stem)?.count ?? 0,
    documents: () => documents,
    written: (stem) => stems.get(stem)?.words ?? [],
    size: () => counts.size,
    remember,
    setDocuments: (count) => {
      documents = count;
    },

    add: (words) => {
      remembered.clear();
      words.forEach(take);
    },

    startingWith: (letters, limit) =>
      remember(`${limit}>${letters}`, () => {
        const { words } = atHand();
        const found: KnownWord[] = [];
        const look = (word: string): void => {
          const count = counts.get(word);
          if (count !== undefined) found.push({ word, count });
        };
        for (let place = firstFrom(words, letters); place < words.length; place += 1) {
          const word = words[place] ?? '';
          if (!word.startsWith(letters)) break;
          look(word);
        }
        for (const word of recent) if (word.startsWith(letters)) look(word);
        return most(found, limit);
      }),

    endingWith: (letters, limit) =>
      remember(`${limit}<${letters}`, () => {
        const start = backwards(letters);
        const shelved = atHand().backwards;
        const found = new Map<string, KnownWord>();
        const look = (stem: string): void => {
          const known = stems.get(stem);
          if (known !== undefined) found.set(stem, { word: stem, count: known.count });
        };
        for (let place = firstFrom(shelved, start); place < shelved.length; place += 1) {
          const reversed = shelved[place] ?? '';
          if (!reversed.startsWith(start)) break;
          look(backwards(reversed));
        }
        for (const written of recent) {
          const stem = stemOf(written);
          if (stem.endsWith(letters)) look(stem);
        }
        return most([...found.values()], limit);
      }),

    like: (word, limit) =>
      remember(`${limit}~${word}`, () => {
        const allowed = forgiven(word.length);
        if (allowed === 0) return [];
        const bits = lettersOf(word);
        const { words, lengths, letters } = atHand();
        const found: (KnownWord & { errors: number })[] = [];
        const look = (candidate: string): void => {
          const count = counts.get(candidate);
          if (count === undefined) return;
          const errors = typingErrors(word, candidate, allowed);
          if (errors <= allowed && errors > 0) found.push({ word: candidate, count, errors });
        };
        for (let place = 0; place < words.length; place += 1) {
          if (Math.abs((lengths[place] ?? 0) - word.length) > allowed) continue;
          if (countBits((letters[place] ?? 0) ^ bits) > 2 * allowed) continue;
          look(words[place] ?? '');
        }
        recent.forEach(look);
        return found
          .sort(
            (one, other) =>
              one.errors - other.errors ||
              Number(other.word[0] === word[0]) - Number(one.word[0] === word[0]) ||
              byCount(one, other),
          )
          .slice(0, limit);
      }),
  };
}
