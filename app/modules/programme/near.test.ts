import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaPoints } from '#prisma/programme/area-points.ts';
import { areas } from '#prisma/programme/areas.ts';
import { nearestBuurten } from './near.ts';

test('every buurt has a point, and is the nearest to it', () => {
  expect(Object.keys(areaPoints)).toEqual(areas.map(({ code }) => code));
  for (const { code, level } of areas) {
    const { lat, lon } = areaPoints[code]!;
    const nearest = nearestBuurten(lat, lon)[0]!;
    if (level === 'buurt') expect(nearest).toEqual({ code, metres: 0 });
    else expect(nearest.code).toContain(code);
  }
});

test('from near to far, whatever the place', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 52, max: 53, noNaN: true }),
      fc.double({ min: 4, max: 5.5, noNaN: true }),
      (lat, lon) => {
        const metres = nearestBuurten(lat, lon).map((one) => one.metres);
        expect(metres).toHaveLength(73);
        expect(metres).toEqual(metres.toSorted((a, b) => a - b));
      },
    ),
  );
});

test('distances are in metres', () => {
  // the Osdorpplein and the Westerpark are some 4.6 km apart
  const [first] = nearestBuurten(52.3867, 4.8736);
  expect(first!.metres).toBeGreaterThan(1500);
  expect(nearestBuurten(52.3585, 4.8045)[0]!.metres).toBeLessThan(500);
});
