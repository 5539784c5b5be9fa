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

type ProfileRow = { id: string; version: string; floor: number | null; listed: number };

/** Profiles as they were read last, by portfolio: whatever has another version now is read again. */
export type ProfileMemory = Map<string, { version: string; facts: Facts }>;

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
        on conflict (portfolio_id) do update
          set facts = excluded.facts, made_at = excluded.made_at, version = nextval('match_profile_version')
          where match_profile.facts <> excluded.facts`;
  }
  if (ids === null) await tx.$executeRaw`delete from match_profile where portfolio_id <> all (${kept}::uuid[])`;
  else
    await tx.$executeRaw`
      delete from match_profile where portfolio_id = any (${ids}::uuid[]) and portfolio_id <> all (${kept}::uuid[])`;
  return kept;
}

/**
 * Everybody on the marketplace as matching knows them, with what must be passed to get into each list.
 * @param memory what was read before; is brought up to date. A version that is rolled back is never given out again, so what it
 * then holds of it is read anew.
 */
export async function loadProfiles(
  tx: Transaction,
  memory: ProfileMemory,
): Promise<{ profiles: Profile[]; floors: ReadonlyMap<string, number | null> }> {
  const rows = await tx.$queryRaw<ProfileRow[]>`
    select portfolio_id::text as id, version::text as version, list_floor as floor, listed from match_profile`;
  const known = new Set(rows.map(({ id }) => id));
  for (const id of memory.keys()) if (!known.has(id)) memory.delete(id);
  await readAgain(
    tx,
    rows.filter(({ id, version }) => memory.get(id)?.version !== version),
    memory,
  );
  const dismissals = await tx.$queryRaw<{ id: string; other: string }[]>`
    select portfolio_id::text as id, other_id::text as other from suggestion_dismissal`;
  const dismissed = new Map<string, string[]>();
  for (const { id, other } of dismissals) dismissed.set(id, [...(dismissed.get(id) ?? []), other]);
  return {
    profiles: rows.flatMap(({ id, listed }) => {
      const read = memory.get(id);
      return read === undefined ? [] : [{ ...read.facts, id, listed, dismissed: dismissed.get(id) ?? [] }];
    }),
    floors: new Map(rows.map(({ id, floor }) => [id, floor])),
  };
}

/** In parts, because reading them keeps the process from anything else. */
async function readAgain(tx: Transaction, changed: readonly ProfileRow[], memory: ProfileMemory): Promise<void> {
  const versions = new Map(changed.map(({ id, version }) => [id, version]));
  const ids = [...versions.keys()];
  for (let first = 0; first < ids.length; first += batch) {
    const part = await tx.$queryRaw<{ id: string; facts: KeptFacts }[]>`
      select portfolio_id::text as id, facts from match_profile where portfolio_id = any (${ids.slice(first, first + batch)}::uuid[])`;
    for (const { id, facts } of part)
      memory.set(id, {
        version: versions.get(id) ?? '',
        facts: {
          ...facts,
          about: split(facts.about),
          lines: facts.lines.map((line) => ({ ...line, words: split(line.words) })),
        },
      });
  }
}

/**
 * Profiles of these portfolios and of so many others as words need to be told common from rare by.
 * @returns those that are on the marketplace and were read by the worker
 */
export async function profilesAmong(tx: Transaction, ids: readonly string[], others: number): Promise<Profile[]> {
  const rows = await tx.$queryRaw<{ id: string; facts: KeptFacts }[]>`
    (select portfolio_id::text as id, facts from match_profile where portfolio_id = any (${ids}::uuid[]))
    union all
    (select portfolio_id::text, facts from match_profile where portfolio_id <> all (${ids}::uuid[])
      order by portfolio_id limit ${others})`;
  return rows.map(({ id, facts }) => ({
    ...facts,
    about: split(facts.about),
    lines: facts.lines.map((line) => ({ ...line, words: split(line.words) })),
    id,
    listed: 0,
    dismissed: [],
  }));
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
