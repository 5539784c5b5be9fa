import { compoundsWith } from './compounds.ts';
import { phrasesOf, type Phrase } from './phrases.ts';
import type { ProgrammeWords } from '../port.ts';
import type { Way } from './understand.ts';
import type { Vocabulary } from './vocabulary.ts';

/** So many come along with the synonyms of one word at most, so that a question stays small. */
const mostBeyond = 12;
const compoundsOfEach = 6;

/** A word that begins with one so long is about the same: `streetartist` for `streetart`. */
const longStart = 7;

const isKnown = (stems: readonly string[], vocabulary: Vocabulary): boolean =>
  stems.every((stem) => vocabulary.frequency(stem) > 0);

/**
 * Further ways to say a phrase, by way of its synonyms: their compounds (`voedselbank` for `eten`, which is `voedsel`). A phrase that
 * no document says itself, such as an English word, means what its synonyms mean: theirs count too, and as sure.
 */
export function beyondSynonyms(phrase: Phrase, words: ProgrammeWords, vocabulary: Vocabulary): Way[] {
  const isForeign = !isKnown(phrase.telling, vocabulary);
  const own = new Set([phrase.telling, ...phrase.others].map((stems) => stems.join(' ')));
  const found = new Map<string, Way>();
  const add = (stems: readonly string[], weight: number): void => {
    const key = stems.join(' ');
    if (found.size < mostBeyond && !own.has(key) && !found.has(key) && isKnown(stems, vocabulary))
      found.set(key, { stems, area: null, weight });
  };
  if (isForeign)
    for (const [first = '', ...rest] of phrase.others)
      for (const { stems, others } of phrasesOf(words).byFirst.get(first) ?? [])
        if (stems.slice(1).join(' ') === rest.join(' ')) for (const other of others) add(other, 0.65);
  for (const [stem = '', ...rest] of phrase.others)
    if (rest.length === 0)
      for (const compound of compoundsWith(stem, vocabulary, compoundsOfEach))
        if (compound.isSure || (!compound.isLast && stem.length >= longStart))
          add([compound.stem], isForeign ? 0.65 : 0.62);
  return [...found.values()];
}
