import { areaPoints } from '#prisma/programme/area-points.ts';

/** A buurt and how far its middle is. */
export type NearBuurt = { code: string; metres: number };

/** A wijk has a code of two letters, a buurt its wijk's with two digits behind it. */
const buurtCodeLength = 4;
const metresPerDegree = 111_195;

/** Metres between two points that lie some kilometres apart: there the earth is flat. */
function metresBetween(one: { lat: number; lon: number }, other: { lat: number; lon: number }): number {
  const north = (one.lat - other.lat) * metresPerDegree;
  const east = (one.lon - other.lon) * metresPerDegree * Math.cos((((one.lat + other.lat) / 2) * Math.PI) / 180);
  return Math.round(Math.hypot(north, east));
}

/**
 * All buurten from near to far, by their middles. Small enough for the browser: where somebody stands need not leave it.
 * @param lat degrees of WGS84 to the north
 * @param lon degrees of WGS84 to the east
 */
export function nearestBuurten(lat: number, lon: number): NearBuurt[] {
  return Object.entries(areaPoints)
    .filter(([code]) => code.length === buurtCodeLength)
    .map(([code, point]) => ({ code, metres: metresBetween(point, { lat, lon }) }))
    .sort((one, other) => one.metres - other.metres || one.code.localeCompare(other.code));
}

/** Codes of all buurten from near to far, of a buurt that somebody is in; null when there is no such buurt. */
export function nearFrom(code: string | null): string[] | null {
  const point = code === null ? undefined : areaPoints[code];
  return point === undefined ? null : nearestBuurten(point.lat, point.lon).map((one) => one.code);
}
