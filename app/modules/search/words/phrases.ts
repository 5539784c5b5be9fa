import { areas } from '#prisma/programme/areas.ts';
import type { Place, ProgrammeWords } from '../port.ts';
import { isFunctionWord } from './function-words.ts';
import { wordsOf } from './split.ts';
import { stemOf } from './stem.ts';
import { openVocabulary, type Vocabulary } from './vocabulary.ts';

/** A synonym or the name of a place, as stems in order. */
export type Phrase = {
  stems: readonly string[];
  /** Without function words. */
  telling: readonly string[];
  /** Other ways to say it: stems that are all needed. */
  others: readonly (readonly string[])[];
  /** Codes of areas, for a place. */
  areas: readonly string[];
};

export type Phrases = {
  /** By first stem, the longest first. */
  byFirst: ReadonlyMap<string, readonly Phrase[]>;
  /** By all its letters together: `johan huizinga laan` and `johanhuizingalaan` are the Johan Huizingalaan. */
  byLetters: ReadonlyMap<string, Phrase>;
  /** Words of which names and synonyms are made, for typing errors and half words. */
  vocabulary: Vocabulary;
};

/** `Osdorpplein e.o.` and `Lucas/Andreasziekenhuis e.o.` are said without their tail. */
const tail = / e\.o\.$/;

/** The names of wijken and buurten themselves; parts of a name that say two places are names too. */
const areaPlaces: readonly Place[] = areas.flatMap(({ code, name }) => {
  const plain = name.replace(tail, '');
  const parts = plain.includes('/') ? plain.split('/') : [];
  return [plain, ...parts].map((each) => ({ name: each, areas: [code] }));
});

/** How a street, square or canal ends: then its last word is what people call it (`Vlugtlaan` for the Burgemeester de Vlugtlaan). */
const calledByLast = /.{4}(laan|straat|plein|weg|gracht|kade|hof|park|plantsoen|singel|dreef|pad|plaats)$/;

/** Shorter ones could be other words by chance. */
const shortestTogether = 8;

const tellingOf = (words: readonly string[]): readonly string[] => {
  const telling = words.filter((word) => !isFunctionWord(word));
  return (telling.length > 0 ? telling : words).map(stemOf);
};

function build(words: ProgrammeWords): Phrases {
  const found = new Map<
    string,
    {
      stems: string[];
      telling: readonly string[];
      letters: string;
      others: (readonly string[])[];
      areas: Set<string>;
    }
  >();
  const written = new Set<string>();
  const phrase = (said: string) => {
    const parts = wordsOf(said).slice(0, 12);
    if (parts.length === 0) return null;
    for (const part of parts) written.add(part);
    const stems = parts.map(stemOf);
    const key = stems.join(' ');
    const known = found.get(key) ?? {
      ...{ stems, telling: tellingOf(parts), letters: parts.join('') },
      ...{ others: [], areas: new Set<string>() },
    };
    found.set(key, known);
    return known;
  };

  for (const row of words.synonyms) {
    const said = row.map(phrase).filter((one) => one !== null);
    for (const one of said) for (const other of said) if (one !== other) one.others.push(other.telling);
  }
  for (const place of [...areaPlaces, ...words.places]) {
    const known = phrase(place.name);
    for (const code of place.areas) known?.areas.add(code);
  }
  for (const place of words.places) {
    const parts = wordsOf(place.name);
    const last = parts.at(-1) ?? '';
    const known = parts.length > 1 && calledByLast.test(last) ? phrase(last) : null;
    for (const code of place.areas) known?.areas.add(code);
  }

  const byFirst = new Map<string, Phrase[]>();
  const byLetters = new Map<string, Phrase>();
  for (const { letters, areas: codes, ...said } of found.values()) {
    const { stems } = said;
    const first = stems[0] ?? '';
    const entry = { ...said, areas: [...codes].sort() };
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
    if (letters.length >= shortestTogether) byLetters.set(letters, entry);
  }
  for (const phrases of byFirst.values()) phrases.sort((one, other) => other.stems.length - one.stems.length);
  return { byFirst, byLetters, vocabulary: openVocabulary([...written].map((word) => ({ word, count: 1 }))) };
}

const built = new WeakMap<ProgrammeWords, Phrases>();

/** The words of the programme as phrases; made once for each set of words. */
export function phrasesOf(words: ProgrammeWords): Phrases {
  const known = built.get(words);
  if (known !== undefined) return known;
  const phrases = build(words);
  built.set(words, phrases);
  return phrases;
}
