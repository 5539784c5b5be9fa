import { z } from 'zod';
import { boxOf, innerPoint, polygonsOf, type AreaGeometry, type Box, type Position } from './area-shape.ts';

/** A buurt as a file of borders has it. */
export type BuurtShape = { code: string; geometry: AreaGeometry; box: Box; middle: { lat: number; lon: number } };

/** What is wrong with a file, in a sentence for who imports it, with the number of the feature where it is in one (from 1). */
export type FileMistake = { feature: number | null; text: string };

export type ReadFile = { ok: true; shapes: BuurtShape[]; skipped: string[] } | { ok: false; mistakes: FileMistake[] };

const position = z
  .array(z.number())
  .min(2)
  .max(4)
  .transform(([lon = 0, lat = 0]): Position => [lon, lat]);
const ring = z
  .array(position)
  .min(4, 'a border needs at least four points')
  .refine((points) => String(points[0]) === String(points.at(-1)), 'a border must end where it begins');
const rings = z.array(ring).min(1);
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: rings }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(rings).min(1) }),
]);

const feature = z.object({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry: z.unknown(),
});
const file = z.object({
  type: z.literal('FeatureCollection'),
  crs: z.object({ properties: z.object({ name: z.string() }) }).nullish(),
  features: z.array(feature).min(1),
});

/** Names by which files say that they are in degrees of WGS84. */
const degrees = /CRS84|EPSG:+4326$/i;
/** The Netherlands, widely. */
const netherlands: Box = { west: 3, south: 50.5, east: 7.5, north: 54 };
/** Properties in which the code stands: of the municipality, and of Statistics Netherlands, which puts BU0363 before it. */
const codeNames = ['code', 'buurtcode', 'Buurtcode', 'BU_CODE'];

/**
 * Reads a GeoJSON file of official buurten.
 * @param known codes of the buurten of the district
 * @param skipsUnknown leaves out what is no buurt of the district, for a file of the whole city
 * @returns every mistake, not only the first one
 */
export function readBuurtenFile(text: string, known: ReadonlySet<string>, skipsUnknown = false): ReadFile {
  const parsed = parseJson(text);
  if (parsed === undefined) return broken('The file is no JSON.');
  const read = file.safeParse(parsed);
  if (!read.success) return broken('The file is no GeoJSON FeatureCollection with features.');
  const crs = read.data.crs?.properties.name;
  if (crs !== undefined && !degrees.test(crs)) return broken(otherCoordinates(`the file says ${crs.slice(0, 80)}`));
  const [shapes, skipped, mistakes] = [new Map<string, BuurtShape>(), [] as string[], [] as FileMistake[]];
  read.data.features.forEach(({ properties, geometry: drawn }, index) => {
    const wrong = (problem: string) => void mistakes.push({ feature: index + 1, text: problem });
    const code = codeOf(properties ?? {});
    if (code === null) return wrong('has no code (a property "code" such as FK01).');
    if (!known.has(code)) return skipsUnknown ? void skipped.push(code) : wrong(`${code} is no buurt of the district.`);
    if (shapes.has(code)) return wrong(`${code} is in the file twice.`);
    const shape = geometry.safeParse(drawn);
    if (!shape.success) return wrong(`${code} is no Polygon or MultiPolygon: ${shape.error.issues[0]?.message ?? ''}.`);
    const problem = placeMistake(shape.data);
    if (problem !== null) return wrong(`${code}: ${problem}`);
    shapes.set(code, { code, geometry: shape.data, box: boxOf(shape.data), middle: innerPoint(shape.data) });
  });
  if (mistakes.length > 0) return { ok: false, mistakes };
  if (shapes.size === 0) return broken('None of the features is a buurt of the district.');
  return { ok: true, shapes: [...shapes.values()], skipped };
}

function broken(text: string): ReadFile {
  return { ok: false, mistakes: [{ feature: null, text }] };
}

function parseJson(text: string): unknown {
  try {
    // some programs put a byte order mark before it
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

function codeOf(properties: Record<string, unknown>): string | null {
  const value = codeNames.map((name) => properties[name]).find((one) => typeof one === 'string' && one.trim() !== '');
  return typeof value === 'string'
    ? value
        .trim()
        .replace(/^BU\d{4}/, '')
        .slice(0, 20)
    : null;
}

function placeMistake(shape: AreaGeometry): string | null {
  const { west, south, east, north } = boxOf(shape);
  const isIn = (box: Box) => west >= box.west && east <= box.east && south >= box.south && north <= box.north;
  if (isIn(netherlands))
    return polygonsOf(shape).every((one) => (one[0]?.length ?? 0) >= 4) ? null : 'a part is empty.';
  const { west: w, south: s, east: e, north: n } = netherlands;
  if (isIn({ west: s, south: w, east: n, north: e }))
    return 'degrees to the north stand first; GeoJSON wants those to the east first.';
  if (Math.abs(east) > 180 || Math.abs(north) > 90)
    return otherCoordinates(`${String(west)}, ${String(south)} are no degrees`);
  return `${String(west)}, ${String(south)} is not in the Netherlands.`;
}

const otherCoordinates = (why: string) =>
  `The file must be in degrees of WGS84 (EPSG:4326), and ${why}. Ask for that where you download it, or convert it: ogr2ogr -t_srs EPSG:4326 new.geojson old.geojson`;
