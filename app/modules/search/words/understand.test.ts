import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProgrammeWords } from '../port.ts';
import { understand } from './understand.ts';
import { openVocabulary } from './vocabulary.ts';

const words: ProgrammeWords = {
  synonyms: [
    ['KvNW', 'Kracht van Nieuw-West'],
    ['buurthuis', 'buurtkamer'],
  ],
  places: [
    { name: 'Tussen Meer', areas: ['FJ', 'FK'] },
    { name: 'Johan Huizingalaan', areas: ['FL'] },
    { name: 'Plein ’40-’45', areas: ['FE'] },
  ],
};
const vocabulary = openVocabulary(
  ['huiswerk', 'begeleiding', 'speeltuin', 'kracht', 'nieuw', 'west', 'buurtkamer', 'koken', 'tuinfeest', 'ruimte'].map(
    (word) => ({ word, count: 10 }),
  ),
  1000,
);
const ask = (text: string) => understand(text, words, vocabulary);
const typed = (text: string) => ask(text).wishes.map((wish) => wish.typed);

test.each([
  ['ik wil graag ruimte voor huiswerk', ['ruimte', 'huiswerk']],
  ['waar kan ik koken?', ['koken']],
  ['huiswerk huiswerk', ['huiswerk']],
  ['kracht van nieuw-west', ['kracht van nieuw west']],
  ['huiswerk qqqqqqqq', ['huiswerk']],
  ['', []],
  ['?!', []],
])('%s asks for %j', (text, wishes) => expect(typed(text)).toEqual(wishes));

test('what tells something in a phrase is an answer too, though a weak one', () => {
  const said = { ...words, synonyms: [['gratis eten', 'voedselbank']] };
  const some = openVocabulary(
    ['gratis', 'eten'].map((word) => ({ word, count: 10 })),
    1000,
  );
  expect(understand('gratis eten', said, some).wishes[0]?.ways).toContainEqual({
    stems: ['eten'],
    area: null,
    weight: 0.45,
  });
});

test('a word of Dutch that no document has is no typing error', () => {
  const green = openVocabulary(
    ['beplanting', 'matten', 'hulp'].map((word) => ({ word, count: 10 })),
    1000,
  );
  for (const text of ['belasting', 'ratten', 'hulp bij belasting'])
    expect(understand(text, words, green).corrected, text).toBeNull();
  expect(understand('beplamting', words, green).corrected).toBe('beplanting');
});

test('a synonym of several words is all of them', () => {
  expect(ask('KvNW').wishes[0]?.ways).toContainEqual({ stems: ['kracht', 'nieuw', 'west'], area: null, weight: 0.85 });
});

test('a name of a place stands for its areas, also half or mistyped', () => {
  expect(ask('koken tussen meer').places).toEqual(['FJ', 'FK']);
  expect(ask('koken osdorpplei').places).toContain('FK03');
  expect(ask('koken geuzenvled ').places).toEqual(['FB']);
});

test.each([
  ['johan huizinga laan', ['FL']],
  ['koken johanhuizingalaan', ['FL']],
  ['huizingalaan', ['FL']],
  ['plein4045', ['FE']],
  ['plein 40 45 koken', ['FE']],
])('%s is the place, also with a space more or less, or by its last word', (text, places) => {
  expect(ask(text).places).toEqual(places);
  expect(ask(text).corrected).toBeNull();
});

test('a number is never taken for another', () => {
  const numbers = openVocabulary(
    ['000', '5001', 'euro'].map((word) => ({ word, count: 10 })),
    1000,
  );
  expect(understand('5000 euro', words, numbers).corrected).toBeNull();
});

test('of four letters one that is another is another word; changed places, or one too few or many, are typing errors', () => {
  expect(ask('koken koek ').corrected).toBeNull();
  expect(ask('vest ').corrected).toBeNull();
  expect(ask('wset ').corrected).toBe('west');
  expect(ask('nieuuw ').corrected).toBe('nieuw');
});

test('a part that is everywhere tells nothing of a compound that is nowhere', () => {
  const common = openVocabulary(
    [
      { word: 'buurt', count: 400 },
      { word: 'tuin', count: 20 },
    ],
    1000,
  );
  const stems = (text: string) =>
    understand(text, words, common).wishes.flatMap(({ ways }) => ways.flatMap((way) => way.stems));
  expect(stems('buurtvaders ')).toEqual(['buurtvader']);
  expect(stems('tuinkabouters ')).toContain('tuin');
});

test('a mistake is corrected, half a word is not', () => {
  expect(ask('huisweerk ').corrected).toBe('huiswerk');
  expect(ask('huisw').corrected).toBeNull();
  expect(ask('huiswerk').corrected).toBeNull();
});

test('a general word is one beside a subject, a place says where beside one; alone they are what is asked for', () => {
  const told = (text: string) =>
    ask(text).wishes.map(({ typed: word, isGeneral, isWhere }) => [word, isGeneral, isWhere]);
  expect(told('ruimte huiswerk geuzenveld ')).toEqual([
    ['ruimte', true, false],
    ['huiswerk', false, false],
    ['geuzenveld', false, true],
  ]);
  expect(told('ruimte geuzenveld ')).toEqual([
    ['ruimte', false, false],
    ['geuzenveld', false, true],
  ]);
  expect(told('geuzenveld ')).toEqual([['geuzenveld', false, false]]);
  // a street is smaller than the areas where it is
  expect(told('koken johan huizingalaan ').at(-1)).toEqual(['johan huizingalaan', false, false]);
});

test('who asks for somebody of the family asks for no family; what is theirs is asked for', () => {
  const family = openVocabulary(
    ['moeder', 'zwemmen', 'fiets'].map((word) => ({ word, count: 5 })),
    100,
  );
  const general = (text: string) =>
    understand(text, words, family)
      .wishes.filter((wish) => wish.isGeneral)
      .map((wish) => wish.typed);
  expect(general('zwemmen voor mijn moeder ')).toEqual(['moeder']);
  expect(general('zwemmen met een moeder ')).toEqual([]);
  expect(general('zwemmen met mijn fiets ')).toEqual([]);
});

test('of a subject that is nowhere the general words beside it are no answer; another subject is', () => {
  expect(typed('ruimte voor qqqqqqqq ')).toEqual(['qqqqqqqq']);
  expect(typed('koken met qqqqqqqq ')).toEqual(['koken']);
  expect(typed('ruimte ')).toEqual(['ruimte']);
});

test('another form of a word is not told as what was meant', () => {
  const forms = openVocabulary([{ word: 'indiener', count: 5 }], 100);
  expect(understand('indienen ', words, forms).corrected).toBeNull();
  expect(understand('indeiner ', words, forms).corrected).toBe('indiener');
});

test('a word before a place may be half', () => {
  const [half] = ask('huisw geuzenveld ').wishes;
  expect(half?.ways).toContainEqual({ stems: ['huiswerk'], area: null, weight: 0.75 });
  expect(ask('huisw geuzenveld ').corrected).toBeNull();
});

test('the last letters of a synonym are kept where they are like a word that tells nothing: zaal is not zal', () => {
  const open = openVocabulary([{ word: 'zaal', count: 5 }], 100);
  const { wishes } = understand('zaalverhuur ', { synonyms: [['zaalverhuur', 'zaal huren']], places: [] }, open);
  expect(wishes[0]?.ways).toContainEqual({ stems: ['zal', 'hur'], area: null, weight: 0.85 });
});

test('what is half is the last word only', () => {
  expect(
    ask('huisw kok')
      .wishes.map(({ isPrefix }) => isPrefix)
      .at(-1),
  ).toBe(true);
  expect(ask('koken ').wishes[0]?.isPrefix).toBe(false);
});

describe('whatever is asked', () => {
  test('what comes out is bounded, with weights between nothing and one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        const { wishes, places } = ask(text);
        expect(wishes.length).toBeLessThanOrEqual(12);
        expect(places.every((code) => /^F[A-Z](\d{2})?$/.test(code))).toBe(true);
        for (const { ways } of wishes) {
          expect(ways.length).toBeLessThan(200);
          for (const { stems, area, weight } of ways) {
            expect(weight).toBeGreaterThan(0);
            expect(weight).toBeLessThanOrEqual(1);
            expect(area === null ? stems.length : 1).toBeGreaterThan(0);
            for (const stem of stems) expect(stem).toMatch(/^[\p{L}\p{N}]+$/u);
          }
        }
      }),
    );
  });
});
