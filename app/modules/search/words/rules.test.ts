import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProgrammeWords } from '../port.ts';
import { compoundsWith } from './compounds.ts';
import { understand } from './understand.ts';
import { openVocabulary } from './vocabulary.ts';

const words: ProgrammeWords = {
  synonyms: [
    ['garden', 'tuin'],
    ['tuin', 'geveltuin'],
    ['eten', 'voedsel'],
    ['huiswerkbegeleiding', 'bijles'],
  ],
  places: [],
};
const vocabulary = openVocabulary(
  [
    ...['straatvoetbal', 'straat', 'voetbal', 'eten', 'voedsel', 'voedselbank', 'bank', 'tuin', 'geveltuin', 'gevel'],
    ...['bijles', 'huiswerk', 'begeleiding', 'huiswerkclub', 'club', 'ruimte', 'plek', 'koken', 'streetartist'],
  ].map((word) => ({ word, count: 10 })),
  1000,
);
const ask = (text: string, with_ = words) => understand(text, with_, vocabulary);
const weightOf = (text: string, stem: string, with_ = words) =>
  Math.max(
    0,
    ...ask(text, with_).wishes.flatMap(({ ways }) =>
      ways.filter(({ stems }) => stems.join(' ') === stem).map(({ weight }) => weight),
    ),
  );

describe('a document is found', () => {
  test.each([
    ['by half of the last part of a word', 'voetb', 'straatvoetbal'],
    ['by a synonym of a part of its word', 'eten', 'voedselbank'],
    ['by what the synonym of an unknown word means', 'garden', 'geveltuin'],
    ['by a word in three pieces', 'huis werk begeleiding', 'bijles'],
    ['by the plural of what ends its word', 'tuinen', 'geveltuin'],
  ])('%s', (_how, asked, stem) => expect(weightOf(asked, stem)).toBeGreaterThanOrEqual(0.6));

  test('by a longer form of a synonym, when the synonym is long', () => {
    expect(weightOf('street art', 'streetartist', { synonyms: [['street art', 'streetart']], places: [] })).toBe(0.65);
  });

  test('but less by half of a word than by the word', () => {
    expect(weightOf('voetb', 'straatvoetbal')).toBeLessThan(weightOf('voetbal', 'straatvoetbal'));
    expect(weightOf('voetb ', 'straatvoetbal')).toBe(weightOf('voetb', 'straatvoetbal'));
  });
});

test.each(['ruimte', 'plek'])('%s tells less than the subject', (general) => {
  const [first, second] = ask(`${general} koken`).wishes;
  expect(first?.telling).toBeLessThan(second?.telling ?? 0);
});

test('that both parts are there says nothing sure of a word of its own; of one that nobody writes it does', () => {
  const open = openVocabulary(
    [
      { word: 'huis', count: 80 },
      { word: 'werk', count: 90 },
      { word: 'huiswerk', count: 10 },
      { word: 'thee', count: 20 },
    ],
    1000,
  );
  const weights = (text: string) =>
    understand(text, { synonyms: [['huiswerk', 'bijles']], places: [] }, open).wishes.flatMap(({ ways }) =>
      ways.map(({ stems, weight }) => [stems.join('+'), weight]),
    );
  expect(weights('huiswerk ')).toContainEqual(['huis+werk', 0.5]);
  expect(weights('huiswerk ')).not.toContainEqual(['huis', 0.4]);
  expect(weights('theehuis ')).toContainEqual(['thee+huis', 0.85]);
});

test('a last part of several words that come apart is one of others too; of one or two it is not', () => {
  const parts = ['speel', 'volk', 'gevel', 'speeltuin', 'volkstuin', 'moestuin'];
  const openOf = (...more: string[]) =>
    openVocabulary(
      [...parts, ...more].map((word) => ({ word, count: 5 })),
      100,
    );
  const isSure = (open: typeof vocabulary) =>
    compoundsWith('tuinen', open, 10).find(({ stem }) => stem === 'moestuin')?.isSure;
  expect(isSure(openOf('geveltuin'))).toBe(true);
  expect(isSure(openOf())).toBe(false);
});

test('however many synonyms and compounds there are, a wish has a bounded number of ways', () => {
  const letters = fc.stringMatching(/^[ab]{4,8}$/);
  fc.assert(
    fc.property(
      fc.array(fc.array(letters, { minLength: 2, maxLength: 4 }), { maxLength: 6 }),
      letters,
      (synonyms, asked) => {
        const all = [...synonyms.flat(), ...synonyms.flat().map((word) => word + asked)];
        const open = openVocabulary(
          [...new Set(all)].map((word) => ({ word, count: 3 })),
          50,
        );
        for (const text of [asked, asked.slice(0, 4), synonyms[0]?.join(' ') ?? '']) {
          const { wishes } = understand(text, { synonyms, places: [] }, open);
          for (const { ways, telling } of wishes) {
            expect(ways.length).toBeLessThan(200);
            expect(telling).toBeGreaterThan(0);
            expect(new Set(ways.map(({ stems, area }) => `${stems.join(' ')}/${area ?? ''}`)).size).toBe(ways.length);
          }
        }
      },
    ),
  );
});

test('of many words that nobody knows only the first are taken for typing errors', () => {
  const errors = 'voedsle geveltiun begeleidign huiswrek';
  expect(weightOf('straatvoetbla ', 'straatvoetbal')).toBe(0.8);
  expect(weightOf(`${errors} straatvoetbla `, 'straatvoetbal')).toBeLessThan(0.6);
});
