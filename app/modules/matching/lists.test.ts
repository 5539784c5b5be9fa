import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { middles, profile, profilesArbitrary } from '#tests/matching/made-profiles.ts';
import { listChanges } from './change.ts';
import { makeCorpus, type Corpus } from './corpus.ts';
import { fairHost, floorOf, isSuggestable, makeAllLists, rankedList, type AllLists, type Listed } from './lists.ts';
import { fitsOf } from './scores.ts';
import { popularPoints } from './strength.ts';
import { fairPlaces, leastPoints, listLength, points } from './weights.ts';

function allLists(corpus: Corpus): AllLists {
  const making = makeAllLists(corpus);
  for (;;) {
    const step = making.next();
    if (step.done === true) return step.value;
  }
}

const many = profilesArbitrary({ minLength: 1, maxLength: 40 });

describe('all lists', () => {
  test('hold nobody twice, themselves, their own organisation, or who they said no to', () => {
    fc.assert(
      fc.property(many, (profiles) => {
        const [first, second] = profiles;
        const corpus = makeCorpus(
          first === undefined || second === undefined
            ? profiles
            : [{ ...first, dismissed: [second.id] }, ...profiles.slice(1)],
          middles,
        );
        for (const [place, list] of allLists(corpus).lists.entries()) {
          expect(new Set(list.map(({ other }) => other)).size).toBe(list.length);
          for (const { other } of list) expect(isSuggestable(corpus, place, other)).toBe(true);
        }
      }),
    );
  });

  test('rank by points, are not longer than agreed, and leave out what says too little', () => {
    fc.assert(
      fc.property(many, (profiles) => {
        for (const list of allLists(makeCorpus(profiles, middles)).lists) {
          const ranked = list.filter(({ place }) => place === 'ranked');
          expect(ranked.length).toBeLessThanOrEqual(listLength);
          expect(list.length - ranked.length).toBeLessThanOrEqual(fairPlaces);
          const scores = ranked.map(({ score }) => score);
          expect(scores).toEqual(scores.toSorted((a, b) => b - a));
          for (const score of scores) expect(score).toBeGreaterThanOrEqual(leastPoints);
        }
      }),
    );
  });

  test('show everybody to somebody, as long as anybody can take them', () => {
    fc.assert(
      fc.property(many, (profiles) => {
        const corpus = makeCorpus(profiles, middles);
        const { lists } = allLists(corpus);
        const seen = new Set(
          lists.flatMap((list, place) => (corpus.profiles[place]!.kept ? list.map(({ other }) => other) : [])),
        );
        const guests = Int32Array.from(lists, (list) => list.filter(({ place }) => place === 'fair').length);
        corpus.profiles.forEach((_, place) => {
          if (!seen.has(place)) expect(fairHost(corpus, place, fitsOf(corpus, place), guests)).toBeNull();
        });
      }),
    );
  });

  test('are the same for the same portfolios, in whatever order they come', () => {
    fc.assert(
      fc.property(many, (profiles) => {
        // not one number: sums of floats differ in the last place by the order of words
        const told = (corpus: Corpus) =>
          allLists(corpus).lists.map((list) =>
            list.map(({ other, score, place }) => [other, score.toFixed(6), place].join(' ')),
          );
        expect(told(makeCorpus(profiles.toReversed(), middles))).toEqual(told(makeCorpus(profiles, middles)));
      }),
    );
  });

  test('who nobody answers for comes after who fits as well', () => {
    const seeker = profile('0', { lines: [['need', 'space', 'zaal']] });
    const offer = { lines: [['offer', 'space', 'zaal']] } as const;
    const corpus = makeCorpus([seeker, profile('1', { ...offer, kept: false }), profile('2', offer)], middles);
    expect(rankedList(corpus, 0, fitsOf(corpus, 0)).map(({ other }) => other)).toEqual([2, 1]);
  });

  test('a popular one loses its place to one that fits as well', () => {
    const seeker = profile('0', { lines: [['need', 'space', 'zaal']] });
    const offer = { lines: [['offer', 'space', 'zaal']] } as const;
    const corpus = makeCorpus(
      [seeker, profile('1', { ...offer, listed: 10 * listLength }), profile('2', offer)],
      middles,
    );
    expect(rankedList(corpus, 0, fitsOf(corpus, 0)).map(({ other }) => other)).toEqual([2, 1]);
  });
});

test.each([
  [0, 0],
  [listLength, 0],
  [2 * listLength, -points.popular / 2],
  [4 * listLength, -points.popular],
  [100 * listLength, -points.popular],
])('in %i lists: %d points', (listed, expected) => {
  expect(popularPoints(listed, listLength)).toBeCloseTo(expected, 9);
});

describe('a change', () => {
  const standing = (corpus: Corpus, lists: readonly (readonly Listed[])[], changed: number) => ({
    floors: lists.map((list) => floorOf(list)),
    holders: new Set(
      corpus.profiles.flatMap((_, place) => (lists[place]!.some(({ other }) => other === changed) ? [place] : [])),
    ),
  });

  const rankedLists = (corpus: Corpus) =>
    corpus.profiles.map((_, place) => rankedList(corpus, place, fitsOf(corpus, place)));

  test('brings every list to what it would be if all were made anew', () => {
    fc.assert(
      fc.property(profilesArbitrary({ minLength: 2, maxLength: 40 }), fc.nat(), fc.nat(), (profiles, which, from) => {
        const place = which % profiles.length;
        // a change that leaves alone how rare words are: those of the two are exchanged
        const other = from % profiles.length;
        const after = profiles.map((one, at) =>
          at === place ? { ...profiles[other]!, id: one.id } : at === other ? { ...profiles[place]!, id: one.id } : one,
        );
        const before = makeCorpus(profiles, middles);
        const corpus = makeCorpus(after, middles);
        const lists: Listed[][] = rankedLists(before);
        const held = [place, other].flatMap((changed) => [...standing(before, lists, changed).holders]);
        const { rewritten, entered } = listChanges(corpus, new Set([place, other]), {
          floors: lists.map((list) => floorOf(list)),
          holders: new Set(held),
        });
        for (const [list, lines] of rewritten) lists[list] = lines;
        for (const { list, other: newcomer, score } of entered)
          lists[list] = [...lists[list]!, { other: newcomer, score, place: 'ranked' as const }]
            .sort((a, b) => b.score - a.score || a.other - b.other)
            .slice(0, listLength);
        const told = (some: readonly Listed[][]) => some.map((list) => list.map(({ score }) => score.toFixed(6)));
        expect(told(lists)).toEqual(told(rankedLists(corpus)));
      }),
    );
  });
});
