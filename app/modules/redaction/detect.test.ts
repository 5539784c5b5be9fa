import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMarks } from './detect.ts';
import type { KnownPerson, RedactionInput } from './mark.ts';
import { replaced, wordFor } from './replacement.ts';

const people: KnownPerson[] = [
  { name: 'Anne Wilders', organisation: 'onafhankelijk', isPublic: true },
  { name: 'Jan van den Berg', organisation: 'Ymere', isPublic: false },
  { name: 'Ria Wilders', organisation: '', isPublic: false },
];
const nothing = { always: [], never: [] };
const marksIn = (text: string, given: Partial<RedactionInput> = {}) =>
  findMarks({ passages: [{ key: 'p', text }], people, organisations: ['Ymere'], list: nothing, ...given });
const wordsIn = (text: string, given: Partial<RedactionInput> = {}) =>
  marksIn(text, given).map(({ start, end }) => text.slice(start, end));
const cleaned = (text: string) => replaced(text, marksIn(text));

describe('what is found', () => {
  test('leaves the chair, but not a surname that somebody else has too', () => {
    expect(wordsIn('Anne Wilders opent. Anne vraagt het. Mevrouw Wilders belt.')).toEqual(['Wilders']);
  });

  test('goes by the list of the editors: always and never', () => {
    const list = { always: ['blauwe fiets'], never: ['Jan', 'info@ymere.example'] };
    expect(wordsIn('De Blauwe fiets van Jan. Mail info@ymere.example.', { list })).toEqual(['Blauwe fiets']);
  });

  test.each([
    'Budget € 1.250.000,00 in 2026',
    'Dossier 2026-000123456',
    '01-02-2026 16.00 uur',
    'Bel 14 020 of 0800-1234',
  ])('is nothing in numbers that are nobody’s: %s', (text) => {
    expect(wordsIn(text)).toEqual([]);
  });
});

describe('what comes instead', () => {
  test.each([
    ['Jan vertelt.', 'Ymere vertelt.'],
    ['Jan van den Berg (Ymere) vertelt.', 'iemand (Ymere) vertelt.'],
    ['Ria belt.', 'bewoner belt.'],
    ['Jans voorstel', 'Ymere voorstel'],
    ['Mail jan@ymere.example.', 'Mail ■ 5.1.2.e.'],
    ['BSN 123456782', 'BSN ■ 5.1.1.e'],
  ])('%s', (text, expected) => {
    expect(cleaned(text)).toBe(expected);
  });

  test('says nothing of the length of what was there', () => {
    expect(wordFor({ replacement: ' ', ground: '5.1.2.e' })).toBe('■ 5.1.2.e');
    expect(cleaned('Bel 06-12345678')).toBe(cleaned('Bel +31 6 1234 5678'));
  });
});

test('marks lie within their passage, apart and in order, whatever is written', () => {
  const piece = fc.constantFrom(
    'Jan',
    ' van ',
    'Berg, ',
    "'s ",
    '06-12345678',
    ' NL91ABNA0417164300 ',
    '(',
    ') ',
    'Ymere',
    ' en ',
    'Osdorpplein 3 ',
    '.\n',
    'A. ',
    '@x.nl',
    '\u{1F30D}',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 25 }), (pieces) => {
      const text = pieces.join('');
      let place = 0;
      for (const { start, end } of marksIn(text)) {
        expect(start).toBeGreaterThanOrEqual(place);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        place = end;
      }
    }),
    { numRuns: 200 },
  );
});
