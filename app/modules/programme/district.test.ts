import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areas } from '#prisma/programme/areas.ts';
import { areaOutline, isAreaCode, isWijkCode, mapLevel, wijkOf } from './district.ts';

describe('the map of the district', () => {
  test('draws every wijk and every buurt', () => {
    for (const area of areas) {
      expect(isAreaCode(area.code), area.code).toBe(true);
      expect(isWijkCode(area.code), area.code).toBe(area.level === 'wijk');
      expect(wijkOf(area.code), area.code).toBe(area.parent ?? area.code);
      expect(areaOutline(area.code), area.name).toMatch(/^M[-\d.]/);
    }
  });

  test.each(['', 'FA1', 'fa01', 'FA001', "FA'--", '../etc', 'AA'])('%j is no area', (code) => {
    expect(isAreaCode(code)).toBe(false);
    expect(areaOutline(code)).toBe('');
  });

  test('colours deeper for more, and never without anything', () => {
    expect([0, 1, 3, 4, 12].map((count) => mapLevel(count, 12))).toEqual([0, 1, 1, 2, 4]);
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (a, b) => {
        const most = Math.max(a, b);
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(mapLevel(low, most)).toBeLessThanOrEqual(mapLevel(high, most));
        expect(mapLevel(low, most) === 0).toBe(low === 0);
      }),
    );
  });
});
