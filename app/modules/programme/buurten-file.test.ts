import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { areaPoints } from '#prisma/programme/area-points.ts';
import { areas } from '#prisma/programme/areas.ts';
import { boxOf, innerPoint, type AreaGeometry, type Position } from './area-shape.ts';
import { readBuurtenFile } from './buurten-file.ts';
import { drawnShape } from './drawn-shapes.ts';

const known = new Set(['FK01', 'FK02']);
const square = (west: number, south: number, size = 0.01): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const feature = (code: unknown, ring: Position[] = square(4.8, 52.35)) => ({
  type: 'Feature',
  properties: { code },
  geometry: { type: 'Polygon', coordinates: [ring] },
});
const fileOf = (features: object[], more: object = {}) =>
  JSON.stringify({ type: 'FeatureCollection', features, ...more });
const mistakesOf = (text: string) => {
  const read = readBuurtenFile(text, known);
  return read.ok ? [] : read.mistakes.map(({ feature: number, text: problem }) => `${String(number)}: ${problem}`);
};

describe('a file of buurten', () => {
  test('gives for each buurt its border, its box and a point inside', () => {
    const read = readBuurtenFile(fileOf([feature('FK01'), feature('BU0363FK02', square(4.81, 52.35))]), known);
    expect(read.ok && read.shapes.map(({ code, box, middle }) => ({ code, box, middle }))).toEqual([
      { code: 'FK01', box: { west: 4.8, south: 52.35, east: 4.81, north: 52.36 }, middle: { lat: 52.355, lon: 4.805 } },
      {
        code: 'FK02',
        box: { west: 4.81, south: 52.35, east: 4.81 + 0.01, north: 52.36 },
        middle: { lat: 52.355, lon: 4.815 },
      },
    ]);
  });

  test.each([
    ['no JSON', 'code;naam', /no JSON/],
    ['no collection', '{"type":"Feature"}', /no GeoJSON FeatureCollection/],
    [
      'says Rijksdriehoek',
      fileOf([feature('FK01')], { crs: { properties: { name: 'urn:ogc:def:crs:EPSG::28992' } } }),
      /28992.*ogr2ogr/,
    ],
    [
      'is in Rijksdriehoek',
      fileOf([feature('FK01', square(115_000, 485_000, 100))]),
      /1: FK01: .*115000, 485000 are no degrees/,
    ],
    ['north before east', fileOf([feature('FK01', square(52.35, 4.8))]), /1: FK01: degrees to the north stand first/],
    ['somewhere else', fileOf([feature('FK01', square(-74, 40.7))]), /not in the Netherlands/],
    ['no code', fileOf([feature('FK01'), feature(undefined)]), /2: has no code/],
    ['another buurt', fileOf([feature('KA01')]), /1: KA01 is no buurt of the district/],
    ['twice', fileOf([feature('FK01'), feature('FK01')]), /2: FK01 is in the file twice/],
    ['an open border', fileOf([feature('FK01', square(4.8, 52.35).slice(0, 4))]), /must end where it begins/],
    [
      'a point',
      fileOf([
        { type: 'Feature', properties: { code: 'FK01' }, geometry: { type: 'Point', coordinates: [4.8, 52.3] } },
      ]),
      /no Polygon/,
    ],
    ['no place', fileOf([{ type: 'Feature', properties: { code: 'FK01' }, geometry: null }]), /no Polygon/],
  ])('is refused when it is or has: %s', (_what, text, problem) => {
    expect(mistakesOf(text)).toEqual([expect.stringMatching(problem)]);
  });

  test('has all its mistakes told at once', () => {
    expect(mistakesOf(fileOf([feature('KA01'), feature(''), feature('FK01')]))).toHaveLength(2);
  });

  test('of the whole city gives the buurten of the district, when that is asked', () => {
    const read = readBuurtenFile(fileOf([feature('KA01'), feature('FK01')]), known, true);
    expect(read).toMatchObject({ ok: true, skipped: ['KA01'], shapes: [{ code: 'FK01' }] });
    expect(readBuurtenFile(fileOf([feature('KA01')]), known, true)).toMatchObject({ ok: false });
  });
});

test('the point of a bent area lies in it, not in its hollow', () => {
  const horseshoe: AreaGeometry = {
    type: 'Polygon',
    coordinates: [
      [
        [4.8, 52.3],
        [4.83, 52.3],
        [4.83, 52.33],
        [4.82, 52.33],
        [4.82, 52.31],
        [4.81, 52.31],
        [4.81, 52.33],
        [4.8, 52.33],
        [4.8, 52.3],
      ],
    ],
  };
  const { lat, lon } = innerPoint(horseshoe);
  expect(lat < 52.31 || lon < 4.81 || lon > 4.82).toBe(true);
});

const official = new URL('../../../../shared/data/buurten-nieuw-west.geojson', import.meta.url);

describe('the drawn map', () => {
  test('has every point in its buurt', () => {
    for (const [code, { lat, lon }] of Object.entries(areaPoints).filter(([one]) => one.length === 4)) {
      const { west, south, east, north } = boxOf(drawnShape(code)!);
      expect(lon > west && lon < east && lat > south && lat < north, code).toBe(true);
    }
    expect(drawnShape('FK')).toBeNull();
  });

  test.runIf(existsSync(official))('lies where the official borders are', () => {
    const read = readBuurtenFile(readFileSync(official, 'utf8'), new Set(areas.map(({ code }) => code)));
    if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
    expect(read.shapes).toHaveLength(73);
    for (const { code, box, middle } of read.shapes) {
      const drawn = boxOf(drawnShape(code)!);
      for (const side of ['west', 'south', 'east', 'north'] as const)
        expect(Math.abs(drawn[side] - box[side]), `${code} ${side}`).toBeLessThan(0.0002);
      expect(areaPoints[code]).toEqual(middle);
    }
  });
});
