import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import type { Corpus } from './corpus.ts';
import { explain, type Reason } from './explain.ts';
import { handicaps, type Listed } from './lists.ts';
import { listLength } from './weights.ts';

/** Rows that go to the database in one statement. */
const batch = 2000;

export type NewSuggestion = {
  portfolio: string;
  other: string;
  score: number;
  place: Listed['place'];
  reasons: Reason[];
};

/** A line of a list as it is kept, with its reasons. @param list place of whose list it is */
export function suggestionOf(corpus: Corpus, list: number, { other, score, place }: Listed): NewSuggestion {
  return {
    portfolio: corpus.profiles[list]?.id ?? '',
    other: corpus.profiles[other]?.id ?? '',
    score,
    place,
    reasons: [...explain(corpus, list, other), ...handicaps(corpus, other)],
  };
}

/** What stands there already takes the new score, reasons and place. */
export async function addSuggestions(tx: Transaction, rows: readonly NewSuggestion[], now: Instant): Promise<void> {
  for (let first = 0; first < rows.length; first += batch)
    await tx.$executeRaw`
      insert into match_suggestion (portfolio_id, other_id, score, reasons, place, computed_at)
        select r.portfolio, r.other, r.score, r.reasons, r.place, ${now}
          from jsonb_to_recordset(${JSON.stringify(rows.slice(first, first + batch))}::jsonb)
            as r (portfolio uuid, other uuid, score float8, reasons jsonb, place text)
        on conflict (portfolio_id, other_id) do update
          set score = excluded.score, reasons = excluded.reasons, place = excluded.place, computed_at = excluded.computed_at`;
}

/** Lists in which these stand as ranked. */
export async function holdersOf(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct portfolio_id::text as id from match_suggestion where other_id = any (${ids}::uuid[]) and place = 'ranked'`;
  return rows.map(({ id }) => id);
}

/** Takes portfolios off the marketplace: out of all lists, and their own list away. @returns whose place they took */
export async function removeEverywhere(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    delete from match_suggestion where portfolio_id = any (${ids}::uuid[]) or other_id = any (${ids}::uuid[])
      returning other_id::text as id`;
  return rows.map(({ id }) => id).filter((id) => !ids.includes(id));
}

/** Empties the ranked part of lists. @returns who stood in them */
export async function emptyLists(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    delete from match_suggestion where portfolio_id = any (${ids}::uuid[]) and place = 'ranked' returning other_id::text as id`;
  return rows.map(({ id }) => id);
}

/**
 * Takes fair places back: of what changed, of who stands in a list without one now, and from lists whose keepers said no.
 * @returns whose they were
 */
export async function removeFair(
  tx: Transaction,
  changed: readonly string[],
  ranked: readonly string[],
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    delete from match_suggestion f where f.place = 'fair' and (
        f.other_id = any (${changed}::uuid[])
        or (f.portfolio_id = any (${changed}::uuid[]) and exists (
          select from suggestion_dismissal d where d.portfolio_id = f.portfolio_id and d.other_id = f.other_id))
        or (f.other_id = any (${ranked}::uuid[]) and exists (
          select from match_suggestion r join match_profile m on m.portfolio_id = r.portfolio_id
            where r.other_id = f.other_id and r.place = 'ranked' and (m.facts ->> 'kept')::boolean)))
      returning f.other_id::text as id`;
  return rows.map(({ id }) => id);
}

/** Cuts lists to their length and writes down what must be passed to get in. @returns who fell out */
export async function trimLists(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with placed as (
      select portfolio_id, other_id, row_number() over (partition by portfolio_id order by score desc, other_id) as place
        from match_suggestion where portfolio_id = any (${ids}::uuid[]) and place = 'ranked')
    delete from match_suggestion s using placed p
      where p.place > ${listLength} and s.portfolio_id = p.portfolio_id and s.other_id = p.other_id
      returning s.other_id::text as id`;
  await tx.$executeRaw`
    update match_profile m set list_floor = l.floor
      from (select i.id, case when count(s.score) >= ${listLength} then min(s.score) end as floor
          from unnest(${ids}::uuid[]) as i (id) left join match_suggestion s on s.portfolio_id = i.id and s.place = 'ranked'
          group by i.id) l
      where m.portfolio_id = l.id and m.list_floor is distinct from l.floor`;
  return rows.map(({ id }) => id);
}

/** Those of these that stand in no list of anybody who reads it. */
export async function unseenOf(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select p.portfolio_id::text as id from match_profile p
      where p.portfolio_id = any (${ids}::uuid[])
        and not exists (select from match_suggestion s join match_profile m on m.portfolio_id = s.portfolio_id
          where s.other_id = p.portfolio_id and (m.facts ->> 'kept')::boolean) order by 1`;
  return rows.map(({ id }) => id);
}

/** How many fair places each list has given. */
export async function fairGuests(tx: Transaction): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; guests: number }[]>`
    select portfolio_id::text as id, count(*)::int as guests from match_suggestion where place = 'fair' group by 1`;
  return new Map(rows.map(({ id, guests }) => [id, guests]));
}

/** What triggers marked: the marks, and the portfolios that they are of. */
export type Todo = { marks: readonly bigint[]; portfolios: readonly string[] };

export async function waiting(tx: Transaction): Promise<Todo> {
  const rows = await tx.matchTodo.findMany({ orderBy: { id: 'asc' } });
  return { marks: rows.map(({ id }) => id), portfolios: [...new Set(rows.map(({ portfolioId }) => portfolioId))] };
}

/** Only what was read: a mark with a lower number may have been set by who was not ready yet. */
export async function takeAway(tx: Transaction, { marks }: Todo): Promise<void> {
  await tx.$executeRaw`delete from match_todo where id = any (${marks.map(String)}::bigint[])`;
}
