import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionNumber, parseDecisionNumber } from './number.ts';

describe('register numbers', () => {
  it.each([
    [2026, 1, '2026-0001'],
    [2026, 9999, '2026-9999'],
    [2026, 10_000, '2026-10000'],
  ])('year %i, %i is %s', (year, sequence, text) => {
    expect(decisionNumber(year, sequence)).toBe(text);
  });

  it.each([
    '',
    '2026',
    '2026-1',
    '2026-0000',
    '2026-00001',
    '26-0001',
    '2026-0001.json',
    '2026-0001 ',
    "2026-0001'--",
    '٢٠٢٦-٠٠٠١',
  ])('does not read %j', (text) => {
    expect(parseDecisionNumber(text)).toBeNull();
  });

  it.each([0, -1, 1.5, Number.NaN])('gives no number to %d', (sequence) => {
    expect(() => decisionNumber(2026, sequence)).toThrow(RangeError);
  });

  it('reads what it wrote', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2999 }), fc.integer({ min: 1, max: 99_999 }), (year, sequence) => {
        const number = decisionNumber(year, sequence);
        expect(parseDecisionNumber(number)).toBe(number);
      }),
    );
  });
});
