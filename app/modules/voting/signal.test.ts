import { expect, test } from 'vitest';
import { blurred, isBurst, isMarked } from './signal.ts';

test.each([
  [0, null],
  [19, null],
  [20, 20],
  [129, 120],
])('%i is told as %s', (amount, told) => {
  expect(blurred(amount)).toBe(told);
});

test.each([
  ['nothing to compare with', 500, [10, 12], false],
  ['hours without anybody do not count', 500, [0, 0, 0, 0, 10], false],
  ['five times the middle one', 60, [10, 12, 3, 0], true],
  ['not five times', 60, [13, 13, 13], false],
  ['many times, but few', 59, [1, 1, 1], false],
  ['one busy hour before does not hide the next', 400, [20, 20, 20, 400], true],
] as const)('a burst: %s', (_why, now, before, is) => {
  expect(isBurst(now, before)).toBe(is);
});

test('a count is told at its threshold and at each time more', () => {
  const told = Array.from({ length: 160 }, (_, n) => n).filter((n) => isMarked(n, 50));
  expect(told).toEqual([50, 100, 150]);
});
