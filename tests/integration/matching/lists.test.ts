import { beforeEach, describe, expect, test } from 'vitest';
import type { Reason } from '#app/modules/matching/explain.ts';
import { matchAll, matchChanged } from '#app/modules/matching/commands/match-portfolios.server.ts';
import { loadProgramme } from '#app/modules/programme/commands/load-programme.server.ts';
import { openDatabase } from '#app/platform/database.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { addLine, listOf, makeGroup, marked, settle } from './marketplace.ts';

const db = useTestDatabase();

beforeEach(async () => {
  await db.database.portfolio.deleteMany();
  await db.database.area.createMany({
    data: [
      { code: 'T', name: 'Een wijk', level: 'wijk' },
      { code: 'T01', name: 'Noord', level: 'buurt', parentCode: 'T', eastMetres: 1000, southMetres: 1000 },
      { code: 'T02', name: 'Zuid', level: 'buurt', parentCode: 'T', eastMetres: 1000, southMetres: 1800 },
    ],
    skipDuplicates: true,
  });
});

const room = ['offer', 'space', 'Een zaal op zaterdag, met stroom'] as const;
const wantsRoom = ['need', 'space', 'Wij zoeken een ruimte op zaterdag'] as const;

describe('lists', () => {
  test('bring together who needs and who offers, each with its reasons, and forget the mark', async () => {
    const seeker = await makeGroup(db.database, { name: 'Repareercafé', areas: ['T01'], lines: [wantsRoom] });
    const house = await makeGroup(db.database, { name: 'Ru Paré', areas: ['T02'], lines: [room] });
    await settle(db.database);

    expect(await listOf(db.database, seeker)).toEqual([house]);
    expect(await listOf(db.database, house)).toEqual([seeker]);
    expect(await marked(db.database)).toEqual([]);
    const found = await db.database.matchSuggestion.findFirstOrThrow({ where: { portfolioId: seeker } });
    const [need] = await db.database.portfolioLine.findMany({ where: { portfolioId: seeker } });
    const [offer] = await db.database.portfolioLine.findMany({ where: { portfolioId: house } });
    const reasons = found.reasons as unknown as Reason[];
    expect(reasons).toMatchObject([
      { part: 'they-offer', need: need!.id, offer: offer!.id, wordsAlike: true },
      { part: 'near', metres: 800 },
      { part: 'stage' },
    ]);
    expect(reasons.reduce((sum, reason) => sum + reason.points, 0)).toBeCloseTo(found.score, 9);
  });

  test('are the same after one change as when all are made anew', async () => {
    for (let place = 0; place < 30; place += 1)
      await makeGroup(db.database, {
        areas: [place % 2 === 0 ? 'T01' : 'T02'],
        lines: [place % 3 === 0 ? wantsRoom : room, ['need', 'people', `Hulp bij klus ${String(place % 5)}`]],
      });
    await matchAll(db.database, testNow);
    const portfolios = await db.database.portfolio.findMany({ orderBy: { id: 'asc' } });
    const changed = portfolios[7]!.id;
    await addLine(db.database, changed, ['offer', 'people', 'Wij helpen bij elke klus']);
    await settle(db.database);
    const afterChange = await listOf(db.database, changed);
    await matchAll(db.database, testNow);

    expect(afterChange.length).toBeGreaterThan(5);
    expect(new Set(await listOf(db.database, changed))).toEqual(new Set(afterChange));
  });

  test('lose who closes at once, and fill up', async () => {
    const seeker = await makeGroup(db.database, { lines: [wantsRoom] });
    const [first, second] = [
      await makeGroup(db.database, { lines: [room] }),
      await makeGroup(db.database, { lines: [room] }),
    ];
    await settle(db.database);
    expect(new Set(await listOf(db.database, seeker))).toEqual(new Set([first, second]));

    await db.database.portfolio.update({ where: { id: first }, data: { state: 'closed' } });
    await settle(db.database);
    expect(await listOf(db.database, seeker)).toEqual([second]);
    expect(await listOf(db.database, first)).toEqual([]);

    await db.database.portfolio.update({ where: { id: first }, data: { state: 'open' } });
    await settle(db.database);
    expect(await listOf(db.database, seeker)).toHaveLength(2);
  });

  test('do not bring back who was dismissed, until that is taken back', async () => {
    const seeker = await makeGroup(db.database, { lines: [wantsRoom] });
    const house = await makeGroup(db.database, { lines: [room] });
    await settle(db.database);
    const dismissal = { portfolioId: seeker, otherId: house };
    await db.database.suggestionDismissal.create({
      data: { ...dismissal, byId: await makePerson(db.database), at: testNow },
    });
    expect(await marked(db.database)).toEqual([seeker]);
    for (const again of [settle, async () => matchAll(db.database, testNow)]) {
      await again(db.database);
      expect(await listOf(db.database, seeker)).toEqual([]);
      // the other may still find them
      expect(await listOf(db.database, house)).toEqual([seeker]);
    }
    await db.database.suggestionDismissal.delete({ where: { portfolioId_otherId: dismissal } });
    await settle(db.database);
    expect(await listOf(db.database, seeker)).toEqual([house]);
  });

  test('show a portfolio that fits nobody to somebody', async () => {
    for (let place = 0; place < 16; place += 1)
      await makeGroup(db.database, { lines: [place % 2 === 0 ? wantsRoom : room], areas: ['T01'] });
    await settle(db.database);
    const lonely = await makeGroup(db.database, { about: 'Vlinders tellen' });
    await settle(db.database);

    const shown = await db.database.matchSuggestion.findMany({ where: { otherId: lonely } });
    expect(shown).toMatchObject([{ place: 'fair' }]);
    // and with a reason of its own it needs no such place
    await addLine(db.database, lonely, room);
    await settle(db.database);
    const places = await db.database.matchSuggestion.findMany({ where: { otherId: lonely } });
    expect(new Set(places.map(({ place }) => place))).toEqual(new Set(['ranked']));
  });
});

describe('the work behind them', () => {
  test('two at the same instant do it once, without a trace of the other', async () => {
    const seeker = await makeGroup(db.database, { lines: [wantsRoom] });
    const house = await makeGroup(db.database, { lines: [room] });
    await Promise.all([settle(db.database), matchAll(db.database, testNow), settle(db.database)]);
    expect(await listOf(db.database, seeker)).toEqual([house]);
    expect(await marked(db.database)).toEqual([]);
  });

  test('stopped halfway, it leaves the lists as they were and is still to be done', async () => {
    const seeker = await makeGroup(db.database, { lines: [wantsRoom] });
    await makeGroup(db.database, { lines: [room] });
    await settle(db.database);
    const before = await db.database.matchSuggestion.findMany({ orderBy: { otherId: 'asc' } });
    await addLine(db.database, seeker, ['offer', 'skills', 'Wij koken']);
    await db.database.$executeRaw`
      create function power_cut() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$`;
    await db.database
      .$executeRaw`create trigger power_cut after insert on match_suggestion execute function power_cut()`;
    await expect(matchChanged(db.database, testNow)).rejects.toThrow();
    await db.database.$executeRaw`drop function power_cut cascade`;

    expect(await db.database.matchSuggestion.findMany({ orderBy: { otherId: 'asc' } })).toEqual(before);
    expect(await marked(db.database)).toEqual([seeker]);
    await settle(db.database);
    expect(await marked(db.database)).toEqual([]);
  });

  test('what another process made is read, though this one knows it from before', async () => {
    const seeker = await makeGroup(db.database, { lines: [wantsRoom] });
    const house = await makeGroup(db.database, { lines: [['offer', 'skills', 'Koken']] });
    const placeOfHouse = async () =>
      (await db.database.matchSuggestion.findFirst({ where: { portfolioId: seeker, otherId: house } }))?.place;
    await settle(db.database);
    expect(await placeOfHouse()).toBe('fair');
    const elsewhere = openDatabase(db.url);
    await addLine(elsewhere, house, room);
    await settle(elsewhere);
    await elsewhere.$disconnect();
    await addLine(db.database, seeker, ['offer', 'people', 'Sterke armen']);
    await settle(db.database);
    expect(await placeOfHouse()).toBe('ranked');
  });

  test('a change while it runs is not forgotten', async () => {
    const seeker = await makeGroup(db.database, { lines: [wantsRoom] });
    const late = await makeGroup(db.database, { lines: [room] });
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    // marked before, ready after the work read what waits: its number is the lower one
    const slow = db.database.$transaction(
      async (tx) => {
        await tx.portfolio.update({ where: { id: late }, data: { about: 'Een huis vol vlinders' } });
        await held;
      },
      { timeout: 60_000 },
    );
    await db.database.matchTodo.deleteMany();
    await addLine(db.database, seeker, ['offer', 'skills', 'Wij koken']);
    await settle(db.database);
    release();
    await slow;
    expect(await marked(db.database)).toEqual([late]);
  });
});

test.each([
  ['Ouders met tijd', 'Bezoek aan ouderen', false],
  ['Bezoek aan ouderen', 'Veel senioren', true],
  ['Een vergaderruimte', 'Een ruimte', false],
  ['Café', 'cafe', true],
])('the stems of “%s” and “%s” meet: %s', async (one, other, meet) => {
  const [{ both }] = await db.database.$queryRaw<[{ both: boolean }]>`
    select dutch_stems(${one}) && dutch_stems(${other}) as both`;
  expect(both).toBe(meet);
});

test('a word finds another of its group, at the end of a longer one too', async () => {
  const seeker = await makeGroup(db.database, { lines: [['need', 'space', 'Een vergaderzaal']] });
  await makeGroup(db.database, { lines: [['offer', 'space', 'Onze buurtkamer']] });
  await settle(db.database);
  const found = await db.database.matchSuggestion.findFirstOrThrow({ where: { portfolioId: seeker } });
  expect(found.reasons).toContainEqual(expect.objectContaining({ part: 'they-offer', wordsAlike: true }));
});

test('loading the programme says where areas lie, also of an installation that had them already', async () => {
  await db.database.area.create({ data: { code: 'FK', name: 'Osdorp-Oost', level: 'wijk' } });
  await loadProgramme(db.database);
  const placed = await db.database.area.findMany({ where: { code: { startsWith: 'FK' } } });
  expect(placed.length).toBeGreaterThan(1);
  for (const { eastMetres, southMetres } of placed) expect(eastMetres * southMetres).toBeGreaterThan(0);
});
