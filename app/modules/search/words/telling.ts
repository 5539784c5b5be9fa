import { isFunctionWord } from './function-words.ts';
import { wordsOf } from './split.ts';
import { stemOf } from './stem.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A stem, and how much it tells of what a text is about. */
export type Telling = { stem: string; telling: number };

const mostTelling = 10;

/** The words of a text that tell most of its subject: in it more than once, and in few documents. */
export function tellingStems(text: string, vocabulary: Vocabulary): Telling[] {
  const times = new Map<string, number>();
  for (const word of wordsOf(text.slice(0, 20_000)))
    if (!isFunctionWord(word)) times.set(stemOf(word), (times.get(stemOf(word)) ?? 0) + 1);
  const documents = vocabulary.documents() + 1;
  return [...times]
    .map(([stem, count]) => {
      const frequency = vocabulary.frequency(stem);
      return {
        stem,
        telling: frequency === 0 ? 0 : Math.log(1 + documents / (frequency + 0.5)) * (1 + Math.log(count)),
      };
    })
    .filter(({ telling }) => telling > 0)
    .sort((one, other) => other.telling - one.telling || (one.stem < other.stem ? -1 : 1))
    .slice(0, mostTelling);
}

/** Points from which a text is like another: a hundred for each stem that is in it, times what that tells. */
export const enoughOf = (telling: readonly Telling[]): number =>
  Math.round(telling.slice(0, 5).reduce((sum, { telling: each }) => sum + each, 0) * 35);
