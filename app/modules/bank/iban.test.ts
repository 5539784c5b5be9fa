import fc from 'fast-check';
import { composeIBAN, getCountrySpecifications } from 'ibantools';
import { describe, expect, it } from 'vitest';
import { isInSepa, maskedIban, readIban } from './iban.ts';

describe('a number as people type it', () => {
  it.each([
    ['NL35WIJK0123456789', 'NL35WIJK0123456789'],
    ['  nl35 wijk 0123 4567 89 ', 'NL35WIJK0123456789'],
    ['NL35.WIJK.0123.4567.89', 'NL35WIJK0123456789'],
    ['NL35-WIJK–0123 4567 89', 'NL35WIJK0123456789'],
    ['IBAN: NL35 WIJK 0123 4567 89', 'NL35WIJK0123456789'],
    ['NL35 WIJK 0123 4567 89', 'NL35WIJK0123456789'],
    ['BE68 5390 0754 7034', 'BE68539007547034'],
    ['mt84malt011000012345mtlcast001s', 'MT84MALT011000012345MTLCAST001S'],
    ['NO93 8601 1117 947', 'NO9386011117947'],
    // in SEPA since 2024 and 2025
    ['AL47 2121 1009 0000 0002 3569 8741', 'AL47212110090000000235698741'],
    ['MD24 AG00 0225 1000 1310 4168', 'MD24AG000225100013104168'],
    ['ME25 5050 0001 2345 6789 51', 'ME25505000012345678951'],
    ['MK07 2501 2000 0058 984', 'MK07250120000058984'],
    ['RS35 2600 0560 1001 6113 79', 'RS35260005601001611379'],
  ])('%j', (typed, normal) => {
    expect(readIban(typed)).toEqual({ ok: true, value: normal });
  });

  it.each([
    ['', { reason: 'iban-missing' }],
    [' - ', { reason: 'iban-missing' }],
    ['NL35 WIJK 0123 4567 8€', { reason: 'iban-characters', detail: { characters: '€' } }],
    ['ΝL35WIJK0123456789', { reason: 'iban-characters', detail: { characters: 'Ν' } }],
    ['123456789', { reason: 'iban-begins' }],
    ['35WIJK0123456789', { reason: 'iban-begins' }],
    ['XX35WIJK0123456789', { reason: 'iban-country', detail: { country: 'XX' } }],
    ['US64SVBKUS6S3300958879', { reason: 'iban-country', detail: { country: 'US' } }],
    ['TR330006100519786457841326', { reason: 'iban-not-sepa', detail: { country: 'TR' } }],
    ['XK051212012345678906', { reason: 'iban-not-sepa', detail: { country: 'XK' } }],
    ['NL35WIJK012345678', { reason: 'iban-length', detail: { country: 'NL', expected: 18, given: 17 } }],
    ['NL35WIJK01234567890', { reason: 'iban-length', detail: { country: 'NL', expected: 18, given: 19 } }],
    ['NL', { reason: 'iban-length', detail: { country: 'NL', expected: 18, given: 2 } }],
    ['NL35W1JK0123456789', { reason: 'iban-shape' }],
    ['NL35WIJK012345678O', { reason: 'iban-shape' }],
    ['NLXXWIJK0123456789', { reason: 'iban-shape' }],
    // two digits changed places, and one digit wrong
    ['NL35WIJK0123456798', { reason: 'iban-check' }],
    ['NL36WIJK0123456789', { reason: 'iban-check' }],
    // the check of a Belgian number inside the number
    ['BE62510007547062', { reason: 'iban-check' }],
  ])('%j is refused', (typed, mistake) => {
    expect(readIban(typed)).toEqual({ ok: false, ...mistake });
  });

  it('misses no single wrong digit in a Dutch number', () => {
    const digits = fc.stringMatching(/^\d{10}$/);
    fc.assert(
      fc.property(digits, fc.nat(9), fc.integer({ min: 1, max: 9 }), (account, place, more) => {
        const right = composeIBAN({ countryCode: 'NL', bban: `WIJK${account}` }) ?? '';
        const at = right.length - 10 + place;
        const wrong = `${right.slice(0, at)}${String((Number(right[at]) + more) % 10)}${right.slice(at + 1)}`;
        return readIban(right).ok && !readIban(wrong).ok;
      }),
    );
  });
});

describe('what is shown of a number', () => {
  it('is its country and the last four, in groups', () => {
    expect(maskedIban({ country: 'NL', lastFour: '6789' })).toBe('NL•• •••• •••• ••67 89');
    expect(maskedIban({ country: 'BE', lastFour: '7034' })).toBe('BE•• •••• •••• 7034');
  });

  it('is as long as the number, in every country of SEPA', () => {
    for (const [country, { chars }] of Object.entries(getCountrySpecifications()))
      if (isInSepa(country))
        expect(maskedIban({ country, lastFour: '1234' }).replaceAll(' ', '')).toHaveLength(chars ?? 0);
  });
});
