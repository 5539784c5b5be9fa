import { expect, test } from 'vitest';
import { areas } from '#prisma/programme/areas.ts';
import { groupBorders } from './area-borders.ts';
import type { AreaGeometry } from './area-shape.ts';
import { drawnShape } from './drawn-shapes.ts';

const square = (west: number): AreaGeometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 0],
      [west + 1, 0],
      [west + 1, 1],
      [west, 1],
      [west, 0],
    ],
  ],
});

test('the side between two of one group is no border; between groups it is', () => {
  const inOne = groupBorders([
    { group: 'FA', geometry: square(0) },
    { group: 'FA', geometry: square(1) },
  ]);
  expect(inOne).toHaveLength(6);
  expect(inOne.map((side) => side.map(String).sort())).not.toContainEqual(['1,0', '1,1']);
  expect(
    groupBorders([
      { group: 'FA', geometry: square(0) },
      { group: 'FB', geometry: square(1) },
    ]),
  ).toHaveLength(8);
});

test('within the wijken of the drawn map the buurten fit together', () => {
  const buurten = areas.filter(({ level }) => level === 'buurt');
  const of = (group: (code: string, parent: string) => string) =>
    groupBorders(buurten.map(({ code, parent }) => ({ group: group(code, parent ?? ''), geometry: drawnShape(code)! })))
      .length;
  const [everything, wijken, district] = [of((code) => code), of((_, parent) => parent), of(() => '')];
  expect(wijken).toBeLessThan(everything * 0.7);
  expect(district).toBeLessThan(wijken * 0.7);
});
