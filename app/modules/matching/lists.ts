import type { Corpus } from './corpus.ts';
import type { Reason } from './explain.ts';
import { fitsOf, makeDesk, type Desk } from './scores.ts';
import { popularPoints, unansweredPoints } from './strength.ts';
import { fairPlaces, leastPoints, listLength } from './weights.ts';

/** One line of a list: who is suggested, by place in the corpus. */
export type Listed = { other: number; score: number; place: 'ranked' | 'fair' };

/** Whether one may be suggested to another at all: not to itself, to its own organisation, or to who said no. */
export function isSuggestable({ profiles }: Corpus, to: number, other: number): boolean {
  const [ours, theirs] = [profiles[to], profiles[other]];
  if (ours === undefined || theirs === undefined || to === other) return false;
  return !ours.kin.some((organisation) => theirs.kin.includes(organisation)) && !ours.dismissed.includes(theirs.id);
}

/** What is taken off from one in the lists of others; the fit itself is the same for all who see it. */
export function handicaps({ profiles }: Corpus, other: number): Reason[] {
  const profile = profiles[other];
  if (profile === undefined) return [];
  const reasons: Reason[] = [
    { part: 'popular', points: popularPoints(profile.listed, listLength) },
    { part: 'unanswered', points: unansweredPoints(profile.kept) },
  ];
  return reasons.filter(({ points }) => points !== 0);
}

/** Points of one in the list of another: the fit, less what is taken off. */
export function scoreIn({ profiles }: Corpus, fit: number, other: number): number {
  const profile = profiles[other];
  if (profile === undefined) return fit;
  return fit + popularPoints(profile.listed, listLength) + unansweredPoints(profile.kept);
}

/** The best of those that fit, best first; equals in the order of the corpus. @param fits of `fitsOf` for this place */
export function rankedList(corpus: Corpus, place: number, fits: Float64Array, length = listLength): Listed[] {
  const list: Listed[] = [];
  for (let other = 0; other < fits.length; other += 1) {
    const fit = fits[other] ?? 0;
    if (fit < leastPoints || (list.length === length && fit <= (list.at(-1)?.score ?? 0))) continue;
    const score = scoreIn(corpus, fit, other);
    if (score < leastPoints || (list.length === length && score <= (list.at(-1)?.score ?? 0))) continue;
    if (!isSuggestable(corpus, place, other)) continue;
    let at = list.length;
    while (at > 0 && (list[at - 1]?.score ?? 0) < score) at -= 1;
    list.splice(at, 0, { other, score, place: 'ranked' });
    if (list.length > length) list.pop();
  }
  return list;
}

/** The score that a newcomer must pass to get into a list; null while there is room. */
export function floorOf(list: readonly Listed[]): number | null {
  const ranked = list.filter(({ place }) => place === 'ranked');
  return ranked.length < listLength ? null : (ranked.at(-1)?.score ?? null);
}

/**
 * Where somebody is put that stands in no list that anybody reads: with who fits best and has a fair place left. No portfolio on
 * the marketplace stays unseen, as long as there is anybody who might see it.
 * @param guests how many fair places each list has taken; is counted up
 * @returns null when nobody can take it
 */
export function fairHost(corpus: Corpus, place: number, fits: Float64Array, guests: Int32Array): number | null {
  let best: number | null = null;
  for (let host = 0; host < fits.length; host += 1) {
    if ((guests[host] ?? 0) >= fairPlaces || (best !== null && (fits[host] ?? 0) <= (fits[best] ?? 0))) continue;
    if (corpus.profiles[host]?.kept === true && isSuggestable(corpus, host, place)) best = host;
  }
  if (best !== null) guests[best] = (guests[best] ?? 0) + 1;
  return best;
}

/** All lists, and in how many each portfolio would be if popularity cost nothing. */
export type AllLists = { lists: readonly Listed[][]; listed: Int32Array };

/**
 * Makes every list anew: first without taking anything off, to see who is popular, then for good, and last the fair places. It
 * yields after each portfolio, so that who has other things to do can do them in between.
 */
export function* makeAllLists(given: Corpus): Generator<void, AllLists> {
  const unknown: Corpus = { ...given, profiles: given.profiles.map((profile) => ({ ...profile, listed: 0 })) };
  const desk = makeDesk(unknown);
  // what comes after these can only get in where much is taken off before it: those few are looked at again
  const wide = 3 * listLength;
  const candidates: Listed[][] = [];
  const listed = new Int32Array(given.profiles.length);
  for (let place = 0; place < given.profiles.length; place += 1) {
    const found = rankedList(unknown, place, fitsOf(unknown, place, desk), wide);
    candidates.push(found);
    for (const { other } of found.slice(0, listLength)) listed[other] = (listed[other] ?? 0) + 1;
    yield;
  }
  const corpus = withListed(given, listed);
  const lists: Listed[][] = [];
  for (const [place, found] of candidates.entries()) {
    lists.push(reranked(corpus, place, found, wide, desk));
    yield;
  }
  yield* placeUnseen(corpus, lists, desk);
  return { lists, listed };
}

/** The same corpus with what is known of popularity now. */
export function withListed(corpus: Corpus, listed: Int32Array): Corpus {
  return {
    ...corpus,
    profiles: corpus.profiles.map((profile, place) => ({ ...profile, listed: listed[place] ?? 0 })),
  };
}

function reranked(corpus: Corpus, place: number, found: readonly Listed[], wide: number, desk: Desk): Listed[] {
  const list = found
    .map(({ other, score }): Listed => {
      const popular = popularPoints(corpus.profiles[other]?.listed ?? 0, listLength);
      return { other, score: score + popular, place: 'ranked' };
    })
    .filter(({ score }) => score >= leastPoints)
    .sort((a, b) => b.score - a.score || a.other - b.other)
    .slice(0, listLength);
  const seenAll = found.length < wide || (found.at(-1)?.score ?? 0) < (floorOf(list) ?? 0);
  return seenAll ? list : rankedList(corpus, place, fitsOf(corpus, place, desk));
}

function* placeUnseen(corpus: Corpus, lists: Listed[][], desk: Desk): Generator<void, void> {
  const seen = new Uint8Array(lists.length);
  for (const [list, lines] of lists.entries())
    if (corpus.profiles[list]?.kept === true) for (const { other } of lines) seen[other] = 1;
  const guests = new Int32Array(lists.length);
  for (let place = 0; place < lists.length; place += 1) {
    if (seen[place] === 1) continue;
    const fits = fitsOf(corpus, place, desk);
    const host = fairHost(corpus, place, fits, guests);
    if (host !== null)
      lists[host]?.push({ other: place, score: scoreIn(corpus, fits[host] ?? 0, place), place: 'fair' });
    yield;
  }
}
