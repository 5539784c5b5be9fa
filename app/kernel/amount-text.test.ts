import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents, editableCents, formatCents } from './money.ts';
import { mostCents, readAmount } from './amount-text.ts';

describe('an amount as people type it', () => {
  test.each([
    ['1.234,56', 1234_56],
    ['1234,5', 1234_50],
    ['€ 1.234', 1234_00],
    ['EUR 1234.56', 1234_56],
    ['1 234 567,00', 1234567_00],
    ['12,-', 12_00],
    ['12 euro', 12_00],
    ['12,50€', 12_50],

    ['100000000', mostCents],
  ])('%s is read', (text, expected) => {
    expect(readAmount(text)).toBe(expected);
  });

  test.each([
    ['', 'amount-missing'],
    ['€', 'amount-missing'],
    ['-5', 'amount-negative'],
    ['\u2212 5,00', 'amount-negative'],
    ['(500,00)', 'amount-negative'],
    ['500-', 'amount-negative'],
    ['0,00', 'amount-zero'],
    ['1,234.56', 'amount-notation'],
    ['1e6', 'amount-notation'],
    ['1€2', 'amount-notation'],
    ['€1€', 'amount-notation'],
    ['€ -5', 'amount-negative'],
    ['-€ 5', 'amount-negative'],
    ['tien', 'amount-notation'],
    ['=1+1', 'amount-notation'],
    ['1.23.456', 'amount-notation'],
    ['12,345', 'amount-rounding'],
    ['12.3456', 'amount-rounding'],
    ['$ 100', 'amount-currency'],
    ['100 USD', 'amount-currency'],
    ['100000000,01', 'amount-huge'],
    ['99999999999999', 'amount-huge'],
    ['99.999.999.999.999,00', 'amount-huge'],
    ['99999999999999999999', 'amount-huge'],
    ['99999999999999999999,5', 'amount-huge'],
  ])('%s is refused: %s', (text, mistake) => {
    expect(readAmount(text)).toBe(mistake);
  });

  test('what this product writes it reads back, to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: mostCents }), (amount) => {
        expect(readAmount(editableCents(cents(amount)))).toBe(amount);
        expect(readAmount(formatCents(cents(amount)))).toBe(amount);
      }),
    );
  });

  test('any text gives cents within the limits or a mistake', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readAmount(text);
        expect(typeof read === 'string' || (Number.isInteger(read) && read > 0 && read <= mostCents)).toBe(true);
      }),
    );
  });
});
