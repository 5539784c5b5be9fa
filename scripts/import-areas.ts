/**
 * Writes the areas of Nieuw-West and their shapes from the official buurten.
 *
 *   node scripts/import-areas.ts <buurten.geojson>
 *
 * Input: a GeoJSON FeatureCollection in WGS84 whose features have the properties `code` and `naam`.
 * Output: prisma/programme/areas.ts, prisma/programme/area-shapes.ts and prisma/programme/area-points.ts.
 * The wijk of a buurt is the first two letters of its code; the names of the wijken are those of the
 * municipality's division of 2022.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { innerPoint, type AreaGeometry } from '#app/modules/programme/area-shape.ts';

type Point = readonly [number, number];
type Feature = {
  properties: { code: string; naam: string };
  geometry: { type: string; coordinates: Point[][] | Point[][][] };
};

const WIJK_NAMES: Record<string, string> = {
  FA: 'Sloterdijk Nieuw-West',
  FB: 'Geuzenveld',
  FC: 'Slotermeer-West',
  FD: 'Slotermeer-Noordoost',
  FE: 'Slotermeer-Zuidoost',
  FF: 'Lutkemeer/Ookmeer',
  FG: 'De Aker',
  FH: 'De Punt',
  FJ: 'Osdorp-Midden',
  FK: 'Osdorp-Oost',
  FL: 'Slotervaart-Noord',
  FM: 'Overtoomse Veld',
  FN: 'Slotervaart-Zuid',
  FP: 'Westlandgracht',
  FQ: 'Sloten/Nieuw-Sloten',
};

const WIDTH = 1000;
/** Largest distance, in units of the view box (about 6.5 m each), that a simplified border may stray. */
const TOLERANCE = 0.7;

const input = process.argv[2];
if (!input) {
  console.error('Usage: node scripts/import-areas.ts <buurten.geojson>');
  process.exit(1);
}

const features = (JSON.parse(readFileSync(input, 'utf8')) as { features: Feature[] }).features
  .map((feature) => ({
    code: feature.properties.code,
    name: feature.properties.naam,
    middle: innerPoint(feature.geometry as AreaGeometry),
    rings: ringsOf(feature).map((ring) => ring.slice(0, -1)),
  }))
  .sort((a, b) => a.code.localeCompare(b.code));

function ringsOf({ geometry }: Feature): Point[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates as Point[][];
  if (geometry.type === 'MultiPolygon') return (geometry.coordinates as Point[][][]).flat();
  throw new Error(`Expected a (multi)polygon, got ${geometry.type}`);
}

const keyOf = (point: Point) => point.join(',');

/** Which rings use a corner: where that changes along a border, the border must keep its corner. */
const users = new Map<string, Set<string>>();
for (const { code, rings } of features)
  rings.forEach((ring, index) => {
    for (const point of ring) {
      const set = users.get(keyOf(point)) ?? new Set<string>();
      users.set(keyOf(point), set.add(`${code}/${index}`));
    }
  });
const usersOf = (point: Point) => [...(users.get(keyOf(point)) ?? [])].sort().join(' ');

const all = features.flatMap((feature) => feature.rings.flat());
const west = Math.min(...all.map((point) => point[0]));
const east = Math.max(...all.map((point) => point[0]));
const south = Math.min(...all.map((point) => point[1]));
const north = Math.max(...all.map((point) => point[1]));
const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
const scale = WIDTH / ((east - west) * narrowing);
const height = Math.ceil((north - south) * scale);

const project = ([lon, lat]: Point): Point => [(lon - west) * narrowing * scale, (north - lat) * scale];
const unproject = ([x, y]: Point): Point => [x / (narrowing * scale) + west, north - y / scale];

function distanceToLine(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / squared;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(point[0] - from[0] - t * dx, point[1] - from[1] - t * dy);
}

/** Ramer-Douglas-Peucker, over an open line. */
function simplifyLine(line: Point[]): Point[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return line;
  let [farthest, distance] = [0, 0];
  line.slice(1, -1).forEach((point, index) => {
    const away = distanceToLine(point, first, last);
    if (away > distance) [farthest, distance] = [index + 1, away];
  });
  if (distance <= TOLERANCE) return [first, last];
  return [...simplifyLine(line.slice(0, farthest + 1)).slice(0, -1), ...simplifyLine(line.slice(farthest))];
}

/** The item at a place, from the end when negative. @throws RangeError when there is none: the input is no polygon then */
function itemAt<Item>(items: readonly Item[], index: number): Item {
  const item = items.at(index);
  if (item === undefined) throw new RangeError('a border with too few points');
  return item;
}

/** Both neighbours must simplify their common border alike, so it is always taken in the same direction. */
function simplifyBorder(line: Point[]): Point[] {
  const [first, last] = [keyOf(itemAt(line, 0)), keyOf(itemAt(line, -1))];
  const projected = line.map(project);
  return first <= last ? simplifyLine(projected) : simplifyLine(projected.toReversed()).toReversed();
}

function simplifyRing(ring: Point[]): Point[] {
  const at = (index: number) => itemAt(ring, index % ring.length);
  const corners = ring.flatMap((point, index) => {
    const own = usersOf(point);
    return usersOf(at(index - 1)) !== own || usersOf(at(index + 1)) !== own ? [index] : [];
  });
  const start = corners[0] ?? 0;
  const stops = corners.length > 1 ? corners : [start, start + Math.floor(ring.length / 2)];
  return stops.flatMap((from, index) => {
    const to = stops[index + 1] ?? start + ring.length;
    const line = Array.from({ length: to - from + 1 }, (_, step) => at(from + step));
    return simplifyBorder(line).slice(0, -1);
  });
}

/** Whole tenths, written as short as SVG allows. */
const tenths = (value: number) => Math.round(value * 10);
const short = (value: number) => String(value / 10);

function pathOf(ring: Point[]): string {
  let [x, y] = [0, 0];
  const steps = ring.flatMap((point, index) => {
    const [nextX, nextY] = [tenths(point[0]), tenths(point[1])];
    const [dx, dy] = [nextX - x, nextY - y];
    if (index > 0 && dx === 0 && dy === 0) return [];
    [x, y] = [nextX, nextY];
    return [index === 0 ? `M${short(dx)} ${short(dy)}l` : `${short(dx)} ${short(dy)}`];
  });
  return `${steps.join(' ').replace('l ', 'l').replaceAll(' -', '-')}z`;
}

const areaOf = (ring: Point[]) =>
  ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = itemAt(ring, (index + 1) % ring.length);
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);

function centroidOf(ring: Point[]): Point {
  const area = areaOf(ring);
  const sum = ring.reduce<Point>(
    ([sumX, sumY], [x, y], index): Point => {
      const [nextX, nextY] = itemAt(ring, (index + 1) % ring.length);
      const cross = x * nextY - nextX * y;
      return [sumX + (x + nextX) * cross, sumY + (y + nextY) * cross];
    },
    [0, 0],
  );
  return [sum[0] / (6 * area), sum[1] / (6 * area)];
}

/** Where a horizontal line at height y crosses the border, from left to right. */
const crossings = (ring: Point[], y: number) =>
  ring
    .flatMap((from, index) => {
      const to = itemAt(ring, (index + 1) % ring.length);
      if (from[1] > y === to[1] > y) return [];
      return [from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0])];
    })
    .sort((a, b) => a - b);

/** The centroid, or (in a bent area, where that falls outside) the middle of the widest stretch beside it. */
function labelOf(ring: Point[]): Point {
  const [x, y] = centroidOf(ring);
  const line = crossings(ring, y);
  const spans = line.flatMap((from, index) => (index % 2 === 0 ? [[from, itemAt(line, index + 1)] as const] : []));
  if (spans.some(([from, to]) => from <= x && x <= to)) return [x, y];
  const widest = spans.toSorted((a, b) => b[1] - b[0] - (a[1] - a[0]))[0];
  return widest ? [(widest[0] + widest[1]) / 2, y] : [x, y];
}

const outer = (rings: Point[][]) =>
  itemAt(
    rings.toSorted((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a))),
    0,
  );
const quote = (text: string) => `'${text.replaceAll("'", "\\'")}'`;

const shapes = features.map(({ code, rings }) => {
  const label = labelOf(outer(rings.map((ring) => ring.map(project))));
  const [lon, lat] = unproject(label);
  const numbers = [label[0].toFixed(1), label[1].toFixed(1), lon.toFixed(5), lat.toFixed(5)].map(Number);
  return { code, path: rings.map((ring) => pathOf(simplifyRing(ring))).join(''), numbers };
});

const wijkCodes = [...new Set(features.map(({ code }) => code.slice(0, 2)))];
const nameOfWijk = (code: string) => {
  const name = WIJK_NAMES[code];
  if (!name) throw new Error(`No name for wijk ${code}`);
  return name;
};
const areaLine = (code: string, name: string, level: string, parent: string) =>
  `  { code: '${code}', name: ${quote(name)}, level: '${level}', parent: ${parent} },`;

const areasFile = `import type { AreaFact } from './types.ts';

/** The official wijken and buurten of Nieuw-West. Written by scripts/import-areas.ts. */
export const areas: AreaFact[] = [
${wijkCodes.map((code) => areaLine(code, nameOfWijk(code), 'wijk', 'null')).join('\n')}
${features.map(({ code, name }) => areaLine(code, name, 'buurt', `'${code.slice(0, 2)}'`)).join('\n')}
];
`;

const shapesFile = `import type { AreaLabel } from './types.ts';

/** Map of the buurten. Written by scripts/import-areas.ts. */
export const areaViewBox = { width: ${WIDTH}, height: ${height} };

/** Where the view box lies on earth: its corner in the north-west, and how many degrees a unit is. */
export const areaFrame = { west: ${west}, north: ${north}, lonPerUnit: ${(1 / (narrowing * scale)).toPrecision(10)}, latPerUnit: ${(1 / scale).toPrecision(10)} };

/** SVG path per buurt, in the units of the view box. */
export const areaPaths: Record<string, string> = {
${shapes.map(({ code, path }) => `  ${code}: '${path}',`).join('\n')}
};

/** Where the name of a buurt goes: in the view box (x, y) and on earth (lon, lat). */
export const areaLabels: Record<string, AreaLabel> = {
${shapes.map(({ code, numbers: [x, y, lon, lat] }) => `  ${code}: { x: ${x}, y: ${y}, lon: ${lon}, lat: ${lat} },`).join('\n')}
};
`;

/** Of a wijk the middle of its buurten, the larger ones weighing more; where that is in none of them, that of the nearest. */
function middleOfWijk(wijk: string): { lat: number; lon: number } {
  const own = features.filter(({ code }) => code.startsWith(wijk));
  const rings = own.map((feature) => outer(feature.rings.map((ring) => ring.map(project))));
  const weights = rings.map((ring) => Math.abs(areaOf(ring)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const mean = (axis: 0 | 1) =>
    rings.reduce((total, ring, index) => total + centroidOf(ring)[axis] * ((weights[index] ?? 0) / sum), 0);
  const middle: Point = [mean(0), mean(1)];
  const isInside = rings.some((ring) => crossings(ring, middle[1]).filter((x) => x < middle[0]).length % 2 === 1);
  const [lon, lat] = unproject(middle);
  if (isInside) return { lat: Number(lat.toFixed(4)), lon: Number(lon.toFixed(4)) };
  const away = (one: { lat: number; lon: number }) => Math.hypot((one.lon - lon) * narrowing, one.lat - lat);
  return itemAt(
    own.map((feature) => feature.middle).toSorted((one, other) => away(one) - away(other)),
    0,
  );
}

const points = [
  ...wijkCodes.map((code) => ({ code, middle: middleOfWijk(code) })),
  ...features.map(({ code, middle }) => ({ code, middle })),
];

const pointsFile = `/** A point well inside each wijk and buurt, in degrees of WGS84. Written by scripts/import-areas.ts. */
export const areaPoints: Record<string, { lat: number; lon: number }> = {
${points.map(({ code, middle: { lat, lon } }) => `  ${code}: { lat: ${lat}, lon: ${lon} },`).join('\n')}
};
`;

const target = (name: string) => fileURLToPath(new URL(`../prisma/programme/${name}`, import.meta.url));
writeFileSync(target('areas.ts'), areasFile);
writeFileSync(target('area-shapes.ts'), shapesFile);
writeFileSync(target('area-points.ts'), pointsFile);
console.log(
  `${wijkCodes.length} wijken, ${features.length} buurten, ${(shapesFile.length / 1000).toFixed(1)} kB of shapes`,
);
