import { describe, expect, test } from 'vitest';
import type { Reason } from './explain.ts';
import { roundedMetres, saidReasons } from './said-reasons.ts';
import type { WrittenLine } from './views.ts';

const lines = new Map<string, WrittenLine>([
  ['need', { resource: 'space', text: 'Een zaal' }],
  ['offer', { resource: 'space', text: 'Een kamer' }],
]);
const themes = new Map([['werk', 'Werk']]);
const met = (points: number, offer: string | null = 'offer', need = 'need'): Reason => ({
  part: 'they-offer',
  points,
  need,
  offer,
  wordsAlike: true,
});

describe('said', () => {
  test.each<[string, Reason[], unknown[]]>([
    [
      'is what meets, in the words of both',
      [met(20)],
      [{ kind: 'they-offer', need: lines.get('need'), offer: lines.get('offer') }],
    ],
    [
      'is an offer that stands in a story',
      [met(9, null)],
      [{ kind: 'they-offer', need: lines.get('need'), offer: null }],
    ],
    ['is nothing of a line that went', [met(20, 'gone'), met(20, 'offer', 'gone')], []],
    ['is nothing that hardly counts', [met(0.5)], []],
    ['are at most two in one direction', [met(20), met(10), met(5)], [{}, {}]],
    [
      'is a shared theme by name',
      [{ part: 'theme', points: 8, themes: ['werk', 'unknown'] }],
      [{ kind: 'theme', names: ['Werk'] }],
    ],
    ['is how near', [{ part: 'near', points: 6, metres: 800 }], [{ kind: 'near', metres: 800 }]],
    ['is not how far', [{ part: 'near', points: 2, metres: 4000 }], []],
    ['is no distance to who works everywhere', [{ part: 'near', points: 2, metres: null }], []],
    [
      'is nothing that takes points off',
      [
        { part: 'popular', points: -6 },
        { part: 'unanswered', points: -15 },
      ],
      [],
    ],
  ])('%s', (_what, reasons, said) => {
    expect(saidReasons(reasons, lines, themes)).toMatchObject(said);
    expect(saidReasons(reasons, lines, themes)).toHaveLength(said.length);
  });
});

test.each([
  [0, 0],
  [149, 0],
  [151, 200],
  [849, 800],
  [1999, 2000],
  [2300, 2500],
])('%i metres are said as %i', (metres, said) => {
  expect(roundedMetres(metres)).toBe(said);
});
