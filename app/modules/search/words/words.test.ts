import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areas } from '#prisma/programme/areas.ts';
import { compoundsWith, partsOf } from './compounds.ts';
import { typingErrors } from './distance.ts';
import { fold } from './fold.ts';
import { placedWords, wordsOf } from './split.ts';
import { starterPlaces } from './starter-places.ts';
import { starterSynonyms } from './starter-synonyms.ts';
import { stemOf } from './stem.ts';
import { termsOf } from './terms.ts';
import { openVocabulary } from './vocabulary.ts';

const vocabularyOf = (...words: string[]) =>
  openVocabulary(
    words.map((word) => ({ word, count: 5 })),
    100,
  );

describe('folding', () => {
  test.each([
    ['Crèche', 'creche'],
    ['BELGIËPLEIN', 'belgieplein'],
    ['foto’s', 'foto'],
    ["opa's", 'opa'],
    ['ĳsbaan', 'ijsbaan'],
    ['Straße', 'strasse'],
    ['œuvre', 'oeuvre'],
    ['İstanbul', 'istanbul'],
  ])('%s is %s', (written, folded) => expect(fold(written)).toBe(folded));

  test('of what was folded changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)));
  });
});

test.each([
  ['fiets', 'fietsen'],
  ['mens', 'mensen'],
  ['dansje', 'dansen'],
  ['grens', 'grenzen'],
  ['toneelvoorstelling', 'toneelvoorstellingen'],
  ['huisarts', 'huisartsen'],
  ['oudere', 'ouderen'],
  ['bakker', 'bakkers'],
])('%s and %s are one word', (one, other) => expect(stemOf(one)).toBe(stemOf(other)));

test.each([
  ['ouderen', 'ouders'],
  ['grens', 'grenen'],
  ['examens', 'mensen'],
  ['voorstelling', 'voorstel'],
])('%s and %s are two', (one, other) => expect(stemOf(one)).not.toBe(stemOf(other)));

describe('splitting', () => {
  test('tells where a word stands', () => {
    expect(placedWords('De Belgiëplein-buurt!')).toEqual([
      { word: 'de', start: 0, end: 2 },
      { word: 'belgieplein', start: 3, end: 14 },
      { word: 'buurt', start: 15, end: 20 },
    ]);
  });

  test('gives letters and digits only, in order, inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        let before = 0;
        for (const { word, start, end } of placedWords(text)) {
          expect(word).toMatch(/^[\p{L}\p{N}]{1,60}$/u);
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('a stem is what forms of one word have in common', () => {
  test.each([
    ['huizen', 'huis'],
    ['brieven', 'brief'],
    ['scholen', 'school'],
    ['studiezalen', 'studiezaal'],
    ['kooklessen', 'kookles'],
    ['mannen', 'man'],
    ['kinderen', 'kind'],
    ['steden', 'stad'],
    ['buurtleden', 'buurtlid'],
    ['wijkallianties', 'wijkalliantie'],
    ['musea', 'museum'],
    ['adviezen', 'advies'],
    ['vieze', 'vies'],
    ['commissies', 'commissie'],
    ['ideeën', 'idee'],
    ["foto's", 'fotos'],
    ['speeltuintjes', 'speeltuin'],
    ['wandelingetje', 'wandeling'],
    ['buurtfeestje', 'buurtfeest'],
    ['moestuinen', 'moestuin'],
    ['begeleiding', 'begeleiden'],
  ])('%s and %s', (one, other) => {
    const [a = '', b = ''] = [wordsOf(one)[0], wordsOf(other)[0]];
    expect(stemOf(a)).toBe(stemOf(b));
  });

  test.each([
    ['bestuur', 'bestuurders'],
    ['buurt', 'buren'],
    ['taal', 'taalles'],
  ])('%s and %s are not one word', (one, other) => expect(stemOf(one)).not.toBe(stemOf(other)));

  test('is never empty', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,30}$/), (word) => stemOf(word).length > 0));
  });
});

describe('compounds', () => {
  test.each([
    ['huiswerkbegeleiding', ['huiswerk', 'begeleiding']],
    ['bewonersavond', ['bewoners', 'avond']],
    ['jongerenwerk', ['jongeren', 'werk']],
    ['buurtmoestuinfeest', ['buurt', 'moestuin', 'feest']],
  ])('%s comes apart', (compound, parts) => {
    expect(partsOf(compound, vocabularyOf(...parts))).toEqual(parts.map(stemOf));
  });

  test('a word of which one part is unknown stays whole', () => {
    expect(partsOf('huiswerkbegeleiding', vocabularyOf('huiswerk'))).toBeNull();
    expect(partsOf('tuin', vocabularyOf('tu', 'in'))).toBeNull();
  });

  test('are found by their first and last part', () => {
    const vocabulary = vocabularyOf('speeltuin', 'speel', 'tuinfeest', 'feest', 'fortuin', 'huis');
    expect(compoundsWith('tuin', vocabulary, 10)).toEqual([
      { stem: 'fortuin', isLast: true, isSure: false },
      { stem: 'speeltuin', isLast: true, isSure: true },
      { stem: 'tuinfeest', isLast: false, isSure: true },
    ]);
  });
});

describe('typing errors', () => {
  test.each([
    ['tuin', 'tuin', 0],
    ['tuin', 'tuni', 1],
    ['tuin', 'tuinn', 1],
    ['tuin', 'uin', 1],
    ['tuin', 'duin', 1],
    ['huiswerk', 'husiwrek', 2],
    ['tuin', 'feest', 3],
  ])('%s and %s: %i', (one, other, errors) => expect(typingErrors(one, other, 2)).toBe(errors));

  test('are as many there as back', () => {
    const word = fc.stringMatching(/^[abc]{0,8}$/);
    fc.assert(fc.property(word, word, (one, other) => typingErrors(one, other, 3) === typingErrors(other, one, 3)));
  });
});

describe('a vocabulary', () => {
  test('that grew answers as one that had all from the beginning', () => {
    const word = fc.stringMatching(/^[a-d]{2,7}$/);
    const words = fc.uniqueArray(fc.record({ word, count: fc.integer({ min: 1, max: 9 }) }), {
      selector: (each) => each.word,
    });
    fc.assert(
      fc.property(words, fc.nat(20), word, (all, first, asked) => {
        const whole = openVocabulary(all);
        const grown = openVocabulary(all.slice(0, first));
        grown.like(asked, 5);
        grown.add(all.slice(first));
        expect(grown.like(asked, 5)).toEqual(whole.like(asked, 5));
        expect(grown.startingWith(asked.slice(0, 2), 5)).toEqual(whole.startingWith(asked.slice(0, 2), 5));
        expect(grown.frequency(stemOf(asked))).toBe(whole.frequency(stemOf(asked)));
      }),
    );
  });

  test('gives the nearest word first', () => {
    expect(vocabularyOf('huiswerk', 'huiswerkt', 'thuiswerk').like('huiswrek', 5)[0]?.word).toBe('huiswerk');
    expect(vocabularyOf('tuin').like('tun', 5)).toEqual([]);
  });
});

test('a document is under its words, those of its title apart, and never under function words', () => {
  const document = { title: 'De Moestuinen', summary: 'Wij zaaien in de tuin.', text: '' };
  expect(termsOf({ ...document, kind: 'initiative' })).toEqual({
    title: ['de', 'moestuin'],
    all: ['moestuin', 'zaai', 'tuin'],
    words: ['moestuinen', 'zaaien', 'tuin'],
  });
  // whoever asks for a decision on something finds it, also where its text does not say that it is one
  expect(termsOf({ ...document, kind: 'decision' }).all).toEqual(['besluit', 'moestuin', 'zaai', 'tuin']);
});

describe('what an editor begins with', () => {
  test('places are where the map has areas', () => {
    const codes = new Set(areas.map(({ code }) => code));
    for (const { name, areas: where } of starterPlaces) {
      expect(where.length, name).toBeGreaterThan(0);
      for (const code of where) expect(codes, name).toContain(code);
    }
    expect(new Set(starterPlaces.map(({ name }) => fold(name))).size).toBe(starterPlaces.length);
  });

  test('synonyms have two ways or more, each once', () => {
    for (const row of starterSynonyms) {
      expect(row.length, row.join()).toBeGreaterThan(1);
      expect(new Set(row.map((way) => fold(way))).size, row.join()).toBe(row.length);
    }
  });
});
