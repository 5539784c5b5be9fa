import { describe, expect, it } from 'vitest';
import { readPlaces } from './places-file.ts';
import { piecesOf, placeForm, synonymForm } from './words-form.ts';

const areas = new Set(['FJ', 'FJ01', 'FK01']);
const read = (...lines: string[]) =>
  readPlaces(
    lines.map((text, index) => ({ line: index + 1, cells: text.split(';') })),
    areas,
  );

describe('a file of places', () => {
  it('holds a name and a code on each line, with a line of names first or without', () => {
    expect(read('naam;code', 'Tussen Meer;fj01', 'tussen  meer; FK01', 'Osdorpplein;FJ')).toEqual({
      places: [
        { name: 'Tussen Meer', areas: ['FJ01', 'FK01'] },
        { name: 'Osdorpplein', areas: ['FJ'] },
      ],
      mistakes: [],
    });
  });

  it.each([
    ['Osdorpplein', 'columns'],
    ['Osdorpplein;FJ;x', 'columns'],
    ['O;FJ', 'name'],
    ['Osdorpplein;ZZ', 'area'],
  ])('names the mistake in %j by its line', (line, kind) => {
    expect(read('Goed;FJ', line).mistakes).toMatchObject([{ line: 2, kind }]);
  });

  it('is not empty', () => {
    expect(read('naam;code', ';').mistakes).toMatchObject([{ line: null, kind: 'empty' }]);
  });
});

describe('what an editor types', () => {
  it('is a list by comma, semicolon or line, each word once', () => {
    expect(piecesOf(' KvNW, Kracht  van Nieuw-West;kvnw\n\n')).toEqual(['kvnw', 'Kracht van Nieuw-West']);
  });

  it('has at least two words that mean the same', () => {
    expect(synonymForm.safeParse({ words: 'KvNW' }).success).toBe(false);
    expect(synonymForm.parse({ words: 'OT, opgaveteam' }).words).toEqual(['OT', 'opgaveteam']);
  });

  it('may name areas with spaces between', () => {
    expect(placeForm.parse({ name: ' Tussen Meer', areas: 'fj01 FK01, FJ' })).toEqual({
      name: 'Tussen Meer',
      areas: ['FJ01', 'FK01', 'FJ'],
    });
  });
});
