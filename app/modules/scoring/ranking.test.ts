import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents, type Cents } from '#app/kernel/money.ts';
import { rankEntries, type RankedInput } from './ranking.ts';
import type { ScoredCriterion } from './score.ts';

const criteria: ScoredCriterion[] = [{ id: 'c', slug: 'c', weight: 1, maximum: 4, minimumHundredths: 100 }];

const entry = (
  id: string,
  points: (number | null)[],
  requested = 0,
  submittedAt: string | null = '2026-01-01',
): RankedInput => ({
  id,
  requested: cents(requested),
  submittedAt,
  reviews: points.map((point, index) => ({
    reviewer: `r${index}`,
    scores: [{ criterionId: 'c', points: point, reason: 'omdat' }],
  })),
});

const walk = (inputs: RankedInput[], available: number | null) =>
  rankEntries(criteria, inputs, available === null ? null : cents(available)).entries.map(
    ({ id, rank, isTied, money }) =>
      `${rank ?? '–'}${isTied ? '=' : ''} ${id}${money === null ? '' : ` ${money.state} ${money.leftBefore}`}`,
  );

describe('ranking', () => {
  it('goes from high to low, equal totals share a rank, and what nobody judged comes last', () => {
    expect(
      walk([entry('a', [2]), entry('b', [null]), entry('c', [4]), entry('d', [1, 3]), entry('e', [1])], null),
    ).toEqual(['1 c', '2= a', '2= d', '4 e', '– b']);
  });

  it('compares exactly: what looks equal after rounding need not be', () => {
    const thirds = entry('thirds', [3, 3, 4]);
    const close = entry('close', [...Array<number>(667).fill(3), ...Array<number>(333).fill(4)]);
    expect(walk([close, thirds], null)).toEqual(['1 thirds', '2 close']);
    expect(rankEntries(criteria, [close, thirds], null).entries.map((one) => one.result.totalHundredths)).toEqual([
      8333, 8333,
    ]);
  });

  it('passes over what does not fit and goes on', () => {
    expect(walk([entry('first', [4], 60), entry('second', [3], 50), entry('third', [2], 40)], 100)).toEqual([
      '1 first reached 100',
      '2 second too-little-left 40',
      '3 third reached 40',
    ]);
  });

  it('gives equal totals the money in order of submission, then of id', () => {
    const late = entry('a-late', [3], 60, '2026-02-01');
    const early = entry('z-early', [3], 60, '2026-01-01');
    const paper = entry('from-paper', [3], 60, null);
    expect(walk([paper, late, early], 60)).toEqual([
      '1= z-early reached 60',
      '1= a-late too-little-left 0',
      '1= from-paper too-little-left 0',
    ]);
    expect(walk([entry('b', [3], 60), entry('a', [3], 60)], 60)[0]).toBe('1= a reached 60');
  });

  it('takes no money for what misses its minimum or was not scored', () => {
    expect(walk([entry('low', [0], 10), entry('none', [null], 10)], 100)).toEqual([
      '1 low below-minimum 100',
      '– none not-scored 100',
    ]);
  });

  it('reaches what asks nothing, also when nothing is left', () => {
    expect(walk([entry('free', [2], 0)], 0)).toEqual(['1 free reached 0']);
  });
});

const inputs = fc
  .array(
    fc.record({
      points: fc.array(fc.option(fc.integer({ min: 0, max: 4 })), { maxLength: 4 }),
      requested: fc.nat(1000),
      day: fc.integer({ min: 10, max: 28 }),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.map(({ points, requested, day }, index) => entry(`e${index}`, points, requested, `2026-01-${day}`)),
  );

describe('what holds for every ranking', () => {
  it('never reaches for more than there is, and what is reached and left add up', () => {
    fc.assert(
      fc.property(inputs, fc.nat(3000), (list, available) => {
        const { money } = rankEntries(criteria, list, cents(available));
        expect(money?.left).toBeGreaterThanOrEqual(0);
        expect((money?.reached ?? 0) + (money?.left ?? 0)).toBe(available);
      }),
    );
  });

  it('is the same whatever the order in which initiatives are given', () => {
    fc.assert(
      fc.property(inputs, fc.nat(3000), (list, available) => {
        expect(rankEntries(criteria, [...list].reverse(), available as Cents)).toEqual(
          rankEntries(criteria, list, available as Cents),
        );
      }),
    );
  });

  it('passes nothing over that fitted when its turn came', () => {
    fc.assert(
      fc.property(inputs, fc.nat(3000), (list, available) => {
        for (const { money, requested } of rankEntries(criteria, list, cents(available)).entries) {
          if (money?.state === 'too-little-left') expect(requested).toBeGreaterThan(money.leftBefore);
        }
      }),
    );
  });
});
