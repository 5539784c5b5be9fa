import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { conceptWords, withConcepts, type ConceptStem } from './concept-words.ts';
import type { AreaMiddle, Profile, ProfileLine } from './profile.ts';

/** What is kept of a profile; the rest of it is read where it stands. */
type Facts = Omit<Profile, 'id' | 'dismissed' | 'listed'>;

type FactRow = Facts & { id: string };

/** Rows that go to the database in one statement. */
const batch = 1000;

/**
 * Reads anew what the marketplace says of portfolios and keeps it as profiles. Those that are not on it any more lose theirs.
 * @param ids null: of all
 * @returns ids of those that have a profile now
 */
export async function renewProfiles(tx: Transaction, ids: readonly string[] | null, now: Instant): Promise<string[]> {
  const known = await conceptStems(tx);
  const rows =
    ids === null
      ? await tx.$queryRaw<FactRow[]>`
          select id::text as id, about, stage, kept, areas, themes, kin::text[] as kin, lines
            from match_facts`
      : await tx.$queryRaw<FactRow[]>`
          select id::text as id, about, stage, kept, areas, themes, kin::text[] as kin, lines
            from match_facts where id = any (${ids}::uuid[])`;
  const seen = new Map<string, string[]>();
  const grouped = (stems: readonly string[]) => {
    const key = stems.join(' ');
    const words = seen.get(key) ?? withConcepts(stems, known);
    seen.set(key, words);
    return words;
  };
  const kept = rows.map((row) => row.id);
  for (let first = 0; first < rows.length; first += batch) {
    const part = rows.slice(first, first + batch).map(({ id, about, lines, ...facts }) => ({
      id,
      facts: {
        ...facts,
        about: grouped(about),
        lines: lines.map((line): ProfileLine => ({ ...line, words: grouped(line.words) })),
      } satisfies Facts,
    }));
    await tx.$executeRaw`
      insert into match_profile (portfolio_id, facts, made_at)
        select r.id, r.facts, ${now} from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as r (id uuid, facts jsonb)
        on conflict (portfolio_id) do update set facts = excluded.facts, made_at = excluded.made_at`;
  }
  if (ids === null) await tx.$executeRaw`delete from match_profile where portfolio_id <> all (${kept}::uuid[])`;
  else
    await tx.$executeRaw`
      delete from match_profile where portfolio_id = any (${ids}::uuid[]) and portfolio_id <> all (${kept}::uuid[])`;
  return kept;
}

/** Everybody on the marketplace as matching knows them, with what must be passed to get into each list. */
export async function loadProfiles(
  tx: Transaction,
): Promise<{ profiles: Profile[]; floors: ReadonlyMap<string, number | null> }> {
  const rows = await tx.$queryRaw<{ id: string; facts: Facts; floor: number | null; listed: number }[]>`
    select portfolio_id::text as id, facts, list_floor as floor, listed from match_profile`;
  const dismissals = await tx.$queryRaw<{ id: string; other: string }[]>`
    select portfolio_id::text as id, other_id::text as other from suggestion_dismissal`;
  const dismissed = new Map<string, string[]>();
  for (const { id, other } of dismissals) dismissed.set(id, [...(dismissed.get(id) ?? []), other]);
  return {
    profiles: rows.map(({ id, facts, listed }) => ({ ...facts, id, listed, dismissed: dismissed.get(id) ?? [] })),
    floors: new Map(rows.map(({ id, floor }) => [id, floor])),
  };
}

export async function loadMiddles(tx: Transaction): Promise<AreaMiddle[]> {
  return tx.$queryRaw<AreaMiddle[]>`
    select code, east_metres as east, south_metres as south from area order by code`;
}

/** The words of `concepts.ts` as PostgreSQL stems them, so that they meet the stems of texts. */
async function conceptStems(tx: Transaction): Promise<ConceptStem[]> {
  const rows = await tx.$queryRaw<{ stem: string | null; concept: string }[]>`
    select distinct (ts_lexize('pg_catalog.dutch_stem', plain_text(word)))[1] as stem, concept
      from unnest(${conceptWords.map(({ word }) => word)}::text[], ${conceptWords.map(({ concept }) => concept)}::text[])
        as t (word, concept)`;
  return rows.flatMap(({ stem, concept }) => (stem === null ? [] : [{ stem, concept }]));
}
