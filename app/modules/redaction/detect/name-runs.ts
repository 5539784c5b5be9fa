/** Finds names of people nobody told us about: by the form of the words, by what stands before and after, and by their neighbours. */
import { months } from './place-words.ts';
import {
  alsoSurname,
  firstNames,
  kinOf,
  namingBefore,
  nounEnd,
  notNames,
  particles,
  speaks,
  speakTogether,
  surnameEnd,
  surnameStart,
  titleBefore,
  wordLikeNames,
} from './name-words.ts';
import { folded } from './folded.ts';

const capital = String.raw`(?:\p{Lu}[\p{L}\p{M}]*(?:[-‑'’](?!s(?!\p{L}))[\p{L}\p{M}]+)*)`;
const initials = String.raw`(?:(?:(?:\p{Lu}|Th|Ch|Ph|IJ|Chr|Joh|Fr)\.[ \u00a0]?){1,5})`;
const space = String.raw`[ \u00a0]`;
const smalls = String.raw`(?:(?:${particles})${space}+)*`;
const run = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:${particles})${space}+(?=${smalls}\p{Lu}))*(?:${initials}${space}*${smalls}${capital}|${capital},${space}${initials}(?:${space}?(?:${particles})(?![\p{L}]))*(?=$|[^\p{L} ]|${space}\p{Ll})|${capital})(?:${space}+${smalls}(?:${initials}${space}*${smalls}${capital}|${capital}))*`,
  'gu',
);
const part = new RegExp(String.raw`${initials}(?=\s|\p{L}|$)|[\p{L}\p{M}]+(?:[-‑'’]?[\p{L}\p{M}]+)*\.?`, 'gu');
const onlyInitials = new RegExp(`^${initials}$`, 'u');
const monthWord = new RegExp(`^(?:${months})$`, 'iu');
/** The single words of the small words inside surnames. */
const smallWord = new Set(particles.split(/[| ]/u));

/** How a word in a run is read. */
type Word = { text: string; start: number; end: number; sort: 'first' | 'initial' | 'particle' | 'capital' | 'stop' };

/** A candidate: words next to one another that can be one name. */
export type Candidate = { start: number; end: number; words: Word[]; isSure: boolean };

/** What the whole document shows: words that it has in small letters too, and names that are sure elsewhere. */
export type Seen = { small: ReadonlySet<string>; names: ReadonlySet<string> };

const beginsSentence = (text: string, start: number) =>
  /(?:^|[.!?:•·\-–—*\n"“‘(]\s*)$/u.test(text.slice(Math.max(0, start - 6), start));

function sortOf(text: string, isStart: boolean, isInside: boolean, seen: Seen): Word['sort'] {
  const plain = text.replace(/\.$/u, '');
  const small = plain.toLowerCase();
  if (onlyInitials.test(text) && text.includes('.')) return 'initial';
  if (smallWord.has(small) && (plain === small || !firstNames.has(folded(plain)))) return 'particle';
  if (notNames.has(small) || (monthWord.test(plain) && !firstNames.has(small)) || /\d/u.test(plain)) return 'stop';
  if (/^\p{Lu}{2,}s?$/u.test(plain)) return firstNames.has(folded(plain)) && plain.length > 2 ? 'first' : 'stop';
  // "Tjon A Joe"
  if (/^\p{Lu}$/u.test(plain)) return isInside ? 'particle' : 'stop';
  const name = folded(plain);
  if (firstNames.has(name) || firstNames.has(name.split('-')[0] ?? '')) {
    // "Wil" and "Mark" begin sentences as words; so does what the document has in small letters.
    return isStart && wordLikeNames.has(name) && !seen.names.has(name) ? 'capital' : 'first';
  }
  return seen.names.has(name) ? 'first' : 'capital';
}

/** Runs of words with a capital, cut where a word names nobody. */
export function candidatesIn(text: string, seen: Seen): Candidate[] {
  const candidates: Candidate[] = [];
  for (const match of text.matchAll(run)) {
    const words: Word[] = [];
    for (const piece of match[0].matchAll(part)) {
      const start = match.index + piece.index;
      const trimmed = piece[0].trimEnd();
      const before = words.at(-1)?.sort;
      const sort = sortOf(trimmed, beginsSentence(text, start), before === 'capital' || before === 'first', seen);
      const isRest =
        sort === 'stop' && alsoSurname.has(folded(trimmed)) && ['first', 'initial', 'particle'].includes(before ?? '');
      words.push({ text: trimmed, start, end: start + trimmed.length, sort: isRest ? 'capital' : sort });
    }
    for (const group of cut(words)) {
      const [head, tail] = [group[0], group.at(-1)];
      if (head === undefined || tail === undefined) continue;
      const isOnlyEnd = tail.text.endsWith('.') && tail.sort !== 'initial';
      candidates.push({ start: head.start, end: tail.end - (isOnlyEnd ? 1 : 0), words: group, isSure: false });
    }
  }
  return candidates.map((candidate) => ({ ...candidate, isSure: isName(text, candidate, seen) }));
}

function cut(words: readonly Word[]): Word[][] {
  const groups: Word[][] = [[]];
  for (const word of words) {
    const group = groups.at(-1);
    if (word.sort === 'stop') groups.push([]);
    // "Aannemer J. Terpstra": first letters begin a name, unless a first name stands before them.
    else if (word.sort === 'initial' && group?.every(({ sort }) => sort === 'capital' || sort === 'particle')) {
      groups.push([word]);
    }
    // A full stop after a word that is no initial ends the name.
    else if (group !== undefined) {
      group.push(word);
      if (word.text.endsWith('.') && word.sort !== 'initial') groups.push([]);
    }
  }
  return groups.map(trimmed).filter((group) => group.some(({ sort }) => sort !== 'particle'));
}

/** Without small words at the end, and without an article before a single word. */
function trimmed(group: Word[]): Word[] {
  let end = group.length;
  while (end > 0 && group[end - 1]?.sort === 'particle') end -= 1;
  // "bij van Marloes": small words before a first name belong to the sentence.
  const begin = group.findIndex(({ sort }) => sort !== 'particle');
  return group.slice(group[begin]?.sort === 'first' ? begin : 0, end);
}

const isNoun = (word: string, seen: Seen) => nounEnd.test(word) || seen.small.has(word.toLowerCase());

function isName(text: string, { start, end, words }: Candidate, seen: Seen): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 60);
  const own = words.filter(({ sort }) => sort !== 'particle');
  const unknown = own.filter(({ sort }) => sort === 'capital');
  const first = own[0];
  if (first === undefined) return false;
  const isStart = beginsSentence(text, start);
  const smallElsewhere = unknown.length > 0 && unknown.every(({ text: word }) => seen.small.has(word.toLowerCase()));
  if (titleBefore.test(before)) return !smallElsewhere || own.length > 1 || own[0]?.sort === 'first';
  if (own.some(({ sort }) => sort === 'first')) {
    return own.length > 1 || !smallElsewhere;
  }
  if (kinOf.test(after) && own.length === 1) return true;
  if (first.sort === 'initial') return own.length > 1 && !(isStart && smallElsewhere);
  if (smallElsewhere) return false;
  const hasSurname = unknown.some(
    ({ text: word }) => surnameEnd.test(word.replace(/\.$/u, '')) || surnameStart.test(word),
  );
  const hasParticle = words.slice(1).some(({ sort, text: word }) => sort === 'particle' && /^\p{Ll}/u.test(word));
  if (speaks.test(after) && !(isStart && own.length === 1 && (words.length > 1 || isNoun(first.text, seen))))
    return true;
  if (own.length >= 2) {
    if (/^\s?\(/u.test(after) || hasParticle || hasSurname || namingBefore.test(before)) return true;
    return (!isStart || /:\s*$/u.test(before)) && !unknown.every(({ text: word }) => isNoun(word, seen));
  }
  // "Van Lierop" inside a sentence has its capital because it is somebody.
  if (words.length > 1 && !isStart && /^(?:Van|Den|Ter|Ten|El|Al)(?!\p{L})/u.test(text.slice(start, end))) return true;
  // One unknown word: a surname with its small words, as in "van der Ploeg".
  return words.length > 1 && hasSurname && !isStart;
}

const between = /^\s*(?:\([^)]{0,80}\)\s*)?(?:,|;|\/|&|\+|\ben\b|\bof\b|, en)\s*$/u;

/** In a list of people the others are people too: "Anna, Bintou en Chiel". */
export function spreadOverLists(text: string, candidates: readonly Candidate[], seen: Seen): Candidate[] {
  const result = candidates.map((candidate) => ({ ...candidate }));
  for (const chain of chainsOf(text, result)) {
    const last = chain.at(-1);
    const isPeople = last !== undefined && chain.length > 1 && speakTogether.test(text.slice(last.end));
    const isNamed = chain.every(({ words }) =>
      words.every(({ sort, text: word }) => sort !== 'capital' || !isNoun(word, seen)),
    );
    if (isPeople && isNamed) for (const candidate of chain) candidate.isSure = true;
  }
  const spread = (from: Candidate | undefined, to: Candidate | undefined) => {
    if (from === undefined || to === undefined || !from.isSure || to.isSure) return;
    const [left, right] = from.start < to.start ? [from, to] : [to, from];
    const words = to.words.filter(({ sort }) => sort === 'capital');
    if (beginsSentence(text, to.start) && to.words.length === 1 && to.start > from.start) return;
    if (words.some(({ text: word }) => isNoun(word, seen))) return;
    if (between.test(text.slice(left.end, right.start))) to.isSure = true;
  };
  for (let place = 1; place < result.length; place += 1) spread(result[place - 1], result[place]);
  for (let place = result.length - 2; place >= 0; place -= 1) spread(result[place + 1], result[place]);
  return result;
}

/** Candidates that follow one another with only a comma, a bracket or "en" between. */
function chainsOf(text: string, candidates: readonly Candidate[]): Candidate[][] {
  const chains: Candidate[][] = [];
  for (const candidate of candidates) {
    const last = chains.at(-1)?.at(-1);
    if (last !== undefined && between.test(text.slice(last.end, candidate.start))) chains.at(-1)?.push(candidate);
    else chains.push([candidate]);
  }
  return chains;
}
