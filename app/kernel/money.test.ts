import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCents,
  cents,
  editableCents,
  formatCents,
  formatThousands,
  parseCents,
  shareWithin,
  splitCents,
} from './money.ts';

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
    ['€ -3,20', -320],
    ['-€ 3,20', -320],
    ['3,20 €', 320],
    ['€250,-', 25000],
    [' 12\u00a0345,6 ', 1234560],
    ['0', 0],
    ['-0', 0],
    ['90071992547409,91', Number.MAX_SAFE_INTEGER],
  ])('reads %s', (text, expected) => {
    expect(parseCents(text)).toBe(expected);
  });

  it.each([
    ['nothing', ['', ' ', '€', '-', ',-', '-€']],
    ['words and other scripts', ['veel', 'vijf', '٣', '１２', '5 euro', 'NaN', 'Infinity', 'null']],
    ['another currency', ['$ 5', '5 $', '5 USD', 'USD 5', '£5', '¥ 500', 'EUR 5', '5 EUR']],
    ['a part of a cent', ['12,345', '0,001', '5,555', '1.234,567']],
    [
      'separators that do not fit',
      ['1,234,56', '1.23.4', '1.234.56', '12 34', '1. 234', '1  000', '1..234', '5,', ',5', '.5'],
    ],
    ['signs in odd places', ['1€2', '€€5', '€ 5 €', '5-', '--5', '+5', '- 5', '(5)', '5-3']],
    ['figures of programs', ['1e6', '0x10', '1_000', '5n', '1/2', '10%']],
    ['what a line break hides', ['5\n6', '5;6', '5\t6']],
    ['more than can be added up', ['99999999999999999999', '90071992547409,92', '9'.repeat(400), '-90071992547409,92']],
  ])('refuses %s', (_what, texts) => {
    for (const text of texts) expect(parseCents(text), text).toBeNull();
  });

  it('takes no other text for an amount than figures with their signs, and never rounds', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,-€ \u00a0')) })),
        (text) => {
          const amount = parseCents(text);
          if (amount === null) return;
          expect(Number.isSafeInteger(amount)).toBe(true);
          expect(Object.is(amount, -0)).toBe(false);
          // every figure that was typed is in the amount, and no other
          const typed = text.replace(/\D/g, '').replace(/^0+/, '');
          expect(String(Math.abs(amount)).replace(/0+$/, '').replace(/^0+/, '')).toBe(typed.replace(/0+$/, ''));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('takes nothing with a letter or another currency for an amount', () => {
    const strange = fc.constantFrom(...Array.from('abcEUReur$£¥₺%٣x+/*'));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,€ ')) }),
        strange,
        fc.nat(),
        (text, odd, place) => {
          const at = place % (text.length + 1);
          return parseCents(`${text.slice(0, at)}${odd}${text.slice(at)}`) === null;
        },
      ),
    );
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

it.each([
  [0, '€ 0'],
  [99_949, '€ 999'],
  [99_950, '€ 1k'],
  [734_525_28, '€ 735k'],
  [-1600_00, '€ -2k'],
])('%i cents in thousands is %j', (amount, text) => {
  expect(formatThousands(cents(amount)).replaceAll('\u00a0', ' ')).toBe(text);
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
