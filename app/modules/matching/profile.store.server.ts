import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { conceptWords, withConcepts, type ConceptStem } from './concept-words.ts';
import type { AreaMiddle, Profile, ProfileLine } from './profile.ts';

/** What is read of a portfolio; the rest of its profile stands elsewhere. */
type Facts = Omit<Profile, 'id' | 'dismissed' | 'listed'>;

/** What is kept of it: texts as one string each, which is read in half the time of a list. */
type KeptFacts = Omit<Facts, 'about' | 'lines'> & {
  about: string;
  lines: (Omit<ProfileLine, 'words'> & { words: string })[];
};

type FactRow = Facts & { id: string };

type ProfileRow = { id: string; facts: KeptFacts; floor: number | null; listed: number };

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
  const seen = new Map<string, string>();
  const grouped = (stems: readonly string[]) => {
    const key = stems.join(' ');
    const words = seen.get(key) ?? withConcepts(stems, known).join(' ');
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
        lines: lines.map((line) => ({ ...line, words: grouped(line.words) })),
      } satisfies KeptFacts,
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
  const rows: ProfileRow[] = [];
  for (;;) {
    // in parts, because reading them keeps the process from anything else
    const part = await tx.$queryRaw<ProfileRow[]>`
      select portfolio_id::text as id, facts, list_floor as floor, listed from match_profile
        where portfolio_id > coalesce(${rows.at(-1)?.id ?? null}::uuid, '00000000-0000-0000-0000-000000000000')
        order by portfolio_id limit ${batch}`;
    rows.push(...part);
    if (part.length < batch) break;
  }
  const dismissals = await tx.$queryRaw<{ id: string; other: string }[]>`
    select portfolio_id::text as id, other_id::text as other from suggestion_dismissal`;
  const dismissed = new Map<string, string[]>();
  for (const { id, other } of dismissals) dismissed.set(id, [...(dismissed.get(id) ?? []), other]);
  return {
    profiles: rows.map(({ id, facts, listed }) => ({
      ...facts,
      id,
      listed,
      about: split(facts.about),
      lines: facts.lines.map((line) => ({ ...line, words: split(line.words) })),
      dismissed: dismissed.get(id) ?? [],
    })),
    floors: new Map(rows.map(({ id, floor }) => [id, floor])),
  };
}

const split = (words: string): string[] => (words === '' ? [] : words.split(' '));

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
