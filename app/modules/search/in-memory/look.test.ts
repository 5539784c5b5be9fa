import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question } from '../port.ts';
import { few, levelsOf, says, exact, sure, type Level } from '../words/levels.ts';
import { bands, pointsOfBand, pointsOfForm } from '../words/points.ts';
import { stemOf } from '../words/stem.ts';
import { understand, type Way, type Wish } from '../words/understand.ts';
import { keepInAtLeast, listBits } from './bits.ts';
import { look } from './look.ts';
import { MemoryIndex, type IndexRow } from './memory-index.ts';

const places = [{ name: 'Osdorp', areas: ['FJ'] }];
const programme = { synonyms: [], places };

const question: Question = {
  ...{ text: '', filters: {}, money: { from: null, to: null }, near: null, sort: 'relevance', cursor: null },
  ...{ limit: 100, facets: ['theme', 'area'] },
};

const spelled = ['tuin', 'tuinen', 'speeltuin', 'tuinfeest', 'huiswerk', 'huiswerkclub', 'taalles', 'buurt', 'ruimte'];
const rowsOf = fc.array(
  fc.record({
    words: fc.uniqueArray(fc.constantFrom(...spelled), { minLength: 1, maxLength: 5 }),
    title: fc.uniqueArray(fc.constantFrom(...new Set(spelled.map(stemOf))), { maxLength: 6 }),
    values: fc.uniqueArray(fc.constantFrom('theme/groen', 'theme/jeugd', 'area/FA', 'area/FJ')),
    day: fc.integer({ min: 0, max: 9 }),
    cents: fc.integer({ min: -1, max: 9 }),
  }),
  { maxLength: 70 },
);
const asked = fc.record({
  text: fc
    .uniqueArray(fc.constantFrom(...spelled, 'taales', 'feest', 'tuinf', 'osdorp', 'club'), {
      minLength: 1,
      maxLength: 5,
    })
    .map((words) => words.join(' ')),
  filters: fc.record({
    theme: fc.uniqueArray(fc.constantFrom('groen', 'jeugd')),
    area: fc.uniqueArray(fc.constantFrom('FA', 'FJ')),
  }),
  sort: fc.constantFrom('relevance' as const, 'newest' as const),
  limit: fc.integer({ min: 1, max: 12 }),
});

/** The band of points by which a row answers a wish; none: -1. */
function bandOf(row: IndexRow, wish: Wish): number {
  const stems = new Set(row.words.map(stemOf));
  const isSaid = ({ stems: all, area }: Way, inTitle: boolean): boolean =>
    area === null
      ? all.every((stem) => (inTitle ? row.title.includes(stem) : stems.has(stem)))
      : !inTitle && row.values.includes(`area/${area}`);
  return bands.findIndex(({ from, below, inTitle }) =>
    wish.ways.some((way) => says(way) && way.weight >= from && way.weight < below && isSaid(way, inTitle)),
  );
}

/** Goes through all rows, one by one. */
function lookAtEach(rows: readonly IndexRow[], given: Question, wishes: readonly Wish[]) {
  const judged = rows.map((row) => {
    const answered = wishes.map((wish) => bandOf(row, wish));
    const bits = (from: number): number =>
      answered.reduce(
        (sum, band, place) => (band >= 0 && (bands[band]?.from ?? 0) >= from ? sum | (1 << place) : sum),
        0,
      );
    const worth = wishes.map((wish, place) => {
      const band = bands[answered[place] ?? -1];
      return band === undefined ? 0 : pointsOfBand(wish, band);
    });
    const form = pointsOfForm(row.title.length, new Set(row.words.map(stemOf)).size);
    const key = given.sort === 'newest' ? row.day : worth.reduce((sum, each) => sum + each, form);
    return { row, key, exact: bits(exact), sure: bits(sure), any: bits(0) };
  });
  const isOf = (level: Level, one: (typeof judged)[number]): boolean =>
    (one.exact & level.exact) === level.exact &&
    (one.sure & level.sure) === level.sure &&
    (one.any & level.any) === level.any &&
    [...(one.any & level.some).toString(2)].filter((digit) => digit === '1').length >= level.least;
  const passes = ({ values }: IndexRow, facet: 'theme' | 'area'): boolean => {
    const wanted = given.filters[facet] ?? [];
    return wanted.length === 0 || wanted.some((value) => values.includes(`${facet}/${value}`));
  };
  const all = levelsOf(wishes).map((level) => judged.filter((one) => isOf(level, one)));
  const sizes = all.map((some) => some.filter(({ row }) => passes(row, 'theme') && passes(row, 'area')).length);
  const enough = sizes.findIndex((size) => size >= few);
  const level = enough >= 0 ? enough : Math.max(0, sizes.indexOf(Math.max(...sizes)));
  const said = all[level] ?? [];
  const found = said.filter(({ row }) => passes(row, 'theme') && passes(row, 'area'));
  found.sort((one, other) => other.key - one.key || (one.row.id < other.row.id ? -1 : 1));
  const counts = (['theme', 'area'] as const).map((facet) => {
    const rest = said.filter(({ row }) => passes(row, facet === 'theme' ? 'area' : 'theme'));
    const values = rest.flatMap(({ row }) => row.values.filter((value) => value.startsWith(`${facet}/`)));
    return Object.fromEntries([...new Set(values)].map((each) => [each, values.filter((v) => v === each).length]));
  });
  return { level, total: found.length, first: found.map(({ row, key }) => [row.id, key]), counts };
}

describe('looking by sets of documents', () => {
  test('gives for any words what going through all rows gives: level, total, order, points and counts', () => {
    fc.assert(
      fc.property(rowsOf, asked, (given, ask) => {
        const rows = given.map((each, place) => ({ ...each, id: `initiative-${String(place).padStart(2, '0')}` }));
        const index = new MemoryIndex();
        // dead ones in between
        index.change(
          rows.map((row) => ({ ...row, words: ['buurt'] })),
          [],
        );
        index.change(rows, []);
        const wanted: Question = { ...question, ...ask };
        const { wishes } = understand(wanted.text, programme, index.vocabulary);
        if (wishes.length === 0) return;
        const expected = lookAtEach(rows, wanted, wishes);
        const { level, total, first, facets } = look(index, wanted, wishes, null);
        expect({ level, total }).toEqual({ level: expected.level, total: expected.total });
        expect(first.map(({ id, key }) => [id, key])).toEqual(expected.first.slice(0, wanted.limit + 1));
        expect(
          (['theme', 'area'] as const).map((facet) =>
            Object.fromEntries(facets[facet]?.map(({ value, count }) => [`${facet}/${value}`, count]) ?? []),
          ),
        ).toEqual(expected.counts);
      }),
      { numRuns: 300 },
    );
  });

  test('a short title comes before a long one that has a word which tells little', () => {
    const index = new MemoryIndex();
    const long = ['ruimt', 'een', 'twee', 'drie', 'vier', 'vijf'];
    const rows = Array.from({ length: 9 }, (_, place) => ({
      ...{ id: `initiative-${place}`, words: ['ruimte'], title: place < 8 ? long : ['een'] },
      ...{ values: [], day: 0, cents: 0 },
    }));
    index.change(rows, []);
    const wanted: Question = { ...question, text: 'ruimte ', limit: 1 };
    const { wishes } = understand(wanted.text, programme, index.vocabulary);
    expect(look(index, wanted, wishes, null).first.map(({ id }) => id)).toEqual(['initiative-8', 'initiative-0']);
  });

  test('what answers the need comes first, where it was asked for before elsewhere, and what is only named after the place last', () => {
    const index = new MemoryIndex();
    const row = (id: string, title: string, rest: string, ...areas: string[]): IndexRow => ({
      ...{ id, day: 0, cents: 0, values: areas.map((area) => `area/${area}`) },
      words: [...new Set([...title.split(' '), ...rest.split(' ')])],
      title: title.split(' ').map(stemOf),
    });
    index.change(
      [
        row('gathering-named', 'avond osdorp', 'ruimte huis werk initiatieven', 'FJ'),
        row('initiative-elsewhere', 'huiswerk maken', 'slotervaart bieb', 'FL'),
        row('initiative-there', 'samen leren', 'kinderen huiswerk thee', 'FJ'),
        row('initiative-room', 'ruimte delen', 'osdorp zaal', 'FJ'),
        ...Array.from({ length: 40 }, (_, place) => row(`initiative-${place}`, 'wandelen', 'huis werk park', 'FA')),
      ],
      [],
    );
    const wanted: Question = { ...question, text: 'ruimte voor huiswerk osdorp' };
    const { wishes } = understand(wanted.text, programme, index.vocabulary);
    const found = look(index, wanted, wishes, null).first.map(({ id }) => id);
    expect(found.slice(0, 2)).toEqual(['initiative-there', 'initiative-elsewhere']);
  });

  test('what is in at least so many of some sets', () => {
    const sets = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 99 })), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(sets, fc.integer({ min: 0, max: 12 }), (lists, least) => {
        const bitsOf = (list: readonly number[]): Uint32Array => {
          const bits = new Uint32Array(4);
          for (const each of list) bits[each >>> 5] = (bits[each >>> 5] ?? 0) | (1 << (each & 31));
          return bits;
        };
        const all = Array.from({ length: 100 }, (_, number) => number);
        const found = bitsOf(all);
        keepInAtLeast(found, lists.map(bitsOf), least, 4);
        const into = new Uint32Array(128);
        const count = listBits(found, 4, into);
        expect([...into.subarray(0, count)]).toEqual(
          all.filter((number) => lists.filter((list) => list.includes(number)).length >= least),
        );
      }),
    );
  });
});
