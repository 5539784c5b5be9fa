import type { Database } from '#app/platform/database.server.ts';
import { liveChange, type LiveChange } from '../live/change.ts';
import { noteKind, type Wall, type WallNote, type WallPile } from '../wall.ts';

/**
 * Number of the last change of a gathering. A page that follows asks this before anything else: what changes while it reads, it hears
 * of again.
 */
export async function liveNumber(database: Database, gatheringId: string): Promise<number> {
  const row = await database.gatheringPulse.findUnique({ where: { gatheringId } });
  return row?.lastNumber ?? 0;
}

/** Changes read at once. */
export const mostChanges = 500;

/**
 * What changed after a number, in order and without gaps, at most `mostChanges`. Of notes comes what they are now, with the last
 * change of each.
 */
export async function changesAfter(database: Database, gatheringId: string, number: number): Promise<LiveChange[]> {
  const rows = await database.gatheringChange.findMany({
    where: { gatheringId, number: { gt: number } },
    orderBy: { number: 'asc' },
    take: mostChanges,
  });
  const lastOf = new Map(rows.filter(({ kind }) => kind === 'note').map((row) => [row.subjectId, row.number]));
  const faces = new Map((await notesOf(database, gatheringId, [...lastOf.keys()])).map((note) => [note.id, note]));
  return rows.map((row) =>
    liveChange(row, lastOf.get(row.subjectId) === row.number ? (faces.get(row.subjectId) ?? null) : undefined),
  );
}

type NoteRow = Omit<WallNote, 'kind' | 'writtenAt'> & { kind: string; writtenAt: Date };

/** Notes that are on the wall. @param ids only these; null: all */
export async function notesOf(database: Database, gatheringId: string, ids: string[] | null): Promise<WallNote[]> {
  if (ids !== null && ids.length === 0) return [];
  const rows = await database.$queryRaw<NoteRow[]>`
    select n.id::text as id, n.kind, n.text, n.byline, n.cluster_id::text as "pileId", n.written_at as "writtenAt", n.revision,
        coalesce((select json_agg(json_build_object('slug', f.slug, 'name', f.name) order by f.name, f.slug)
          from gathering_note_portfolio p join portfolio_face f on f.id = p.portfolio_id
          where p.note_id = n.id and f.active), '[]') as portfolios
      from gathering_note n
      where n.gathering_id = ${gatheringId}::uuid and n.state = 'shown'
        and (${ids}::uuid[] is null or n.id = any(${ids}::uuid[]))
      order by n.written_at desc, n.id desc`;
  return rows.map((row) => ({ ...row, kind: noteKind(row.kind), writtenAt: row.writtenAt.toISOString() }));
}

/** The whole wall, as everybody in the room sees it: the newest note first. */
export async function wallOf(database: Database, gatheringId: string): Promise<Wall> {
  const since = await liveNumber(database, gatheringId);
  const [notes, piles] = await Promise.all([notesOf(database, gatheringId, null), pilesOf(database, gatheringId)]);
  return { since, notes, piles };
}

/** Piles of notes, in the order in which they were made. */
export async function pilesOf(database: Database, gatheringId: string): Promise<WallPile[]> {
  return database.gatheringCluster.findMany({
    where: { gatheringId, holds: 'notes' },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, position: true, revision: true },
  });
}
