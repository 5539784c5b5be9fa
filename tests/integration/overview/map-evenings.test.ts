import { expect, test } from 'vitest';
import { addMinutes } from '#app/kernel/instant.ts';
import { mapArea } from '#app/modules/overview/queries/map-area.query.server.ts';
import { mapView } from '#app/modules/overview/queries/map.query.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { makeGathering, makeScene, startsAt } from '#tests/integration/gatherings/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
const all = { theme: '', stage: '' } as const;
const aYear = 366 * 24 * 60;

async function counted(now = testNow) {
  const { areas, total } = await mapView(own.database, all, now);
  const at = Object.fromEntries(areas.flatMap(({ code, evenings }) => (evenings === 0 ? [] : [[code, evenings]])));
  return { at, total: total.evenings };
}

test('evenings stand in every buurt of their area, for a year after they were', async () => {
  const scene = await makeScene(own.database);
  const buurten = await own.database.gatheringAreaBuurt.findMany({ where: { gatheringAreaId: scene.areaId } });
  const codes = buurten.map(({ areaCode }) => areaCode);
  expect(codes.length).toBeGreaterThan(1);
  const { slug } = await makeGathering(own.database, scene);
  // several buurten of one wijk are one evening there
  const everywhere = [...codes, ...codes.map((code) => code.slice(0, 2))];
  expect((await counted()).at).toEqual(Object.fromEntries(everywhere.map((code) => [code, 1])));
  expect((await counted()).total).toBe(1);
  const here = await mapArea(own.database, { ...all, area: 'FJ' }, testNow);
  expect(here?.evenings).toMatchObject([{ slug, isToCome: true, startsAt }]);
  expect((await counted(addMinutes(startsAt, aYear))).at).toEqual({});
});
