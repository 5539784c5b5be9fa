import { beforeAll, describe, expect, test } from 'vitest';
import { readBuurtenFile } from '#app/modules/programme/buurten-file.ts';
import { importAreaShapes } from '#app/modules/programme/commands/import-area-shapes.server.ts';
import { loadProgramme } from '#app/modules/programme/commands/load-programme.server.ts';
import { areaShapes, buurtCodes } from '#app/modules/programme/queries/area-shapes.query.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();

async function shapesIn(features: { code: string; west: number }[]) {
  const text = JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(({ code, west }) => ({
      type: 'Feature',
      properties: { code },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [west, 52.35],
            [west + 0.01, 52.35],
            [west, 52.36],
            [west, 52.35],
          ],
        ],
      },
    })),
  });
  const read = readBuurtenFile(text, await buurtCodes(own.database));
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
  return read.shapes;
}

beforeAll(() => loadProgramme(own.database));

describe('official borders', () => {
  test('without a file every buurt is as drawn', async () => {
    const { features } = await areaShapes(own.database);
    expect(features).toHaveLength(73);
    expect(features.every(({ properties }) => !properties.isOfficial)).toBe(true);
  });

  test('take the place of the drawn ones, and importing them again changes nothing', async () => {
    const shapes = await shapesIn([
      { code: 'FK01', west: 4.8 },
      { code: 'FK02', west: 4.81 },
    ]);
    const first = await importAreaShapes(own.database, shapes, testNow);
    expect(first.changed).toBe(2);
    expect(first.missing).toHaveLength(71);
    expect((await importAreaShapes(own.database, shapes, testNow)).changed).toBe(0);
    const moved = await shapesIn([
      { code: 'FK01', west: 4.8 },
      { code: 'FK02', west: 4.82 },
    ]);
    expect((await importAreaShapes(own.database, moved, testNow)).changed).toBe(1);
    const official = (await areaShapes(own.database)).features.filter(({ properties }) => properties.isOfficial);
    expect(
      official.map(({ properties, geometry }) => [properties.code, properties.wijk, geometry.coordinates[0]]),
    ).toEqual([
      [
        'FK01',
        'FK',
        [
          [4.8, 52.35],
          [4.81, 52.35],
          [4.8, 52.36],
          [4.8, 52.35],
        ],
      ],
      [
        'FK02',
        'FK',
        [
          [4.82, 52.35],
          [4.82 + 0.01, 52.35],
          [4.82, 52.36],
          [4.82, 52.35],
        ],
      ],
    ]);
  });

  test.each([
    ['a wijk', 'area_shape_of_a_buurt', { areaCode: 'FK' }],
    ['a line', 'area_shape_is_an_area', { geometry: { type: 'LineString', coordinates: [] } }],
    ['metres', 'area_shape_in_degrees', { east: 115_000 }],
    ['a middle elsewhere', 'area_shape_middle_inside', { middleLat: 51 }],
  ])('the database refuses %s', async (_what, rule, change) => {
    const good = {
      areaCode: 'FK03',
      geometry: { type: 'Polygon', coordinates: [] },
      west: 4.8,
      south: 52.3,
      east: 4.9,
      north: 52.4,
    };
    const row = { ...good, middleLat: 52.35, middleLon: 4.85, importedAt: testNow, ...change };
    await expect(own.database.areaShape.create({ data: row })).rejects.toThrow(`"${rule}"`);
  });
});
