import type { AreaFact, AreaLabel } from './types.ts';

/** Metres on the ground per unit of the map's view box (`scripts/import-areas.ts`). */
const metresPerUnit = 6.5;

export type AreaMiddleFact = { code: string; east: number; south: number };

/** The middle of each area in whole metres from the map's upper left corner; of a wijk the mean of its buurten. */
export function areaMiddles(
  areas: readonly AreaFact[],
  labels: Readonly<Record<string, AreaLabel>>,
): readonly AreaMiddleFact[] {
  return areas.flatMap(({ code }) => {
    const points = areas
      .filter((area) => area.code === code || area.parent === code)
      .flatMap((area) => labels[area.code] ?? []);
    if (points.length === 0) return [];
    const mean = (axis: 'x' | 'y') => {
      const sum = points.reduce((total, point) => total + point[axis], 0);
      return Math.round((metresPerUnit * sum) / points.length);
    };
    return [{ code, east: mean('x'), south: mean('y') }];
  });
}
