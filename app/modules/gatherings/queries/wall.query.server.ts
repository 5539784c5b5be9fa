import { isId } from '#app/kernel/ids.ts';
import { matchingPortfolios } from '#app/modules/portfolios/queries/matching-portfolios.query.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { noteKind, type HiddenNote, type WallNote, type WallPile, type WorkNote } from '../wall.ts';
import { liveNumber, notesOf, pilesOf } from './live.query.server.ts';
import type { Taker } from './taker.query.server.ts';

/** Ids of the notes of one seat that are on the wall, for who may take them away. */
export async function ownNotes(database: Database, registrationId: string | null): Promise<string[]> {
  if (registrationId === null) return [];
  const rows = await database.gatheringNote.findMany({
    where: { registrationId, state: 'shown' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export type WorkWall = { since: number; notes: WorkNote[]; hidden: HiddenNote[]; piles: WallPile[] };

/** The wall for who runs it or helps: with what was hidden and why. The caller asks who that is. */
export async function workWall(database: Database, gatheringId: string): Promise<WorkWall> {
  const since = await liveNumber(database, gatheringId);
  const [notes, piles, rest] = await Promise.all([
    notesOf(database, gatheringId, null),
    pilesOf(database, gatheringId),
    database.gatheringNote.findMany({
      where: { gatheringId, OR: [{ state: 'hidden' }, { registrationId: null }] },
      orderBy: [{ hiddenAt: 'desc' }, { id: 'desc' }],
    }),
  ]);
  const paper = new Set(rest.filter(({ typedById }) => typedById !== null).map(({ id }) => id));
  return {
    since,
    piles,
    notes: notes.map((note) => ({ ...note, isPaper: paper.has(note.id) })),
    hidden: rest
      .filter(({ state }) => state === 'hidden')
      .map(({ id, kind, text, hiddenReason, revision }) => ({
        ...{ id, text, revision, reason: hiddenReason },
        kind: noteKind(kind),
      })),
  };
}

/** One note, and what this person can do with it. */
export type NotePage = {
  note: WallNote;
  attached: { id: string; slug: string; name: string }[];
  pileName: string | null;
  isOwn: boolean;
  /** The draft that was made of it, for who made it; taken: somebody made one; null: nobody. */
  plan: { draftId: string } | 'taken' | null;
  /** Whether a plan can be made of it by this seat: its own, or from paper. */
  mayPlan: boolean;
};

/** @returns null for what is not on this wall */
export async function notePage(
  database: Database,
  {
    gatheringId,
    noteId,
    taker,
    personId,
  }: { gatheringId: string; noteId: string; taker: Taker; personId: string | null },
): Promise<NotePage | null> {
  if (!isId(noteId)) return null;
  const [note] = await notesOf(database, gatheringId, [noteId]);
  if (note === undefined) return null;
  const row = await database.gatheringNote.findUniqueOrThrow({
    where: { id: noteId },
    include: { cluster: { select: { name: true } }, initiative: { select: { id: true, submitterId: true } } },
  });
  const attached = await database.$queryRaw<NotePage['attached']>`
    select f.id::text as id, f.slug, f.name from gathering_note_portfolio p join portfolio_face f on f.id = p.portfolio_id
      where p.note_id = ${noteId}::uuid and f.active order by f.name, f.slug`;
  const isOwn = row.registrationId !== null && row.registrationId === taker.registrationId;
  const isMine = row.initiative !== null && row.initiative.submitterId === personId;
  return {
    note,
    attached,
    pileName: row.cluster?.name ?? null,
    isOwn,
    plan: row.initiative === null ? null : isMine ? { draftId: row.initiative.id } : 'taken',
    mayPlan: isOwn || (row.registrationId === null && (taker.registrationId !== null || taker.access !== 'read')),
  };
}

const mostFound = 8;

/** Portfolios on the market that hold the words, to attach a note to. */
export async function portfoliosToAttach(
  database: Database,
  words: string,
): Promise<{ id: string; slug: string; name: string }[]> {
  if (words.trim() === '') return [];
  return database.$queryRaw`
    select f.id::text as id, f.slug, f.name from portfolio_face f
      where f.active and f.id in (${matchingPortfolios(words)}) order by f.name, f.slug limit ${mostFound}`;
}
