import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicStage, mayMove, moves, stageAfter, stages, type Move, type Stage } from './stage.ts';

const allMoves = Object.keys(moves) as Move[];

describe('the way of an initiative', () => {
  it('goes from draft to a grant', () => {
    const way: Move[] = ['submit', 'ask-question', 'answer-question', 'accept', 'enter-round', 'close-round', 'grant'];
    expect(way.reduce<Stage>(stageAfter, 'draft')).toBe('granted');
  });

  it('leads out of a round without a decision, and into the next one', () => {
    const way: Move[] = ['submit', 'accept', 'enter-round', 'leave-round', 'enter-round', 'close-round', 'park'];
    expect(way.reduce<Stage>(stageAfter, 'draft')).toBe('parked');
    expect(mayMove('deciding', 'leave-round')).toBe(false);
  });

  it.each([
    ['draft', 'accept'],
    ['submitted', 'grant'],
    ['scoring', 'grant'],
    ['question', 'enter-round'],
    ['withdrawn', 'submit'],
    ['granted', 'decline'],
    ['granted', 'withdraw'],
  ] as const)('knows no way from %s by %s', (stage, move) => {
    expect(mayMove(stage, move)).toBe(false);
    expect(() => stageAfter(stage, move)).toThrow(RangeError);
  });

  it('never makes a public initiative a draft again', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...allMoves), { maxLength: 30 }), (tries) => {
        let stage = stageAfter('draft', 'submit');
        for (const move of tries) if (mayMove(stage, move)) stage = stageAfter(stage, move);
        expect(isPublicStage(stage)).toBe(true);
      }),
    );
  });

  it('has a way out of every open stage', () => {
    const ends = new Set([
      'granted',
      'running',
      'completed',
      'declined',
      'referred',
      'withdrawn',
      'exploring',
      'paused',
      'draft',
    ]);
    for (const stage of stages) {
      if (!ends.has(stage)) expect(allMoves.some((move) => mayMove(stage, move))).toBe(true);
    }
  });
});
