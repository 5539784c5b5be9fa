import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCorpus, type Corpus } from './corpus.ts';
import { explain, scoreOf } from './explain.ts';
import { fitsOf } from './scores.ts';
import { corpusArbitrary, middles, profile } from '#tests/matching/made-profiles.ts';
import { points } from './weights.ts';

const places = ({ profiles }: Corpus) => profiles.map((_, place) => place);

describe('a fit', () => {
  test('is the sum of its reasons, and the same from both sides', () => {
    fc.assert(
      fc.property(corpusArbitrary, (corpus) => {
        for (const one of places(corpus)) {
          const fits = fitsOf(corpus, one);
          for (const other of places(corpus)) {
            if (one === other) continue;
            expect(scoreOf(explain(corpus, one, other))).toBeCloseTo(fits[other]!, 9);
            expect(fitsOf(corpus, other)[one]).toBeCloseTo(fits[other]!, 9);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('never passes a hundred, nor falls under nothing', () => {
    const whole = points.theyOffer + points.weOffer + points.theme + points.near + points.stage + points.words;
    expect(whole).toBe(100);
    fc.assert(
      fc.property(corpusArbitrary, (corpus) => {
        for (const one of places(corpus))
          for (const fit of fitsOf(corpus, one)) {
            expect(fit).toBeGreaterThanOrEqual(0);
            expect(fit).toBeLessThanOrEqual(100 + 1e-9);
          }
      }),
    );
  });

  test('does not depend on the order in which portfolios come', () => {
    fc.assert(
      fc.property(corpusArbitrary, (corpus) => {
        const again = makeCorpus([...corpus.profiles].reverse(), middles);
        for (const one of places(corpus)) {
          const fits = [...fitsOf(corpus, one)];
          [...fitsOf(again, one)].forEach((fit, other) => expect(fit).toBeCloseTo(fits[other]!, 9));
        }
      }),
    );
  });
});

describe('what counts most', () => {
  const seeker = profile('a-seeker', {
    lines: [['need', 'space', 'zaal zaterdag']],
    areas: ['A'],
    themes: ['werk'],
    stage: 'idea',
  });
  const fitOf = (other: ReturnType<typeof profile>) => fitsOf(makeCorpus([seeker, other], middles), 0)[1]!;

  test.each([
    [
      'the same kind and words, before the same kind alone',
      { lines: [['offer', 'space', 'zaal zaterdag']] },
      { lines: [['offer', 'space', 'kast muur']] },
    ],
    [
      'the same kind, before a related one',
      { lines: [['offer', 'space', 'zaal zaterdag']] },
      { lines: [['offer', 'material', 'zaal zaterdag']] },
    ],
    [
      'a related kind, before one that has nothing to do with it',
      { lines: [['offer', 'material', 'zaal zaterdag']] },
      { lines: [['offer', 'people', 'zaal zaterdag']] },
    ],
    [
      'an offer in a line, before the same words in what somebody tells',
      { lines: [['offer', 'space', 'zaal zaterdag']] },
      { about: 'zaal zaterdag' },
    ],
    [
      'what is needed, before the same theme next door',
      { lines: [['offer', 'space', 'zaal zaterdag']], areas: ['C'] },
      { areas: ['A'], themes: ['werk'] },
    ],
    ['the same theme', { themes: ['werk'] }, { themes: ['wonen'] }],
    ['who is near', { areas: ['B'] }, { areas: ['C'] }],
    ['who is under way, for who begins', { stage: 'running' }, { stage: 'idea' }],
  ] as const)('%s', (_what, better, worse) => {
    expect(fitOf(profile('b', better))).toBeGreaterThan(fitOf(profile('b', worse)));
  });

  test('a need of one and an offer of the other never count the other way round', () => {
    const [one, other] = [
      profile('a', { lines: [['need', 'money', 'lening']] }),
      profile('b', { lines: [['need', 'money', 'lening']] }),
    ];
    expect(explain(makeCorpus([one, other], middles), 0, 1).map(({ part }) => part)).not.toContain('they-offer');
  });
});

test('a reason names the lines that meet, the best first', () => {
  const corpus = makeCorpus(
    [
      profile('a', {
        lines: [
          ['need', 'space', 'hok'],
          ['need', 'material', 'zaal zaterdag'],
          ['offer', 'skills', 'koken'],
        ],
        areas: ['A'],
      }),
      profile('b', {
        lines: [
          ['offer', 'space', 'zaal zaterdag'],
          ['need', 'skills', 'koken'],
        ],
        areas: ['B'],
      }),
    ],
    middles,
  );
  expect(explain(corpus, 0, 1)).toMatchObject([
    { part: 'they-offer', need: 'a-1', offer: 'b-0', wordsAlike: true },
    { part: 'they-offer', need: 'a-0', offer: 'b-0', wordsAlike: false },
    { part: 'we-offer', need: 'b-1', offer: 'a-2', wordsAlike: true },
    { part: 'near', metres: 800 },
    { part: 'stage' },
  ]);
});
