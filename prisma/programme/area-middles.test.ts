import { expect, test } from 'vitest';
import { areaMiddles } from './area-middles.ts';
import { areaLabels } from './area-shapes.ts';
import { areas } from './areas.ts';

const middles = new Map(areaMiddles(areas, areaLabels).map((middle) => [middle.code, middle]));

/** As the crow flies between two points on earth, in metres (haversine). */
function onEarth(one: { lon: number; lat: number }, other: { lon: number; lat: number }): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [up, across] = [radians(other.lat - one.lat) / 2, radians(other.lon - one.lon) / 2];
  const chord = Math.sin(up) ** 2 + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * Math.sin(across) ** 2;
  return 2 * 6_371_000 * Math.asin(Math.sqrt(chord));
}

test('every area has a middle', () => {
  expect([...middles.keys()]).toEqual(areas.map(({ code }) => code));
});

test('distances are those on the ground, within one in a hundred', () => {
  const buurten = areas.filter(({ level }) => level === 'buurt').map(({ code }) => code);
  for (const one of buurten)
    for (const other of buurten) {
      const [a, b] = [middles.get(one)!, middles.get(other)!];
      const metres = Math.hypot(a.east - b.east, a.south - b.south);
      expect(Math.abs(metres - onEarth(areaLabels[one]!, areaLabels[other]!))).toBeLessThan(5 + metres / 100);
    }
});

test('the middle of a wijk lies among its buurten', () => {
  const wijk = middles.get('FK')!;
  const own = areas.filter(({ parent }) => parent === 'FK').map(({ code }) => middles.get(code)!);
  expect(wijk.east).toBeGreaterThan(Math.min(...own.map(({ east }) => east)));
  expect(wijk.east).toBeLessThan(Math.max(...own.map(({ east }) => east)));
});
