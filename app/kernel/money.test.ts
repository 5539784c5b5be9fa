import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCents, cents, editableCents, formatCents, parseCents, shareWithin, splitCents } from './money.ts';

const amounts = fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }).map(cents);

describe('parseCents', () => {
  it.each([
    ['1.234,56', 123456],
    ['€ 1.234,56', 123456],
    ['1234', 123400],
    ['1234,5', 123450],
    ['12.50', 1250],
    ['1.234', 123400],
    ['250,-', 25000],
    ['1 000', 100000],
    ['-3,20', -320],
    ['0', 0],
  ])('reads %s', (text, expected) => {
    expect(parseCents(text)).toBe(expected);
  });

  it.each(['', 'veel', '1,234,56', '1.23.4', '12,345', '1e6', '٣', '99999999999999999999'])('refuses %j', (text) => {
    expect(parseCents(text)).toBeNull();
  });

  it('reads back what a form field shows', () => {
    fc.assert(fc.property(amounts, (amount) => parseCents(editableCents(amount)) === amount));
  });
});

describe('splitCents', () => {
  it('gives the odd cents to the largest remainders, earlier first', () => {
    expect(splitCents(cents(100), [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitCents(cents(100), [0, 2, 1])).toEqual([0, 67, 33]);
    expect(splitCents(cents(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
  });

  it('always adds up to the whole and stays within a cent of the exact share', () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 })
      .filter((w) => w.some((x) => x > 0));
    fc.assert(
      fc.property(amounts, weights, (total, shares) => {
        const parts = splitCents(total, shares);
        const sum = shares.reduce((a, b) => a + b, 0);
        expect(addCents(...parts)).toBe(total);
        parts.forEach((part, i) => expect(Math.abs(part - (total * (shares[i] ?? 0)) / sum)).toBeLessThan(1));
      }),
    );
  });
});

describe('formatCents', () => {
  it('writes euros the Dutch and the English way', () => {
    expect(formatCents(cents(123456)).replace(/\u00a0/g, ' ')).toBe('€ 1.234,56');
    expect(formatCents(cents(123456), 'en').replace(/\u00a0/g, ' ')).toMatch(/^€ ?1[,.]234[.,]56$/);
  });
});

describe('cents', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %d', (value) => {
    expect(() => cents(value)).toThrow(RangeError);
  });
});

describe('shareWithin', () => {
  it.each([
    [20_000_000_00, 1000, 2_000_000_00],
    [99, 1000, 9],
    [100, 0, 0],
    [90_071_992_547_409, 10_000, 90_071_992_547_409],
  ])('of %i cents, %i basis points hold %i cents', (amount, basisPoints, expected) => {
    expect(shareWithin(cents(amount), basisPoints)).toBe(expected);
  });

  it('refuses less than nothing', () => {
    expect(() => shareWithin(cents(-1), 1000)).toThrow(RangeError);
    expect(() => shareWithin(cents(1), -1)).toThrow(RangeError);
  });
});
