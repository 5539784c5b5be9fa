import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { shortlistLength, type SupportDirection } from '../exercise.ts';
import { readSearch } from '../market-filter.ts';
import type { ShortlistItem } from '../views.ts';
import { portfolioCards } from './market.query.server.ts';
import { matchingPortfolios } from './matching-portfolios.query.server.ts';

/** Of so many of the best is asked whether they are blocked: nobody blocks more, and it is not asked of a whole market. */
const mostLookedAt = 60;

/**
 * Portfolios that the exercise proposes to one for a question: first those that were suggested to it, in their order, then those whose
 * needs or offers fit best, then those of its themes and its wijk. Without its own keepers' portfolios, those that it has
 * a match with, where one of the two blocked the other, and those that nobody answers for.
 */
export async function shortlistFor(
  database: Database,
  { person }: SignedIn,
  {
    portfolioId,
    direction,
    first = [],
  }: { portfolioId: string; direction: SupportDirection; first?: readonly string[] },
  today: CalendarDate,
): Promise<ShortlistItem[]> {
  // who supports us offers what we need
  const [ours, theirs] = direction === 'supports-us' ? ['need', 'offer'] : ['offer', 'need'];
  const rows = await database.$queryRaw<{ id: string }[]>`
    with line as (
      select portfolio_id, direction, resource from portfolio_line
        where done_at is null and (until is null or until >= ${today}::date)
        group by portfolio_id, direction, resource),
    fit as (
      select theirs.portfolio_id as id, 3 * count(*) as points from line mine
        join line theirs on theirs.resource = mine.resource and theirs.direction = ${theirs}
        where mine.portfolio_id = ${portfolioId}::uuid and mine.direction = ${ours} group by theirs.portfolio_id
      union all
      select theirs.portfolio_id, 2 * count(*) from portfolio_theme_of mine
        join portfolio_theme_of theirs on theirs.theme_slug = mine.theme_slug
        where mine.portfolio_id = ${portfolioId}::uuid group by theirs.portfolio_id
      union all
      select theirs.portfolio_id, 2 from portfolio_area_of mine join area a on a.code = mine.area_code
        join area b on coalesce(b.parent_code, b.code) = coalesce(a.parent_code, a.code)
        join portfolio_area_of theirs on theirs.area_code = b.code
        where mine.portfolio_id = ${portfolioId}::uuid group by theirs.portfolio_id),
    ranked as (select id, sum(points) as points from fit where id <> ${portfolioId}::uuid group by id),
    best as materialized (
    select f.id, row_number() over (
        order by array_position(${[...first]}::uuid[], f.id), coalesce(ranked.points, 0) desc, f.changed_at desc, f.id) as place
      from portfolio_face f left join ranked on ranked.id = f.id
      where f.active and f.id <> ${portfolioId}::uuid 
        and exists (select from portfolio_keeps k where k.portfolio_id = f.id)
        and not exists (select from portfolio_keeps k join portfolio_keeps own on own.person_id = k.person_id
          where k.portfolio_id = f.id and own.portfolio_id = ${portfolioId}::uuid)
        and not exists (select from portfolio_match m
          where (m.low_id, m.high_id) = (least(f.id, ${portfolioId}::uuid), greatest(f.id, ${portfolioId}::uuid)))
      order by place limit ${mostLookedAt})
    select id::text as id from best
      where not ((select in_any_block(${portfolioId}::uuid, ${person.id}::uuid))
        and pair_blocked(${portfolioId}::uuid, id, ${person.id}::uuid))
      order by place limit ${shortlistLength}`;
  return items(database, rows, today);
}

const mostFound = 8;

/** Portfolios on the marketplace that hold these words, for who looks for another than those proposed and is not blocked. */
export async function findPortfolios(
  database: Database,
  { person }: SignedIn,
  { words, exceptId }: { words: string; exceptId: string },
  today: CalendarDate,
): Promise<ShortlistItem[]> {
  const text = readSearch(words);
  if (text === '') return [];
  const rows = await database.$queryRaw<{ id: string }[]>`
    with best as materialized (
      select f.id, row_number() over (order by similarity(plain_text(f.name), plain_text(${text})) desc, f.id) as place
        from portfolio_face f
        where f.active and f.id <> ${exceptId}::uuid and f.id in (${matchingPortfolios(text)})
        order by place limit ${mostLookedAt})
    select id::text as id from best where not pair_blocked(${exceptId}::uuid, id, ${person.id}::uuid)
      order by place limit ${mostFound}`;
  return items(database, rows, today);
}

/** Portfolios by id, for the choices that somebody made before. */
export async function namedPortfolios(
  database: Database,
  ids: readonly string[],
  today: CalendarDate,
): Promise<ShortlistItem[]> {
  return items(
    database,
    ids.map((id) => ({ id })),
    today,
  );
}

async function items(
  database: Database,
  rows: readonly { id: string }[],
  today: CalendarDate,
): Promise<ShortlistItem[]> {
  const cards = await portfolioCards(
    database,
    rows.map(({ id }) => id),
    today,
  );
  return cards.map(({ id, slug, name, kind, areas, needs, offers }) => ({
    id,
    slug,
    name,
    kind,
    areas,
    needs,
    offers,
  }));
}
