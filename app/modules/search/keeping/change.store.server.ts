import type { Database } from '#app/platform/database.server.ts';
import type { DocumentKey } from '../documents/index.server.ts';
import type { DocumentKind, SearchEngine } from '../port.ts';

type EngineName = SearchEngine['name'];

/** Milliseconds; the outbox can be as long as the table after a day without an engine. */
const longestTurn = 120_000;

/** A note that something changed. */
export type Change = DocumentKey & { id: bigint };

/** What an engine has not got yet, the oldest first. */
export async function changesFor(database: Database, engine: EngineName, most: number): Promise<Change[]> {
  const rows = await database.$queryRaw<{ id: bigint; kind: string; key: string }[]>`
    select id, kind, key from search_change where not ${engine} = any(done_by) order by id limit ${most}`;
  return rows.map(({ id, kind, key }) => ({ id, kind: kind as DocumentKind, key }));
}

/** How an index was when somebody began to work on it. */
export type Generation = { filledAt: Date | null; isFilling: boolean };

/**
 * An engine has these; what every engine has goes, unless one is being filled anew, which will want it again.
 * @param since what was put was put into this index
 * @returns false when another index came into use meanwhile: then they are done again
 */
export async function changesDone(
  database: Database,
  engine: EngineName,
  ids: readonly bigint[],
  since: Generation,
): Promise<boolean> {
  return database.$transaction(async (tx) => {
    // a filling that begins or ends at this instant waits, or is seen
    const kept = await tx.$queryRaw<(Generation & { engine: string })[]>`
      select engine, filled_at as "filledAt", is_filling as "isFilling" from search_index order by engine for share`;
    const now = kept.find((index) => index.engine === engine);
    if (now?.isFilling !== since.isFilling || now.filledAt?.getTime() !== since.filledAt?.getTime()) return false;
    await tx.$executeRaw`update search_change set done_by = array_append(done_by, ${engine}::text) where id = any(${[...ids]}::bigint[])`;
    if (kept.some((index) => index.isFilling)) return true;
    const all = kept.map((index) => index.engine);
    await tx.$executeRaw`delete from search_change where id = any(${[...ids]}::bigint[]) and done_by @> ${all}::text[]`;
    return true;
  });
}

/** These are made anew by an engine that is behind, or by all of them. */
export async function noteChanges(
  database: Database,
  wanted: readonly DocumentKey[],
  engine: EngineName | null = null,
): Promise<void> {
  if (wanted.length === 0) return;
  const others =
    engine === null ? [] : (await indexes(database)).map((one) => one.engine).filter((one) => one !== engine);
  await database.$executeRaw`
    insert into search_change (kind, key, done_by)
      select kind, key, ${others}::text[]
        from unnest(${wanted.map(({ kind }) => kind)}::text[], ${wanted.map(({ key }) => key)}::text[]) as w (kind, key)`;
}

/**
 * From now on everything that changes is kept until the fresh index is in use. What was noted before is in it by itself: it is
 * filled from what the database holds after this.
 */
export async function fillingBegins(database: Database, engine: EngineName): Promise<void> {
  await database.$transaction(
    async (tx) => {
      await tx.$executeRaw`
        insert into search_index (engine, is_filling) values (${engine}, true)
          on conflict (engine) do update set is_filling = true`;
      // who was never filled begins with everything there is, and needs no notes from before
      await tx.$executeRaw`
        delete from search_change where done_by @> array(select engine from search_index where engine <> ${engine})
          and exists (select from search_index where engine = ${engine} and filled_at is null)`;
      await tx.$executeRaw`
        update search_change set done_by = array_append(done_by, ${engine}::text) where not ${engine} = any(done_by)`;
    },
    { timeout: longestTurn },
  );
}

/**
 * Ends a filling. What changed while it went on is done again, in whichever index answers now.
 * @param isFilled false: it did not succeed, and the index from before stays in use
 */
export async function fillingEnds(database: Database, engine: EngineName, isFilled: boolean): Promise<void> {
  await database.$transaction(
    async (tx) => {
      await tx.$executeRaw`
        update search_index set is_filling = false, filled_at = case when ${isFilled} then clock_timestamp() else filled_at end
          where engine = ${engine}`;
      await tx.$executeRaw`
        update search_change set done_by = array_remove(done_by, ${engine}) where ${engine} = any(done_by)`;
    },
    { timeout: longestTurn },
  );
}

/** Takes engines in that are new, and lets those go that are set up no longer: nothing waits for them any more. */
export async function setEngines(database: Database, engines: readonly EngineName[]): Promise<void> {
  await database.$transaction(async (tx) => {
    await tx.searchIndex.deleteMany({ where: { engine: { notIn: [...engines] } } });
    for (const engine of engines)
      await tx.$executeRaw`insert into search_index (engine) values (${engine}) on conflict do nothing`;
    // what only waited for one that is gone
    await tx.$executeRaw`
      delete from search_change where done_by @> ${[...engines]}::text[] and not exists (select from search_index where is_filling)`;
  });
}

export async function checkedIndex(
  database: Database,
  engine: EngineName,
  result: { checkedAt: Date; differences: number },
): Promise<void> {
  await database.searchIndex.updateMany({ where: { engine }, data: result });
}

export type IndexRow = Generation & { engine: EngineName };

export async function indexes(database: Database): Promise<IndexRow[]> {
  const rows = await database.searchIndex.findMany({
    select: { engine: true, filledAt: true, isFilling: true },
    orderBy: { engine: 'asc' },
  });
  return rows.map((row) => ({ ...row, engine: row.engine as EngineName }));
}

/** Whether an engine was filled, and since when it has not got something; null when it has everything. */
export async function lagOf(
  database: Database,
  engine: EngineName,
): Promise<{ isFilled: boolean; lacksSince: Date | null }> {
  const [row] = await database.$queryRaw<{ isFilled: boolean; lacksSince: Date | null }[]>`
    select exists (select from search_index where engine = ${engine} and filled_at is not null) as "isFilled",
      (select min(noted_at) from search_change where not ${engine} = any(done_by)) as "lacksSince"`;
  return row ?? { isFilled: false, lacksSince: null };
}

/** An engine lost its index: whoever keeps it up fills it anew. One that is being filled is left to it. */
export async function indexWasLost(database: Database, engine: EngineName): Promise<void> {
  await database.$executeRaw`update search_index set filled_at = null where engine = ${engine} and not is_filling`;
}
