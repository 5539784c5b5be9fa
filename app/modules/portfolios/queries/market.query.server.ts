import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database } from '#app/platform/database.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { marketPageSize, type MarketFilter } from '../market-filter.ts';
import type { Direction, PortfolioKind, ResourceKind } from '../portfolio.ts';
import type { PortfolioCardView } from '../views.ts';
import { matchingPortfolios } from './matching-portfolios.query.server.ts';
import { needsAndOffers, runningLines } from './running-lines.query.server.ts';

export type MarketView = {
  total: number;
  pageCount: number;
  cards: PortfolioCardView[];
  themes: { slug: string; name: string }[];
  wijken: { code: string; name: string }[];
};

/** Who is on the marketplace under a filter: first who needs or offers something, the last changed before the others. */
export async function market(
  database: Database,
  filter: MarketFilter,
  { today, locale }: { today: CalendarDate; locale: ProgrammeLocale },
): Promise<MarketView> {
  const found = foundBy(filter, today);
  const [{ total }] = await database.$queryRaw<[{ total: number }]>`select count(*)::int as total from (${found}) f`;
  const pageCount = Math.max(1, Math.ceil(total / marketPageSize));
  const page = Math.min(filter.page, pageCount);
  const [rows, themes, wijken] = await Promise.all([
    database.$queryRaw<{ id: string }[]>`
      select id::text as id from (${found}) f
        order by exists (select from portfolio_line l where l.portfolio_id = f.id and l.done_at is null
          and (l.until is null or l.until >= ${today}::date)) desc, changed_at desc, id
        limit ${marketPageSize} offset ${(page - 1) * marketPageSize}`,
    database.theme.findMany({ orderBy: { position: 'asc' } }),
    database.area.findMany({ where: { level: 'wijk' }, orderBy: { name: 'asc' }, select: { code: true, name: true } }),
  ]);
  const cards = await portfolioCards(
    database,
    rows.map(({ id }) => id),
    today,
  );
  return {
    total,
    pageCount,
    cards,
    themes: themes.map(({ slug, name, nameEn }) => ({ slug, name: inLocale(locale, name, nameEn) })),
    wijken,
  };
}

function foundBy(filter: MarketFilter, today: CalendarDate): Prisma.Sql {
  const line = (direction: Direction, resource: ResourceKind) => Prisma.sql`
    and exists (select from portfolio_line l where l.portfolio_id = f.id and l.direction = ${direction}
      and l.resource = ${resource} and l.done_at is null and (l.until is null or l.until >= ${today}::date))`;
  const all = Prisma.sql``;
  return Prisma.sql`
    select f.id, f.changed_at from portfolio_face f where f.active
      ${filter.kind === '' ? all : Prisma.sql`and f.kind = ${filter.kind}`}
      ${filter.need === '' ? all : line('need', filter.need)}
      ${filter.offer === '' ? all : line('offer', filter.offer)}
      ${filter.theme === '' ? all : Prisma.sql`and exists (select from portfolio_theme_of t where t.portfolio_id = f.id and t.theme_slug = ${filter.theme})`}
      ${filter.area === '' ? all : areaCondition(filter.area)}
      ${filter.text === '' ? all : Prisma.sql`and f.id in (${matchingPortfolios(filter.text)})`}`;
}

/** A wijk holds its buurten. */
function areaCondition(area: string): Prisma.Sql {
  if (area === 'district') return Prisma.sql`and f.whole_district`;
  return Prisma.sql`and exists (select from portfolio_area_of a join area on area.code = a.area_code
    where a.portfolio_id = f.id and ${area} in (area.code, area.parent_code))`;
}

type FaceRow = {
  id: string;
  slug: string;
  name: string;
  kind: PortfolioKind;
  about: string;
  stage: string | null;
  wholeDistrict: boolean;
  areas: string[];
};

/** Cards of these portfolios, in this order; hidden ones are left out. */
export async function portfolioCards(
  database: Database,
  ids: readonly string[],
  today: CalendarDate,
): Promise<PortfolioCardView[]> {
  const [faces, lines] = await Promise.all([
    database.$queryRaw<FaceRow[]>`
      select f.id::text as id, f.slug, f.name, f.kind, left(f.about, 400) as about, f.stage, f.whole_district as "wholeDistrict",
          (select coalesce(array_agg(name order by name), '{}') from (
            select distinct coalesce(parent.name, area.name) as name
              from portfolio_area_of a join area on area.code = a.area_code
              left join area parent on parent.code = area.parent_code
              where a.portfolio_id = f.id) wijken) as areas
        from portfolio_face f where f.id = any(${[...ids]}::uuid[])`,
    runningLines(database, ids, today),
  ]);
  const byId = new Map(faces.map((face) => [face.id, face]));
  return ids.flatMap((id) => {
    const face = byId.get(id);
    return face === undefined ? [] : [{ ...face, ...needsAndOffers(lines, id) }];
  });
}
