import { areaPoints } from '#prisma/programme/area-points.ts';
import { areaFrame, areaPaths } from '#prisma/programme/area-shapes.ts';
import type { AreaGeometry, Position } from './area-shape.ts';
import { wijkOf } from './district.ts';

type Corner = { x: number; y: number };

/** A ring of the drawn map (`M…l…z`, steps from corner to corner) as corners in the units of the view box. */
function cornersOf(path: string): Corner[] {
  let [x, y] = [0, 0];
  return (path.match(/-?[\d.]+ ?-?[\d.]+/g) ?? []).map((step) => {
    const [dx, dy] = (step.match(/-?[\d.]+/g) ?? []).map(Number);
    [x, y] = [x + (dx ?? 0), y + (dy ?? 0)];
    return { x, y };
  });
}

const ringsOf = (path: string) => path.split('z').flatMap((ring) => (ring === '' ? [] : [cornersOf(ring)]));

const fiveDecimals = (degrees: number) => Math.round(degrees * 100_000) / 100_000;

function onEarth({ x, y }: Corner): Position {
  const { west, north, lonPerUnit, latPerUnit } = areaFrame;
  return [fiveDecimals(west + x * lonPerUnit), fiveDecimals(north - y * latPerUnit)];
}

/** The outline of a buurt as the drawn map has it, on earth: within some ten metres of the official one. Null for no buurt. */
export function drawnShape(code: string): AreaGeometry | null {
  const path = areaPaths[code];
  if (path === undefined) return null;
  const rings = ringsOf(path).map((corners) => corners.map(onEarth));
  return { type: 'MultiPolygon', coordinates: rings.map((ring) => [[...ring, ...ring.slice(0, 1)]]) };
}

/** A point well inside a wijk or buurt, in the units of the view box; null when the map does not know it. */
export function drawnPoint(code: string): Corner | null {
  const point = areaPoints[code];
  if (point === undefined) return null;
  const { west, north, lonPerUnit, latPerUnit } = areaFrame;
  return { x: (point.lon - west) / lonPerUnit, y: (north - point.lat) / latPerUnit };
}

/** The part of the view box in which a wijk lies, with some room round it; null when the map does not know it. */
export function drawnFrame(wijk: string): { x: number; y: number; width: number; height: number } | null {
  const corners = Object.entries(areaPaths)
    .filter(([code]) => wijkOf(code) === wijk)
    .flatMap(([, path]) => ringsOf(path).flat());
  if (corners.length === 0) return null;
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const room = Math.max(width, height) * 0.08;
  return { x: left - room, y: top - room, width: width + 2 * room, height: height + 2 * room };
}
