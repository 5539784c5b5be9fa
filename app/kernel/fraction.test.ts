import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addFractions,
  compareFractions,
  divideFractions,
  fraction,
  multiplyFractions,
  toHundredths,
} from './fraction.ts';

const whole = fc.integer({ min: -10_000, max: 10_000 });
const fractions = fc
  .tuple(
    whole,
    whole.filter((n) => n !== 0),
  )
  .map(([n, d]) => fraction(n, d));

describe('fractions', () => {
  it.each([
    [1, 3, 33],
    [2, 3, 67],
    [469, 200, 235],
    [-469, 200, -235],
    [0, 7, 0],
    [4, 1, 400],
  ])('%d/%d is %d hundredths', (n, d, hundredths) => {
    expect(toHundredths(fraction(n, d))).toBe(hundredths);
  });

  it('adds a third three times to one, exactly', () => {
    const third = fraction(1, 3);
    expect(addFractions(addFractions(third, third), third)).toEqual(fraction(1));
  });

  it('has one form for equal values', () => {
    fc.assert(
      fc.property(
        fractions,
        whole.filter((n) => n !== 0),
        (f, k) => {
          expect(fraction(f.numerator * BigInt(k), f.denominator * BigInt(k))).toEqual(f);
        },
      ),
    );
  });

  it('divides back what it multiplied', () => {
    fc.assert(
      fc.property(
        fractions,
        fractions.filter((f) => f.numerator !== 0n),
        (a, b) => {
          expect(divideFractions(multiplyFractions(a, b), b)).toEqual(a);
        },
      ),
    );
  });

  it('orders like numbers', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        const byNumber = Math.sign(Number(a.numerator * b.denominator - b.numerator * a.denominator));
        expect(Math.sign(compareFractions(a, b))).toBe(byNumber);
      }),
    );
  });

  it('refuses zero below the line', () => {
    expect(() => fraction(1, 0)).toThrow(RangeError);
  });
});
