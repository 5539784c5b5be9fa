import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '#app/kernel/money.ts';
import { isBalanced, reversal, transfer } from './entry.ts';

const positive = fc.integer({ min: 1, max: 1_000_000_00 }).map(cents);

describe('entries', () => {
  it('balance when money moves, and when that is undone', () => {
    fc.assert(
      fc.property(positive, (amount) => {
        const lines = transfer('a', 'b', amount);
        expect(isBalanced(lines)).toBe(true);
        expect(isBalanced(reversal(lines))).toBe(true);
        expect(reversal(reversal(lines))).toEqual(lines);
      }),
    );
  });

  it.each([
    ['nothing', []],
    ['one line', [{ accountId: 'a', amount: cents(1) }]],
    [
      'lines of zero',
      [
        { accountId: 'a', amount: cents(0) },
        { accountId: 'b', amount: cents(0) },
      ],
    ],
    [
      'a cent too many',
      [
        { accountId: 'a', amount: cents(-100) },
        { accountId: 'b', amount: cents(101) },
      ],
    ],
  ])('do not balance with %s', (_, lines) => {
    expect(isBalanced(lines)).toBe(false);
  });

  it.each([0, -1])('do not move %d cents', (amount) => {
    expect(() => transfer('a', 'b', cents(amount))).toThrow(RangeError);
  });
});
