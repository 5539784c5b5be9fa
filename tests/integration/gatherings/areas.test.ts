import { beforeAll, expect, test } from 'vitest';
import { copyAreas, removeArea, saveArea } from '#app/modules/gatherings/commands/change-areas.server.ts';
import { planGathering } from '#app/modules/gatherings/commands/plan-gathering.server.ts';
import { areasOfYear } from '#app/modules/gatherings/queries/areas.query.server.ts';
import { organiserDesk } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { instant } from '#app/kernel/instant.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { ruleOf } from '#tests/integration/scoring/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { as, contentFor, given, makeGathering, makeScene, type GatheringScene } from './scene.ts';

const own = useTestDatabase();
let scene: GatheringScene;

beforeAll(async () => {
  scene = await makeScene(own.database);
});

const organiser = async () => as(own.database, scene.editorId);

test('a buurt is in one area a year: chosen elsewhere it moves, and who was editing there hears of it', async () => {
  const oost = { areaId: null, year: 2026, revision: 0, name: 'Osdorp Oost', buurten: ['FK01', 'FJ02'] };
  const eastId = given(await saveArea(oost, await organiser()));
  const areas = await areasOfYear(own.database, 2026);
  expect(areas.map(({ name, buurten }) => [name, buurten.map(({ code }) => code)])).toEqual([
    ['Osdorp Midden', ['FJ01']],
    ['Osdorp Oost', ['FJ02', 'FK01']],
  ]);
  const stale = { areaId: scene.areaId, year: 2026, revision: 1, name: 'Osdorp Midden', buurten: ['FJ01', 'FJ02'] };
  expect(await saveArea(stale, await organiser())).toMatchObject({ reason: 'changed-meanwhile' });
  const twice = own.database.gatheringAreaBuurt.create({
    data: { year: 2026, areaCode: 'FJ01', gatheringAreaId: eastId },
  });
  await expect(twice).rejects.toThrow();
  const wijk = own.database.gatheringAreaBuurt.create({
    data: { year: 2026, areaCode: 'FJ', gatheringAreaId: eastId },
  });
  expect(await ruleOf(wijk)).toBe('gathering_area_of_buurten');
});

test('the next year begins with those of the last', async () => {
  expect(given(await copyAreas({ year: 2027 }, await organiser()))).toBe(2);
  expect(await copyAreas({ year: 2027 }, await organiser())).toMatchObject({ reason: 'areas-there' });
  const names = async (year: number) => (await areasOfYear(own.database, year)).map(({ name }) => name);
  expect(await names(2027)).toEqual(await names(2026));
});

test('a gathering is in an area of its own year, and such an area stays', async () => {
  const content = contentFor(scene.areaId, {
    startsAt: instant('2027-03-03T18:30:00Z'),
    endsAt: instant('2027-03-03T20:30:00Z'),
  });
  const planned = await planGathering({ formKey: newId(), content }, await organiser());
  expect(planned).toMatchObject({ reason: 'area-of-year' });
  await makeGathering(own.database, scene);
  const { revision } = await own.database.gatheringArea.findUniqueOrThrow({ where: { id: scene.areaId } });
  expect(await removeArea({ areaId: scene.areaId, revision }, await organiser())).toMatchObject({
    reason: 'area-in-use',
  });
});

test('the desk names the areas that have none this half year', async () => {
  const { actor } = await organiser();
  const desk = await organiserDesk(own.database, actor, testNow);
  expect(desk.season).toEqual({ year: 2026, half: 'autumn' });
  expect(desk.missing?.map(({ name }) => name)).toEqual(['Osdorp Oost']);
});

test('others change nothing', async () => {
  const resident = await as(own.database, await makePerson(own.database));
  const area = { areaId: null, year: 2026, revision: 0, name: 'Elders', buurten: [] };
  expect(await saveArea(area, resident)).toMatchObject({ reason: 'role-needed' });
  const plan = { formKey: newId(), content: contentFor(scene.areaId) };
  expect(await planGathering(plan, resident)).toMatchObject({ reason: 'role-needed' });
});
