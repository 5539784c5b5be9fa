import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question } from '../port.ts';
import { understand } from '../words/understand.ts';
import { alike } from './alike.ts';
import { look } from './look.ts';
import { MemoryIndex, noCents, noDay, type IndexRow } from './memory-index.ts';

const words = { synonyms: [], places: [] };

const row = (id: string, given: Partial<IndexRow> = {}): IndexRow => ({
  ...{ id, words: [], title: [], values: [], day: noDay, cents: noCents, ...given },
});

const everything: Question = {
  ...{ text: '', filters: {}, money: { from: null, to: null }, near: null, sort: 'relevance', cursor: null },
  ...{ limit: 100, facets: ['theme', 'area'] },
};

function ask(index: MemoryIndex, given: Partial<Question>) {
  const question = { ...everything, ...given };
  const { wishes, corrected } = understand(question.text, words, index.vocabulary);
  const { first, total, facets } = look(index, question, wishes, null);
  return { ids: first.map(({ id }) => id), total, facets, corrected };
}

const word = fc.constantFrom('tuin', 'tuinen', 'speeltuin', 'huiswerk', 'taalles', 'buurt', 'buurtfeest', 'koken');
const some = fc.record({
  words: fc.uniqueArray(word, { maxLength: 5 }),
  title: fc.uniqueArray(fc.constantFrom('tuin', 'speeltuin', 'huiswerk', 'buurt'), { maxLength: 2 }),
  values: fc.uniqueArray(fc.constantFrom('theme/groen', 'theme/jeugd', 'area/FA', 'area/FJ', 'kind/initiative')),
  day: fc.integer({ min: 0, max: 9 }),
  cents: fc.integer({ min: -1, max: 9 }),
});
const plain = { words: [], title: [], values: [], day: 0, cents: 0 };
/** Null takes it out. */
const edits = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.option(some)), { maxLength: 60 });
/** Nothing is near any more, though a number that is dead has an area. */
const leftItsArea: typeof edits extends fc.Arbitrary<infer Edits> ? Edits : never = [
  [0, { ...plain, values: ['area/FJ'] }],
  [0, { ...plain, title: ['tuin', 'speeltuin'] }],
  [1, plain],
];
const questions: Partial<Question>[] = [
  {},
  { sort: 'newest' },
  { sort: 'money', money: { from: 3, to: null } },
  { filters: { theme: ['groen'] } },
  { filters: { theme: ['groen', 'jeugd'], area: ['FA'] } },
  { sort: 'near', near: ['FJ', 'FA'] },
  ...['tuin', 'tuin huiswerk', 'buurtf', 'taales', 'koken tuin buurt', 'feest'].flatMap((text) => [
    { text },
    { text, filters: { theme: ['jeugd'] } },
  ]),
];

describe('what a process holds', () => {
  test('after any edits answers as what is read anew', () => {
    fc.assert(
      fc.property(edits, (list) => {
        const grown = new MemoryIndex();
        const now = new Map<string, IndexRow>();
        for (const [number, given] of list) {
          const id = `initiative-${number}`;
          if (given === null) {
            grown.change([], [id]);
            now.delete(id);
          } else {
            grown.change([row(id, given)], []);
            now.set(id, row(id, given));
          }
          // asked in between, as a visitor may
          ask(grown, { text: 'tuin' });
        }
        const fresh = new MemoryIndex();
        fresh.change([...now.values()], []);
        for (const question of questions) expect(ask(grown, question)).toEqual(ask(fresh, question));
        const options = { kinds: ['initiative' as const], most: 5 };
        const likeOf = (index: MemoryIndex) => alike(index, 'tuin huiswerk buurt', options).map(({ id }) => id);
        expect(likeOf(grown)).toEqual(likeOf(fresh));
      }),
      { numRuns: 60, examples: [[leftItsArea]] },
    );
  });

  test('answers as whoever goes through all rows', () => {
    const filters = fc.record({
      theme: fc.uniqueArray(fc.constantFrom('groen', 'jeugd', 'nergens')),
      area: fc.uniqueArray(fc.constantFrom('FA', 'FJ')),
    });
    const money = fc.record({ from: fc.option(fc.nat(9)), to: fc.option(fc.nat(9)) });
    const asked = fc.record({ filters, money, sort: fc.constantFrom('newest', 'money') });
    fc.assert(
      fc.property(
        fc.array(some, { maxLength: 40 }),
        asked,
        fc.boolean(),
        fc.integer({ min: 1, max: 7 }),
        (...given) => {
          const [list, { filters: wanted, money: amounts, sort }, isByWord, limit] = given;
          const rows = list.map((each, place) => row(`initiative-${String(place).padStart(2, '0')}`, each));
          const index = new MemoryIndex();
          index.change(rows, []);
          // no other word looks like this one, so it is answered by itself alone
          const text = isByWord ? 'koken' : '';
          const question = { ...everything, text, filters: wanted, money: amounts, sort, limit } as const;

          const has = (one: IndexRow, facet: 'theme' | 'area') =>
            wanted[facet].length === 0 || wanted[facet].some((value) => one.values.includes(`${facet}/${value}`));
          const isWithin = ({ cents }: IndexRow) =>
            (amounts.from === null && amounts.to === null) ||
            (cents >= 0 && cents >= (amounts.from ?? 0) && cents <= (amounts.to ?? cents));
          const said = rows.filter((one) => (!isByWord || one.words.includes('koken')) && isWithin(one));
          const expected = said.filter((one) => has(one, 'theme') && has(one, 'area'));
          const key = (one: IndexRow) => (sort === 'money' ? one.cents : one.day);
          expected.sort((one, other) => key(other) - key(one) || (one.id < other.id ? -1 : 1));
          const counted = (facet: 'theme' | 'area', other: 'theme' | 'area') => {
            const values = said
              .filter((one) => has(one, other))
              .flatMap((one) => one.values.filter((value) => value.startsWith(`${facet}/`)));
            return Object.fromEntries(
              [...new Set(values)].map((value) => [value, values.filter((v) => v === value).length]),
            );
          };

          const { wishes } = understand(text, words, index.vocabulary);
          const paged: string[] = [];
          let cursor: Parameters<typeof look>[3] = null;
          do {
            const found: ReturnType<typeof look> = look(index, question, wishes, cursor);
            expect(found.total).toBe(expected.length);
            for (const [facet, other] of [
              ['theme', 'area'],
              ['area', 'theme'],
            ] as const)
              expect(
                Object.fromEntries(found.facets[facet]?.map(({ value, count }) => [`${facet}/${value}`, count]) ?? []),
              ).toEqual(counted(facet, other));
            paged.push(...found.first.slice(0, limit).map(({ id }) => id));
            const last = found.first[limit - 1];
            cursor = found.first.length > limit && last !== undefined ? { level: found.level, ...last } : null;
          } while (cursor !== null);
          expect(paged).toEqual(expected.map(({ id }) => id));
        },
      ),
    );
  });

  test('pages of a lenient level give each once', () => {
    const index = new MemoryIndex();
    const rows = Array.from({ length: 30 }, (_, place) =>
      row(`initiative-${String(place).padStart(2, '0')}`, { words: [place % 2 === 0 ? 'koken' : 'schaken', 'samen'] }),
    );
    index.change(rows, []);
    const question = { ...everything, text: 'koken schaken', limit: 7 };
    const { wishes } = understand(question.text, words, index.vocabulary);
    const paged: string[] = [];
    let cursor: Parameters<typeof look>[3] = null;
    do {
      const found: ReturnType<typeof look> = look(index, question, wishes, cursor);
      expect(found).toMatchObject({ total: 30 });
      expect(found.level).toBeGreaterThan(0);
      paged.push(...found.first.slice(0, 7).map(({ id }) => id));
      const last = found.first[6];
      cursor = found.first.length > 7 && last !== undefined ? { level: found.level, ...last } : null;
    } while (cursor !== null);
    expect(paged.sort()).toEqual(rows.map(({ id }) => id));
  });

  test('forgets a word that nothing has any more: it is never taken for what was meant', () => {
    const index = new MemoryIndex();
    index.change([row('a', { words: ['geheimzinnig'] }), row('b', { words: ['tuin'] })], []);
    expect(ask(index, { text: 'geheimzinnigg' }).corrected).toBe('geheimzinnig');
    index.change([row('a', { words: ['gewoon'] })], []);
    expect(ask(index, { text: 'geheimzinnigg' })).toMatchObject({ ids: [], corrected: null });
    index.change([row('c', { words: ['geheimzinnig'] })], []);
    expect(ask(index, { text: 'geheimzinnigg' }).corrected).toBe('geheimzinnig');
  });

  test('counts each of very many, and gives the first of them', () => {
    const index = new MemoryIndex();
    const many = Array.from({ length: 3000 }, (_, place) =>
      row(`initiative-${String(place).padStart(4, '0')}`, {
        words: ['tuin'],
        title: ['tuin'],
        values: [place % 3 === 0 ? 'theme/groen' : 'theme/jeugd'],
        day: place % 100,
      }),
    );
    index.change(many, []);
    const found = ask(index, { text: 'tuin', filters: { theme: ['groen'] }, sort: 'newest', limit: 2 });
    expect(found.total).toBe(1000);
    expect(found.facets.theme).toEqual([
      { value: 'jeugd', count: 2000 },
      { value: 'groen', count: 1000 },
    ]);
    expect(found.ids).toEqual(['initiative-0099', 'initiative-0399', 'initiative-0699']);
  });
});
