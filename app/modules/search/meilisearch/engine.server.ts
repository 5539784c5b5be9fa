import type { MeilisearchSettings } from '#app/platform/env.server.ts';
import type { SearchEngine } from '../port.ts';
import { termsOf } from '../words/terms.ts';
import { understandNow } from '../words/suggested.ts';
import { askingOf, inOrder } from './asking.server.ts';
import { connect } from './connection.server.ts';
import { careFor } from './index-care.server.ts';
import { openLexicon } from './lexicon.server.ts';
import { likenessTo } from './similar.ts';
import { MeilisearchTrouble, troubled } from './trouble.server.ts';

export type MeilisearchEngine = SearchEngine & {
  readonly name: 'meilisearch';
  /** @throws {MeilisearchTrouble} when it could not answer well: down, slow, a wrong key, no index, or one that was never filled */
  check(): Promise<void>;
};

/** So many that have two of the telling words of a text are compared with it. */
const mostLooked = 300;

/**
 * Search by a Meilisearch server (1.18 or later) by its official client. What a question means and under what a document is found
 * is the same analysis as that of the embedded engine.
 * @param clock milliseconds since 1970
 */
export function openMeilisearchEngine(
  settings: MeilisearchSettings,
  clock: () => number = () => Date.now(),
): MeilisearchEngine {
  const connection = connect(settings);
  const care = careFor(connection, clock);
  const lexicon = openLexicon(connection, clock);
  const asking = askingOf(connection);
  const learn = (documents: Parameters<SearchEngine['put']>[0]) => {
    lexicon.learn(documents.flatMap((document) => termsOf(document).words));
  };

  return {
    name: 'meilisearch',
    search: async (question, words) =>
      asking.answer(
        question,
        await understandNow(question.text, words, await lexicon.vocabulary(), async (some) => asking.thereOf(some)),
      ),
    similar: async (text, options) => {
      const likeness = likenessTo(text, options, await lexicon.vocabulary());
      if (likeness === null) return [];
      const found = await asking.candidates(likeness.filter, [[]], mostLooked);
      const alike = [...found.values()].filter((candidate) => likeness.points(candidate) >= likeness.enough);
      const ids = inOrder(alike, likeness.points).slice(0, Math.max(1, Math.min(50, options.most)));
      return asking.hits(ids, []);
    },
    put: async (documents) => {
      await care.put(documents);
      learn(documents);
    },
    remove: care.remove,
    rebuild: async (batches) => {
      await care.rebuild(batches);
      lexicon.forget();
    },
    stamps: care.stamps,
    check: async () => {
      await troubled(async () => connection.quick.getRawIndex(connection.index));
      if (!(await care.isFilled())) throw new MeilisearchTrouble('not-filled', 'no finished rebuild');
      await care.settle();
      await lexicon.vocabulary();
    },
  };
}
