import { beforeAll, describe, expect, test } from 'vitest';
import { importInitiative } from '#app/modules/initiatives/commands/import-initiative.server.ts';
import { readListFilter } from '#app/modules/initiatives/list-filter.ts';
import { initiativeList } from '#app/modules/initiatives/queries/initiative-list.query.server.ts';
import { initiativePage } from '#app/modules/initiatives/queries/initiative-page.query.server.ts';
import { searchedInitiatives } from '#app/modules/search/queries/searched-initiatives.query.server.ts';
import { similarInitiatives } from '#app/modules/search/queries/similar-initiatives.query.server.ts';
import { searchOf } from '#app/modules/search/search-of.server.ts';
import { forgetful } from '#app/platform/remember.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { fillIndexOf } from '#tests/search/fill-index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import type { InitiativeFact } from '#prisma/programme/types.ts';
import { makeDistrict, signedIn, typedDraft, completePlan } from './plan.ts';

const own = useTestDatabase();

const fact = (given: Partial<InitiativeFact> & { slug: string; title: string; summary: string }): InitiativeFact => ({
  stage: 'running',
  stateNote: 'Het loopt.',
  themes: ['leefomgeving'],
  areas: [],
  body: 'wonen-en-leefomgeving',
  organisation: null,
  partners: [],
  source: 'paper',
  ...given,
});

const facts: InitiativeFact[] = [
  fact({
    slug: 'vuilnisoproer',
    title: 'Vuilnisoproer',
    summary: 'Bewoners maken samen de straat schoon en praten over afval.',
    areas: ['FE01'],
  }),
  fact({
    slug: 'energie',
    title: 'Energiecoöperatie Westerlicht',
    summary: 'Zonnepanelen op het dak van de buren.',
    themes: ['leefomgeving', 'wonen'],
    areas: ['FC'],
  }),
  fact({
    slug: 'studiezalen',
    title: 'Studiezalen',
    summary: 'Leerlingen maken er in alle rust hun huiswerk.',
    themes: ['democratie'],
    stage: 'completed',
    areas: ['FC02'],
  }),
  fact({
    slug: 'donut',
    title: 'Donut Coalitie',
    summary: 'Een economie die past bij mens en aarde.',
    stage: 'exploring',
    body: 'wijkalliantie-dichtersbuurt',
  }),
];

async function importAll(): Promise<boolean[]> {
  const rows = await own.database.body.findMany();
  const bodies = new Map(rows.map(({ slug, id }) => [slug, id]));
  const outcomes = [];
  for (const each of facts) {
    const order = {
      fact: each,
      paperDate: '2024-03-18',
      bodies,
      organisations: new Map<string, string>(),
      at: testNow,
    };
    outcomes.push(await own.database.$transaction((tx) => importInitiative(tx, order)));
  }
  return outcomes;
}

beforeAll(async () => {
  await makeDistrict(own.database);
  await own.database.sourcePaper.create({
    data: { key: 'paper', title: 'Verslag opgaveteam', date: new Date('2024-03-18') },
  });
  expect(await importAll()).toEqual([true, true, true, true]);
  await typedDraft(await signedIn(own.database), completePlan('Vuilnisoproer in het geheim'));
  await fillIndexOf(own.database, testNow);
});

const sources = () => ({ search: searchOf(own.database), database: own.database });

/** As the list does: by words where there are any. */
const find = async (query: string) => {
  const filter = readListFilter(new URLSearchParams(query));
  return filter.text === ''
    ? initiativeList({ database: own.database, remember: forgetful(own.database) }, filter, 'nl')
    : searchedInitiatives(sources(), filter, 'nl');
};
const slugs = async (query: string) => (await find(query)).cards.map(({ slug }) => slug);

describe('searching initiatives', () => {
  test.each([
    ['vuilnisoprer', ['vuilnisoproer']],
    ['VUILNISOPROER', ['vuilnisoproer']],
    ['vuilnis', ['vuilnisoproer']],
    ['energiecooperatie', ['energie']],
    ['energie coöperatie', ['energie']],
    ['energiecöoperatie westerlicht', ['energie']],
    ['studie zalen', ['studiezalen']],
    ['studizalen', ['studiezalen']],
    ['huiswerk', ['studiezalen']],
    ['de straat', ['vuilnisoproer']],
    ['zonnepaneel dak', ['energie']],
    // nothing has both: then what has one of them
    ['westerlicht vuilnisoproer', ['vuilnisoproer', 'energie']],
    ['xyzzy', []],
    ["'; drop table initiative; --", []],
    ['de', []],
  ])('for %j finds %j', async (text, expected) => {
    expect(await slugs(`zoek=${encodeURIComponent(text)}`)).toEqual(expected);
  });

  test('puts the title above the text', async () => {
    expect((await slugs('zoek=coalitie'))[0]).toBe('donut');
  });

  test('never finds a draft', async () => {
    expect(await slugs('zoek=geheim')).toEqual([]);
    expect((await find('')).total).toBe(4);
  });

  test.each([
    ['thema=wonen', ['energie']],
    ['thema=wonen&fase=klaar', []],
    ['fase=klaar', ['studiezalen']],
    ['team=wijkalliantie-dichtersbuurt', ['donut']],
    ['gebied=FE', ['vuilnisoproer']],
    ['gebied=FC&sorteer=titel', ['energie', 'studiezalen']],
    ['gebied=FC02&sorteer=titel', ['energie', 'studiezalen']],
    ['gebied=district', ['donut']],
    ["thema=wonen'--&sorteer=titel", ['donut', 'energie', 'studiezalen', 'vuilnisoproer']],
    ['pagina=999&sorteer=titel', ['donut', 'energie', 'studiezalen', 'vuilnisoproer']],
  ])('with %s shows %j', async (query, expected) => {
    expect(await slugs(query)).toEqual(expected);
  });

  test('counts what each choice leaves beside the others', async () => {
    const { options } = await find('thema=leefomgeving&fase=bezig');
    const counts = (list: { value: string; count: number }[]) =>
      Object.fromEntries(list.map(({ value, count }) => [value, count]));
    expect(counts(options.theme)).toEqual({ leefomgeving: 2, democratie: 0, cultuur: 0, wonen: 1 });
    expect(counts(options.stage)).toMatchObject({ bezig: 2, klaar: 0, verkennen: 1 });
    expect(counts(options.area)).toEqual({ FC: 1, FC02: 1, FE: 1, FE01: 1 });
    expect(options.district).toBe(0);
  });
});

describe('what resembles', () => {
  test.each([
    ['Een vuilnisoproer in Osdorp', 'vuilnisoproer'],
    ['Samen de straat schoonmaken', 'vuilnisoproer'],
    ['Zonnepanelen voor de flat', 'energie'],
    ['Een studiezaal in Slotermeer', 'studiezalen'],
  ])('%j is found', async (title, slug) => {
    expect((await similarInitiatives(sources(), title, { most: 5 })).map((found) => found.slug)).toContain(slug);
  });

  test.each(['', 'de', '%%%', 'Zwemles voor ouderen'])('%j resembles nothing', async (title) => {
    expect(await similarInitiatives(sources(), title, { most: 5 })).toEqual([]);
  });
});

describe('an initiative from a paper', () => {
  test('comes once, with its paper on the timeline', async () => {
    expect(await importAll()).toEqual([false, false, false, false]);
    const page = await initiativePage(own.database, 'vuilnisoproer', testNow, 'nl');
    expect(page).toMatchObject({
      stage: 'running',
      content: null,
      paper: { note: 'Het loopt.', title: 'Verslag opgaveteam', date: '2024-03-18' },
    });
    expect(page?.timeline.past).toMatchObject([{ kind: 'from-paper', reason: 'Het loopt.' }]);
  });
});
