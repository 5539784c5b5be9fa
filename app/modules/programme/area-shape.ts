import polylabel from 'polylabel';

/** Degrees of WGS84: first east, then north, as GeoJSON writes it. */
export type Position = [lon: number, lat: number];

export type AreaGeometry =
  { type: 'Polygon'; coordinates: Position[][] } | { type: 'MultiPolygon'; coordinates: Position[][][] };

/** The borders of all buurten as GeoJSON. `isOfficial`: from an imported file; else as the drawn map has it. */
export type AreaShapesView = {
  type: 'FeatureCollection';
  features: {
    type: 'Feature';
    properties: { code: string; name: string; wijk: string; isOfficial: boolean };
    geometry: AreaGeometry;
  }[];
  /** A point well inside each wijk and buurt, by code. */
  middles: Record<string, Position>;
};

export type Box = { west: number; south: number; east: number; north: number };

/** Its parts, each an outer ring with its holes. */
export function polygonsOf({ type, coordinates }: AreaGeometry): Position[][][] {
  return type === 'Polygon' ? [coordinates] : coordinates;
}

export function boxOf(geometry: AreaGeometry): Box {
  const corners = polygonsOf(geometry).flat(2);
  const lons = corners.map(([lon]) => lon);
  const lats = corners.map(([, lat]) => lat);
  return { west: Math.min(...lons), south: Math.min(...lats), east: Math.max(...lons), north: Math.max(...lats) };
}

/** A degree to the east is shorter than one to the north; here by this much. */
const narrowing = Math.cos((52.36 * Math.PI) / 180);
/** About a metre, in degrees. */
const precision = 0.00001;

/**
 * The point that is farthest from every border: always inside, also of a bent area. Of an area in several parts, in the one with the
 * most room.
 * @returns degrees with four decimals (about 10 m)
 */
export function innerPoint(geometry: AreaGeometry): { lat: number; lon: number } {
  const points = polygonsOf(geometry).map((rings) =>
    polylabel(
      rings.map((ring) => ring.map(([lon, lat]): Position => [lon * narrowing, lat])),
      precision,
    ),
  );
  const [x, y] = points.reduce((best, point) => (point.distance > best.distance ? point : best));
  const fourDecimals = (degrees: number) => Math.round(degrees * 10_000) / 10_000;
  return { lat: fourDecimals(y), lon: fourDecimals(x / narrowing) };
}
