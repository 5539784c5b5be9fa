import { stemOf } from '../words/stem.ts';
import { openVocabulary, type GrowingVocabulary } from '../words/vocabulary.ts';
import type { Connection } from './connection.server.ts';
import { troubled } from './trouble.server.ts';

/** Milliseconds for which a vocabulary is taken to be that of the index, before it is asked whether that changed. */
const freshFor = 15_000;

/** The words of the index, in memory. */
export type Lexicon = {
  /** Waits the first time only; afterwards it is read anew beside the searches, when the index changed. */
  vocabulary(): Promise<GrowingVocabulary>;
  /** Words of documents that this process put, so that they are known at once. */
  learn(words: readonly string[]): void;
  /** Another index took the place of the one that was read. */
  forget(): void;
};

type Held = { vocabulary: GrowingVocabulary; changedAt: string; lookedAt: number };

export function openLexicon({ index, patient }: Connection, clock: () => number): Lexicon {
  let held: Held | null = null;
  let reading: Promise<Held> | null = null;

  const read = async (): Promise<Held> =>
    troubled(async () => {
      const { updatedAt: changedAt } = await patient.getRawIndex(index);
      if (held?.changedAt === changedAt) return { ...held, lookedAt: clock() };
      const own = patient.index(index);
      const { numberOfDocuments } = await own.getStats();
      const { facetDistribution } = await own.search('', { limit: 0, facets: ['words'] });
      const words = Object.entries(facetDistribution?.words ?? {}).map(([word, count]) => ({ word, count }));
      const vocabulary = openVocabulary(words, numberOfDocuments);
      return { vocabulary, changedAt, lookedAt: clock() };
    });

  const readOnce = async (): Promise<Held> => {
    reading ??= read().finally(() => {
      reading = null;
    });
    held = await reading;
    return held;
  };

  return {
    vocabulary: async () => {
      if (held === null) return (await readOnce()).vocabulary;
      // with what it knows a search goes well; whether the server is there the search finds out itself
      if (clock() - held.lookedAt > freshFor && reading === null) readOnce().catch(() => undefined);
      return held.vocabulary;
    },
    learn: (words) => {
      if (held === null) return;
      const { vocabulary } = held;
      const unknown = words.filter((word) => !vocabulary.written(stemOf(word)).includes(word));
      vocabulary.add([...new Set(unknown)].map((word) => ({ word, count: 1 })));
    },
    forget: () => {
      held = null;
    },
  };
}
