import type { ProgrammeWords } from '../port.ts';
import { stemOf } from './stem.ts';
import { understand, type Understood } from './understand.ts';
import type { GrowingVocabulary } from './vocabulary.ts';

/**
 * What a question means, where what is suggested instead of a word stands in a document now: a name that was taken out of one may still
 * be in the memory of this process.
 * @param thereOf which of these words a document has
 */
export async function understandNow(
  text: string,
  words: ProgrammeWords,
  vocabulary: GrowingVocabulary,
  thereOf: (words: readonly string[]) => Promise<readonly string[]>,
): Promise<Understood> {
  for (;;) {
    const understood = understand(text, words, vocabulary);
    const own = understood.suggested.filter((word) => vocabulary.written(stemOf(word)).includes(word));
    const there = own.length === 0 ? own : await thereOf(own);
    const gone = own.filter((word) => !there.includes(word));
    if (gone.length === 0) return understood;
    vocabulary.add(gone.map((word) => ({ word, count: 0 })));
  }
}
