import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { evidencePeriod, judge, meetsRules, parsePercent, percentText, returnBps, splitEqually } from './rules.ts';

const rules = {
  version: 1,
  validFrom: calendarDate('2026-01-01'),
  minimumValue: cents(10_000_00),
  minimumReturnBps: 20_000,
  evidenceDays: 365,
};
const amount = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }).map(cents);

describe('the rules of the donutfonds', () => {
  it.each([
    ['exactly both minima', 10_000_00, 5_000_00, true],
    ['a cent too little value', 9_999_99, 1_00, false],
    ['a cent too much costs', 10_000_00, 5_000_01, false],
    ['a cent of value more', 10_000_01, 5_000_00, true],
    ['costs of zero', 50_000_00, 0, false],
    ['nothing at all', 0, 0, false],
    ['much value, too little return', 100_000_00, 60_000_00, false],
    ['costs of a cent', 10_000_00, 1, true],
  ])('%s', (_, value, costs, qualifies) => {
    expect(meetsRules({ value: cents(value), costs: cents(costs) }, rules)).toBe(qualifies);
  });

  it('say by rule what came of it', () => {
    expect(judge({ value: cents(9_000_00), costs: cents(0) }, rules)).toEqual([
      { rule: 'value', met: false, value: 9_000_00, minimum: 10_000_00 },
      { rule: 'return', met: false, returnBps: null, minimumBps: 20_000 },
    ]);
  });

  it('compare exactly, however large the amounts', () => {
    fc.assert(
      fc.property(amount, amount, (value, costs) => {
        const exact = costs > 0 && BigInt(value) >= 2n * BigInt(costs);
        expect(judge({ value, costs }, rules)[1]?.met).toBe(exact);
      }),
    );
  });

  it('never show a return that would pass as one that does not', () => {
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 0, max: 1_000_000 }), (value, costs, minimumReturnBps) => {
        const bps = returnBps({ value, costs });
        const met = judge({ value, costs }, { ...rules, minimumReturnBps })[1]?.met;
        expect(met).toBe(bps !== null && bps >= BigInt(minimumReturnBps));
        if (bps !== null) expect(bps * BigInt(costs) <= BigInt(value) * 10_000n).toBe(true);
      }),
    );
  });

  it.each([-1, -100])('know no amount of %d', (value) => {
    expect(() => returnBps({ value: cents(value), costs: cents(1) })).toThrow(RangeError);
  });

  it('take a document of the days before closing', () => {
    expect(evidencePeriod(calendarDate('2026-12-01'), 365, calendarDate('2026-11-21'))).toEqual({
      from: '2025-12-01',
      until: '2026-11-21',
    });
  });
});

describe('the split', () => {
  it.each([
    [10_000_00, 3, 3_333_33, 1],
    [10_000_00, 4, 2_500_00, 0],
    [2, 3, 0, 2],
    [0, 5, 0, 0],
    [10_000_00, 0, 0, 10_000_00],
    [10_000_00, 1, 10_000_00, 0],
  ])('%d cents over %d', (available, recipients, share, remainder) => {
    expect(splitEqually(cents(available), recipients)).toEqual({ recipients, share, remainder });
  });

  it('loses nothing, and leaves less than a cent each', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 10_000 }), (available, recipients) => {
        const { share, remainder } = splitEqually(available, recipients);
        expect(BigInt(share) * BigInt(recipients) + BigInt(remainder)).toBe(BigInt(available));
        expect(remainder).toBeLessThan(recipients);
        expect(share).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it.each([
    [-1, 2],
    [100, -1],
    [100, 1.5],
  ])('is not made of %d over %d', (available, recipients) => {
    expect(() => splitEqually(cents(available), recipients)).toThrow(RangeError);
  });
});

describe('percentages', () => {
  it.each([
    ['20000', 'nl', '200'],
    ['19999', 'nl', '199,99'],
    ['18750', 'nl', '187,5'],
    ['18750', 'en', '187.5'],
    ['5', 'nl', '0,05'],
    ['0', 'nl', '0'],
    ['123456789', 'nl', '1.234.567,89'],
  ] as const)('%s in %s is %s', (bps, locale, text) => {
    expect(percentText(bps, locale)).toBe(text);
  });

  it.each([
    ['200', 20_000],
    ['187,5', 18_750],
    ['187.55 %', 18_755],
    ['0', 0],
    ['', null],
    ['-5', null],
    ['12,345', null],
    ['veel', null],
    ['1e3', null],
  ])('typed as "%s" is %s', (typed, bps) => {
    expect(parsePercent(typed)).toBe(bps);
  });
});
