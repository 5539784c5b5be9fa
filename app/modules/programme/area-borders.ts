import type { AreaGeometry, Position } from './area-shape.ts';

/**
 * The lines where areas of different groups (wijken) meet, and the outer border: sides of areas that no other area of the same group
 * has too. Neighbours have the same corners along their common border, in the official file as in the drawn map.
 */
export function groupBorders(areas: readonly { group: string; geometry: AreaGeometry }[]): [Position, Position][] {
  const sides = new Map<string, { side: [Position, Position]; isInner: boolean }>();
  for (const { group, geometry } of areas) {
    const rings = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat();
    for (const ring of rings)
      ring.slice(1).forEach((to, index) => {
        const from = ring[index] ?? to;
        const key = `${group} ${[String(from), String(to)].sort().join(' ')}`;
        sides.set(key, { side: [from, to], isInner: sides.has(key) });
      });
  }
  return [...sides.values()].filter(({ isInner }) => !isInner).map(({ side }) => side);
}
