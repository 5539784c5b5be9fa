import type { FakeIndex, FakeSettings, Posting } from './store.ts';
import { typosBetween, wordsOf } from './words.ts';

/** How a document answers one term of a query. */
export type Match = { typos: number; isExact: boolean; postings: Posting[] };

export type Derived = ReadonlyMap<string, Match>;

/** The documents that one typed word finds: itself, as a beginning, with typos, by its synonyms, cut in two. */
export function derive(index: FakeIndex, word: string, options: { isPrefix: boolean; typoPenalty?: number }): Derived {
  const { settings } = index;
  const found = new Map<string, Match>();
  const most = Math.max(0, allowedTypos(settings, word) - (options.typoPenalty ?? 0));
  const untolerant = new Set(
    settings.typoTolerance.disableOnAttributes.map((name) => settings.searchableAttributes.indexOf(name)),
  );
  for (const [held, documents] of index.words) {
    const isNumber = settings.typoTolerance.disableOnNumbers && /^\d+$/.test(held);
    const typos = typosBetween(word, held, isNumber ? 0 : most, options.isPrefix);
    if (typos === null) continue;
    for (const [id, postings] of documents) {
      const held = typos === 0 ? postings : postings.filter(({ attribute }) => !untolerant.has(attribute));
      if (held.length > 0) better(found, id, { typos, isExact: held === postings && typos === 0, postings: held });
    }
  }
  for (const synonym of synonymsOf(settings, [word])) addPhrase(index, synonym, 0, found);
  for (let at = 1; at < word.length; at += 1) addPhrase(index, [word.slice(0, at), word.slice(at)], 1, found);
  return found;
}

/** The documents in which words stand beside each other. */
export function derivePhrase(index: FakeIndex, words: readonly string[]): Derived {
  const found = new Map<string, Match>();
  addPhrase(index, words, 0, found);
  return found;
}

/** Settings hold synonyms as they were given; they are compared as words. */
export function synonymsOf(settings: FakeSettings, words: readonly string[]): string[][] {
  const wanted = words.join(' ');
  return Object.entries(settings.synonyms)
    .filter(([key]) => wordsOf(key).join(' ') === wanted)
    .flatMap(([, values]) => values.slice(0, 50).map(wordsOf));
}

function allowedTypos({ typoTolerance }: FakeSettings, word: string): number {
  const { enabled, minWordSizeForTypos, disableOnWords } = typoTolerance;
  if (!enabled || disableOnWords.includes(word) || word.length < minWordSizeForTypos.oneTypo) return 0;
  return word.length < minWordSizeForTypos.twoTypos ? 1 : 2;
}

function addPhrase(index: FakeIndex, words: readonly string[], typos: number, found: Map<string, Match>): void {
  const first = index.words.get(words[0] ?? '');
  if (first === undefined) return;
  for (const [id, postings] of first) {
    const starts = postings.filter(({ attribute, place }) =>
      words.every((word, ahead) =>
        index.words
          .get(word)
          ?.get(id)
          ?.some((next) => next.attribute === attribute && next.place === place + ahead),
      ),
    );
    if (starts.length > 0) better(found, id, { typos, isExact: false, postings: starts });
  }
}

function better(found: Map<string, Match>, id: string, match: Match): void {
  const held = found.get(id);
  if (held === undefined) found.set(id, match);
  else
    found.set(id, {
      typos: Math.min(held.typos, match.typos),
      isExact: held.isExact || match.isExact,
      postings: [...held.postings, ...match.postings],
    });
}
