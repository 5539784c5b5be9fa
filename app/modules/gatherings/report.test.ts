import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeNumber, safeParts, smallestShown } from './report.ts';

const parts = (...counts: number[]) => counts.map((count, index) => ({ key: String(index), count }));
const shown = (...counts: number[]) => safeParts(parts(...counts)).parts.map(({ count }) => count);

describe('parts of a whole', () => {
  test.each([
    [
      [12, 8, 6],
      [12, 8, 6],
    ],
    [
      [12, 8, 2],
      [12, null, null],
    ],
    [
      [12, 4, 3],
      [12, null, null],
    ],
    [
      [12, 1, 2],
      [null, null, null],
    ],
    [
      [12, 0, 8],
      [12, 8],
    ],
    [[7], [7]],
    [
      [7, 2],
      [null, null],
    ],
    [[2, 2], []],
  ])('%j', (counts, wanted) => {
    expect(shown(...counts)).toEqual(wanted);
  });

  test('never tell of fewer people than can be shown, by themselves or by subtracting', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 8 }), (counts) => {
        const { total, parts: safe } = safeParts(parts(...counts));
        if (total === null) {
          expect(safe).toEqual([]);
          return;
        }
        const seen = safe.flatMap(({ count }) => count ?? []);
        for (const count of seen) expect(count).toBeGreaterThanOrEqual(smallestShown);
        const left = total - seen.reduce((sum, count) => sum + count, 0);
        const hidden = safe.filter(({ count }) => count === null).length;
        expect(hidden === 0 ? left === 0 : hidden >= 2 && left >= smallestShown).toBe(true);
      }),
    );
  });
});

test('a number by itself is shown when nobody or enough people are in it', () => {
  expect([0, 1, 4, 5].map(safeNumber)).toEqual([0, null, null, 5]);
});
