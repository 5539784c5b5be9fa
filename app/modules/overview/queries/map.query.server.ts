import type { Instant } from '#app/kernel/instant.ts';
import { addCents, type Cents } from '#app/kernel/money.ts';
import { wijkMoney } from '#app/modules/budgets/queries/wijk-money.query.server.ts';
import { stageGroups } from '#app/modules/initiatives/list-filter.ts';
import { mapLevel, wijkOf } from '#app/modules/programme/district.ts';
import type { Database } from '#app/platform/database.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import type { MapFilter } from '../map-filter.ts';

/** How much there is, from 0 (none) to 4 (as much as where most is), among areas of the same kind. */
type Level = 0 | 1 | 2 | 3 | 4;

/** What there is in a wijk or buurt. Plans name areas and no addresses, so nothing has a place more exact than this. */
export type MapAreaView = {
  code: string;
  name: string;
  level: 'wijk' | 'buurt';
  /** Code of the wijk in which it lies; of a wijk its own. */
  wijk: string;
  /** Of a wijk those of its buurten too, each once; of a buurt also those for its whole wijk. */
  plans: number;
  /** Of the last year and those to come. */
  evenings: number;
  /** Promised, by `shareOverWijken`; null for a buurt: money is divided over wijken and no further. */
  granted: Cents | null;
  depth: { plannen: Level; avonden: Level; geld: Level };
};

export type MapView = {
  areas: MapAreaView[];
  /** Of the whole district: plans that are found, and what is for no wijk in particular. */
  total: { plans: number; evenings: number; granted: Cents };
  district: { plans: number; granted: Cents };
};

type Counted = { code: string; count: number };

/** Everything that the map counts under a filter, in five statements however much there is. */
export async function mapView(
  database: Database,
  { theme, stage }: Pick<MapFilter, 'theme' | 'stage'>,
  now: Instant,
): Promise<MapView> {
  const [areas, plans, [totals], evenings, money] = await Promise.all([
    database.area.findMany({ select: { code: true, name: true, level: true }, orderBy: { code: 'asc' } }),
    database.$queryRaw<Counted[]>`${found(theme, stage)}
      , named as (
        select distinct f.id, a.code, coalesce(a.parent_code, a.code) as wijk
        from found f join initiative_area ia on ia.initiative_id = f.id join area a on a.code = ia.area_code)
      select code, count(distinct id)::int as count from (
        select wijk as code, id from named
        union all
        select b.code, n.id from named n join area b on b.parent_code is not null and (b.code = n.code or b.parent_code = n.code)
      ) placed group by code`,
    database.$queryRaw<[{ all: number; district: number }]>`${found(theme, stage)}
      select count(*)::int as all, (count(*) filter (where whole_district))::int as district from found`,
    database.$queryRaw<Counted[]>`
      with evening as (select id, gathering_area_id from gathering where ${isShown(now)})
      select place.code, count(distinct e.id)::int as count
        from evening e join gathering_area_buurt g on g.gathering_area_id = e.gathering_area_id join area b on b.code = g.area_code
        cross join lateral (values (b.code), (b.parent_code)) as place (code) group by place.code
      union all select '', count(*)::int from evening`,
    wijkMoney(database, { year: null, until: null, theme, stages: stage === '' ? [] : stageGroups[stage] }),
  ]);
  const countOf = (rows: readonly Counted[]) => new Map(rows.map(({ code, count }) => [code, count]));
  const [plansAt, eveningsAt] = [countOf(plans), countOf(evenings)];
  const moneyAt = new Map(money.wijken.map(({ code, granted }) => [code, granted]));
  const counted = areas.map(({ code, name, level }) => ({
    ...{ code, name, level: level === 'wijk' ? ('wijk' as const) : ('buurt' as const), wijk: wijkOf(code) },
    plans: plansAt.get(code) ?? 0,
    evenings: eveningsAt.get(code) ?? 0,
    granted: moneyAt.get(code) ?? null,
  }));
  const mostOf = (level: 'wijk' | 'buurt', value: (area: (typeof counted)[number]) => number) =>
    Math.max(0, ...counted.filter((area) => area.level === level).map(value));
  const depths = (['wijk', 'buurt'] as const).map((level) => ({
    level,
    plans: mostOf(level, (area) => area.plans),
    evenings: mostOf(level, (area) => area.evenings),
    granted: mostOf(level, (area) => area.granted ?? 0),
  }));
  return {
    areas: counted.map((area) => {
      const most = depths.find(({ level }) => level === area.level);
      return {
        ...area,
        depth: {
          plannen: mapLevel(area.plans, most?.plans ?? 0),
          avonden: mapLevel(area.evenings, most?.evenings ?? 0),
          geld: mapLevel(area.granted ?? 0, most?.granted ?? 0),
        },
      };
    }),
    total: { plans: totals.all, evenings: eveningsAt.get('') ?? 0, granted: money.totals.granted },
    district: { plans: totals.district, granted: addCents(money.district.granted, money.unknown.granted) },
  };
}

/** `with found as (…)`: public plans under the filter. */
function found(theme: string, stage: MapFilter['stage']): Prisma.Sql {
  const hasStage = stage === '' ? Prisma.sql`true` : Prisma.sql`i.stage = any(${[...stageGroups[stage]]}::text[])`;
  const hasTheme =
    theme === ''
      ? Prisma.sql`true`
      : Prisma.sql`exists (select 1 from initiative_theme t where t.initiative_id = i.id and t.theme_slug = ${theme})`;
  return Prisma.sql`with found as (
    select i.id, i.whole_district from initiative i where i.stage <> 'draft' and ${hasStage} and ${hasTheme})`;
}

/** Evenings that everybody may see and that are to come, or were in the last year. */
function isShown(now: Instant): Prisma.Sql {
  return Prisma.sql`state in ('announced', 'begun', 'closed') and announced_at is not null
    and ends_at > ${now}::timestamptz - interval '1 year'`;
}
