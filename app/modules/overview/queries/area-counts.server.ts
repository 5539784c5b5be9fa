import { areaOutline, mapLevel } from '#app/modules/programme/district.ts';
import type { Database } from '#app/platform/database.server.ts';

/** An area of the map with how many initiatives the public can find there. */
export type AreaCount = { code: string; name: string; count: number };

/**
 * Initiatives per wijk, those in its buurten included; one that names several buurten of a wijk counts once.
 * Those for the whole district are left out.
 */
export async function initiativesPerWijk(database: Database): Promise<AreaCount[]> {
  const rows = await database.$queryRaw<{ code: string; name: string; count: bigint }[]>`
    select w.code, w.name, count(distinct i.id) as count
      from area w
      left join area a on a.code = w.code or a.parent_code = w.code
      left join initiative_area ia on ia.area_code = a.code
      left join initiative i on i.id = ia.initiative_id and i.stage <> 'draft'
      where w.level = 'wijk' group by w.code, w.name order by w.code`;
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** Initiatives per buurt of one wijk; one that names the wijk as a whole is in each of its buurten. */
export async function initiativesPerBuurt(database: Database, wijkCode: string): Promise<AreaCount[]> {
  const rows = await database.$queryRaw<{ code: string; name: string; count: bigint }[]>`
    select b.code, b.name, count(distinct i.id) as count
      from area b
      left join initiative_area ia on ia.area_code in (b.code, b.parent_code)
      left join initiative i on i.id = ia.initiative_id and i.stage <> 'draft'
      where b.parent_code = ${wijkCode} group by b.code, b.name order by b.name`;
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** An area as the map draws it. */
export type MapAreaView = AreaCount & { outline: string; level: 0 | 1 | 2 | 3 | 4 };

export function mapAreas(areas: readonly AreaCount[]): MapAreaView[] {
  const most = Math.max(0, ...areas.map(({ count }) => count));
  return areas.map((area) => ({ ...area, outline: areaOutline(area.code), level: mapLevel(area.count, most) }));
}
