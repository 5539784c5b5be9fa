import { derive, derivePhrase, synonymsOf, type Derived, type Match } from './derive.ts';
import type { FakeIndex } from './store.ts';
import { wordsOf } from './words.ts';

/** How well a document answers a query; `null` for one that is asked without words. */
export type Rank = { words: number; typo: number; proximity: number; attribute: number; exactness: number };

export type Strategy = 'all' | 'last' | 'frequency';

const mostWords = 10;

type Term = { words: string[]; isPrefix: boolean; isPhrase: boolean };

/** @returns the documents that answer, each with how well */
export function answering(index: FakeIndex, q: string, strategy: Strategy): Map<string, Rank> {
  const { terms, negative } = termsOf(q);
  if (terms.length === 0 && negative.length === 0) return new Map([...index.documents.keys()].map((id) => [id, best]));
  const unwanted = negative.map((words) => derivePhrase(index, words));
  const isWanted = (id: string) => !unwanted.some((found) => found.has(id));
  if (terms.length === 0) return new Map([...index.documents.keys()].filter(isWanted).map((id) => [id, best]));
  const found = terms.map((term) => deriveTerm(index, term));
  const groups = groupsOf(index, terms);
  const ranks = new Map<string, Rank>();
  for (const order of orders(found, strategy))
    for (const [id, rank] of matching(order, found, groups)) if (!ranks.has(id) && isWanted(id)) ranks.set(id, rank);
  return ranks;
}

const best: Rank = { words: 0, typo: 0, proximity: 0, attribute: 0, exactness: 0 };

function termsOf(q: string): { terms: Term[]; negative: string[][] } {
  const terms: Term[] = [];
  const negative: string[][] = [];
  const endsInWord = /[\p{L}\p{N}]$/u.test(q);
  for (const [, minus, phrase, plain] of q.matchAll(/(?:(?<=^|\s)(-))?(?:"([^"]*)"?|([^\s"]+))/gu)) {
    const words = wordsOf(phrase ?? plain ?? '');
    if (words.length === 0) continue;
    if (minus !== undefined) negative.push(words);
    else if (phrase !== undefined) terms.push({ words, isPrefix: false, isPhrase: true });
    else terms.push(...words.map((word) => ({ words: [word], isPrefix: false, isPhrase: false })));
  }
  const kept = terms.slice(0, mostWords);
  const last = kept.at(-1);
  if (last !== undefined && endsInWord && !last.isPhrase && kept.length === terms.length) last.isPrefix = true;
  return { terms: kept, negative };
}

function deriveTerm(index: FakeIndex, { words, isPrefix, isPhrase }: Term): Derived {
  return isPhrase ? derivePhrase(index, words) : derive(index, words[0] ?? '', { isPrefix });
}

/** Two or three words typed apart that are one in a document, or together have a synonym. */
function groupsOf(index: FakeIndex, terms: readonly Term[]): Map<string, Derived> {
  const groups = new Map<string, Derived>();
  for (let from = 0; from < terms.length; from += 1)
    for (const size of [2, 3]) {
      const group = terms.slice(from, from + size);
      if (group.length < size || group.some(({ isPhrase }) => isPhrase)) continue;
      const words = group.map((term) => term.words[0] ?? '');
      const isPrefix = group.at(-1)?.isPrefix ?? false;
      const found = new Map(derive(index, words.join(''), { isPrefix, typoPenalty: size - 1 }));
      for (const synonym of synonymsOf(index.settings, words))
        for (const [id, match] of derivePhrase(index, synonym)) found.set(id, match);
      if (found.size > 0) groups.set(`${String(from)}+${String(size)}`, found);
    }
  return groups;
}

/** Which terms must be there, most first. */
function orders(found: readonly Derived[], strategy: Strategy): number[][] {
  const all = found.map((_, at) => at);
  if (strategy === 'all') return [all];
  const dropped =
    strategy === 'last' ? [...all].reverse() : [...all].sort((a, b) => (found[b]?.size ?? 0) - (found[a]?.size ?? 0));
  return all.map((count) => all.filter((at) => !dropped.slice(0, count).includes(at)));
}

function matching(needed: readonly number[], found: readonly Derived[], groups: ReadonlyMap<string, Derived>) {
  const ids = new Set([
    ...found.flatMap((one) => [...one.keys()]),
    ...[...groups.values()].flatMap((g) => [...g.keys()]),
  ]);
  const ranks = new Map<string, Rank>();
  for (const id of ids) {
    const matches = cover(needed, 0, id, found, groups);
    if (matches !== null) ranks.set(id, rankOf(matches, needed.length));
  }
  return ranks;
}

/** The way to answer all needed terms with the fewest typos, alone or in groups. */
function cover(
  needed: readonly number[],
  at: number,
  id: string,
  found: readonly Derived[],
  groups: ReadonlyMap<string, Derived>,
): Match[] | null {
  const term = needed[at];
  if (term === undefined) return [];
  let chosen: Match[] | null = null;
  for (const size of [1, 2, 3]) {
    const isTogether = needed.slice(at, at + size).every((other, ahead) => other === term + ahead);
    if (at + size > needed.length || !isTogether) continue;
    const match = size === 1 ? found[term]?.get(id) : groups.get(`${String(term)}+${String(size)}`)?.get(id);
    const rest = match === undefined ? null : cover(needed, at + size, id, found, groups);
    if (match === undefined || rest === null) continue;
    const way = [match, ...rest];
    if (chosen === null || typosOf(way) < typosOf(chosen)) chosen = way;
  }
  return chosen;
}

const typosOf = (matches: readonly Match[]) => matches.reduce((sum, { typos }) => sum + typos, 0);

function rankOf(matches: readonly Match[], words: number): Rank {
  const least = (numbers: number[]) => numbers.reduce((a, b) => Math.min(a, b), 1000);
  let proximity = 0;
  matches.slice(1).forEach((match, at) => {
    const before = matches[at]?.postings ?? [];
    const distances = match.postings.flatMap(({ attribute, place }) =>
      before.filter((other) => other.attribute === attribute).map((other) => Math.abs(place - other.place)),
    );
    proximity += Math.min(8, least(distances));
  });
  return {
    words: -words,
    typo: typosOf(matches),
    proximity,
    attribute: matches.reduce((sum, { postings }) => sum + least(postings.map(({ attribute }) => attribute)), 0),
    exactness: -matches.filter(({ isExact }) => isExact).length,
  };
}
