import type { Database } from '#app/platform/database.server.ts';
import { areaOutline, districtViewBox, mapLevel } from '#app/modules/programme/district.ts';
import { noBudgetFilter, otherPlaces } from '../budget-filter.ts';
import { addGrants, shareOverWijken, type GrantSums } from '../wijk-share.ts';
import { grantsWithPlaces } from './granted-decisions.query.server.ts';
import type { GrantFilter } from './grants.query.server.ts';

/** Money that was promised; `count` is by how many decisions and small spendings. */
type PlaceMoney = GrantSums & { count: number };

/** What decisions and small spendings promised per wijk, divided by `shareOverWijken`. All amounts in cents. */
export type WijkMoneyView = {
  viewBox: string;
  wijken: (PlaceMoney & { code: string; name: string; outline: string; level: 0 | 1 | 2 | 3 | 4 })[];
  /** For the whole district, and without a place; neither is divided. */
  district: PlaceMoney;
  unknown: PlaceMoney;
  totals: PlaceMoney;
  years: number[];
};

export async function wijkMoney(
  database: Database,
  filter: Pick<GrantFilter, 'year' | 'until' | 'theme' | 'stages'>,
): Promise<WijkMoneyView> {
  const [areas, rows, years] = await Promise.all([
    database.area.findMany({ where: { level: 'wijk' }, select: { code: true, name: true }, orderBy: { name: 'asc' } }),
    grantsWithPlaces(database, { ...noBudgetFilter, ...filter }),
    database.fund.findMany({ distinct: ['year'], select: { year: true }, orderBy: { year: 'desc' } }),
  ]);
  const perPlace = new Map<string, GrantSums[]>();
  for (const { sums, wijken, wholeDistrict } of rows)
    for (const [place, share] of shareOverWijken(sums, { wijken, wholeDistrict }))
      perPlace.set(place, [...(perPlace.get(place) ?? []), share]);
  const at = (place: string): PlaceMoney => {
    const shares = perPlace.get(place) ?? [];
    return { ...addGrants(shares), count: shares.length };
  };
  const most = Math.max(0, ...areas.map(({ code }) => at(code).granted));
  return {
    viewBox: districtViewBox,
    wijken: areas.map((area) => ({
      ...area,
      ...at(area.code),
      outline: areaOutline(area.code),
      level: mapLevel(at(area.code).granted, most),
    })),
    district: at(otherPlaces.district),
    unknown: at(otherPlaces.unknown),
    totals: { ...addGrants(rows.map(({ sums }) => sums)), count: rows.length },
    years: years.map(({ year }) => year),
  };
}
