import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { BuurtShape } from '../buurten-file.ts';

/**
 * Keeps official borders: those of a file that was read. Importing the same file again changes nothing.
 * @returns how many are new or different from what was kept, and which buurten still have none
 */
export async function importAreaShapes(
  database: Database,
  shapes: readonly BuurtShape[],
  now: Instant,
): Promise<{ changed: number; missing: string[] }> {
  return database.$transaction(async (tx) => {
    const rows = shapes.map(({ code, geometry, box, middle }) => ({ code, geometry, ...box, ...middle }));
    const changed = await tx.$executeRaw`
      insert into area_shape as kept (area_code, geometry, west, south, east, north, middle_lat, middle_lon, imported_at)
        select code, geometry, west, south, east, north, lat, lon, ${now}::timestamptz
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            as given (code text, geometry jsonb, west float8, south float8, east float8, north float8, lat float8, lon float8)
      on conflict (area_code) do update set geometry = excluded.geometry, west = excluded.west, south = excluded.south,
        east = excluded.east, north = excluded.north, middle_lat = excluded.middle_lat, middle_lon = excluded.middle_lon,
        imported_at = excluded.imported_at
      where kept.geometry <> excluded.geometry`;
    const missing = await tx.area.findMany({
      where: { level: 'buurt', shape: null },
      select: { code: true },
      orderBy: { code: 'asc' },
    });
    return { changed, missing: missing.map(({ code }) => code) };
  });
}
