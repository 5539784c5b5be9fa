import type { AreaMiddle } from './profile.ts';
import { halfNearMetres, nearUnknown } from './weights.ts';

/** As the crow flies, between the middles of two areas, in metres. */
export function metresBetween(one: AreaMiddle, other: AreaMiddle): number {
  return Math.hypot(one.east - other.east, one.south - other.south);
}

/** How much a distance counts, from 1 for next door to almost 0. @param metres null: one of them works everywhere or said no place */
export function nearness(metres: number | null): number {
  return metres === null ? nearUnknown : halfNearMetres / (halfNearMetres + metres);
}

/** The shortest way between areas of two portfolios, in metres. @returns null when one of them has none */
export function shortest(ours: Int32Array, theirs: Int32Array, metres: readonly Float64Array[]): number | null {
  let least = Infinity;
  for (const one of ours)
    for (const other of theirs) {
      const between = metres[one]?.[other] ?? Infinity;
      if (between < least) least = between;
    }
  return least === Infinity ? null : least;
}
