import type { Database } from '#app/platform/database.server.ts';
import type { Remember } from '#app/platform/remember.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import type { ProgrammeLocale } from '#app/modules/programme/locale.ts';
import { pageSize, stageGroupNames, stageGroups, type ListFilter, type StageGroup } from '../list-filter.ts';
import type { Stage } from '../stage.ts';
import { initiativeCards, type InitiativeCardView } from './initiative-cards.server.ts';

/** A choice of a filter, with how many initiatives it leaves beside the other filters. */
export type FilterOption = { value: string; label: string; count: number };

export type InitiativeListView = {
  total: number;
  pageCount: number;
  cards: InitiativeCardView[];
  options: {
    theme: FilterOption[];
    area: (FilterOption & { level: 'wijk' | 'buurt' })[];
    body: FilterOption[];
    stage: { value: StageGroup; count: number }[];
    /** Null: not counted. */
    district: number | null;
  };
};

/** The public list of initiatives under a filter without words; what was typed is searched for (`searchedInitiatives`). */
export async function initiativeList(
  { database, remember }: { database: Database; remember: Remember },
  filter: ListFilter,
  locale: ProgrammeLocale,
): Promise<InitiativeListView> {
  const options = await remember(
    JSON.stringify(['list options', filter.stage, filter.theme, filter.area, filter.body, locale]),
    async (remembering) => optionsOf(remembering, filter, locale),
  );
  // what a filter of its own leaves out is beside it: all stages together, or those that were chosen
  const total = options.stage
    .filter(({ value }) => filter.stage === '' || value === filter.stage)
    .reduce((sum, { count }) => sum + count, 0);
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(filter.page, pageCount);
  const read = async (reading: Database) => cardsOf(reading, filter, page, locale);
  const cards =
    page > rememberedPages
      ? await read(database)
      : await remember(
          JSON.stringify([
            'list page',
            filter.stage,
            filter.theme,
            filter.area,
            filter.body,
            filter.order,
            page,
            locale,
          ]),
          read,
        );
  return { total, pageCount, cards, options };
}

/** What everybody opens; further on somebody is looking through all of it. */
const rememberedPages = 3;

async function cardsOf(
  database: Database,
  filter: ListFilter,
  page: number,
  locale: ProgrammeLocale,
): Promise<InitiativeCardView[]> {
  const found = await database.$queryRaw<{ id: string }[]>`
    with ${flagged(filter)} select id from flagged where ${all} order by ${orderOf(filter)} limit ${pageSize} offset ${(page - 1) * pageSize}`;
  return initiativeCards(
    database,
    found.map(({ id }) => id),
    locale,
  );
}

const all = Prisma.sql`stage_fits and theme_fits and area_fits and body_fits`;

/** What is public, with for each filter whether it lets the initiative through. */
function flagged(filter: ListFilter): Prisma.Sql {
  const fits = (isSet: boolean, condition: Prisma.Sql) => (isSet ? condition : Prisma.sql`true`);
  const stages: readonly Stage[] = filter.stage === '' ? [] : stageGroups[filter.stage];
  return Prisma.sql`flagged as (
      select i.id, i.title, i.stage, i.body_id, i.whole_district, coalesce(i.submitted_at, i.created_at) as since,
        ${fits(filter.stage !== '', Prisma.sql`i.stage = any(${[...stages]}::text[])`)} as stage_fits,
        ${fits(filter.theme !== '', Prisma.sql`exists (select 1 from initiative_theme t where t.initiative_id = i.id and t.theme_slug = ${filter.theme})`)} as theme_fits,
        ${fits(filter.area !== '', areaCondition(filter.area))} as area_fits,
        ${fits(filter.body !== '', Prisma.sql`exists (select 1 from body b where b.id = i.body_id and b.slug = ${filter.body})`)} as body_fits
      from initiative i where i.stage <> 'draft')`;
}

/** A wijk holds its buurten; what is for a whole wijk is also for each of its buurten. */
function areaCondition(area: string): Prisma.Sql {
  if (area === 'district') return Prisma.sql`i.whole_district`;
  return Prisma.sql`exists (
    select 1 from initiative_area a join area found_area on found_area.code = a.area_code
    where a.initiative_id = i.id
      and (${area} in (found_area.code, found_area.parent_code)
        or found_area.code = (select parent_code from area where code = ${area})))`;
}

function orderOf({ order }: ListFilter): Prisma.Sql {
  if (order === 'titel') return Prisma.sql`plain_text(title), id`;
  return Prisma.sql`since desc, id desc`;
}

type Counted = {
  facet: 'stage' | 'theme' | 'area' | 'body' | 'district';
  value: string;
  label: string;
  level: string;
  count: number;
};

async function optionsOf(
  database: Database,
  filter: ListFilter,
  locale: ProgrammeLocale,
): Promise<InitiativeListView['options']> {
  const themeName = locale === 'en' ? Prisma.sql`t.name_en` : Prisma.sql`t.name`;
  const rows = await database.$queryRaw<Counted[]>`
    with ${flagged(filter)}
    select 'stage' as facet, stage as value, '' as label, '' as level, count(*)::int as count, 0 as place
      from flagged where theme_fits and area_fits and body_fits group by stage
    union all
    select 'theme', t.slug, ${themeName}, '', count(f.id)::int, t.position
      from theme t left join initiative_theme it on it.theme_slug = t.slug
      left join flagged f on f.id = it.initiative_id and stage_fits and area_fits and body_fits
      group by t.slug, ${themeName}, t.position
    union all
    select 'body', b.slug, b.name, '', count(f.id)::int, b.position
      from body b left join flagged f on f.body_id = b.id and stage_fits and theme_fits and area_fits
      group by b.slug, b.name, b.position
    union all
    select 'area', a.code, a.name, a.level, count(distinct f.id)::int, 0
      from area a
      left join area near on near.code in (a.code, a.parent_code) or near.parent_code = a.code
      left join initiative_area ia on ia.area_code = near.code
      left join flagged f on f.id = ia.initiative_id and stage_fits and theme_fits and body_fits
      group by a.code, a.name, a.level
    union all
    select 'district', 'district', '', '', count(*)::int, 0
      from flagged where whole_district and stage_fits and theme_fits and body_fits
    order by facet, place, value`;
  const of = (facet: Counted['facet']) => rows.filter((row) => row.facet === facet);
  const option = ({ value, label, count }: Counted): FilterOption => ({ value, label, count });
  const isUseful = (chosen: string) => (row: Counted) => row.count > 0 || row.value === chosen;
  return {
    theme: of('theme').map(option),
    area: of('area').map((row) => ({ ...option(row), level: row.level === 'wijk' ? 'wijk' : 'buurt' })),
    body: of('body').filter(isUseful(filter.body)).map(option),
    stage: stageGroupNames.map((group) => {
      const stages: readonly string[] = stageGroups[group];
      return {
        value: group,
        count: of('stage')
          .filter(({ value }) => stages.includes(value))
          .reduce((sum, { count }) => sum + count, 0),
      };
    }),
    district: of('district')[0]?.count ?? 0,
  };
}
