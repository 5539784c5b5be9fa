import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { noteRefusals } from '../refusals.ts';
import { mostAttached } from '../wall.ts';
import type { Taker } from '../queries/taker.query.server.ts';

type Ruled = (typeof noteRefusals)[keyof typeof noteRefusals];
export type AttachRefusal = 'note-unknown' | 'portfolio-unknown' | 'not-taking-part' | 'too-many-attached' | Ruled;

type Attach = { gatheringId: string; noteId: string; portfolioId: string; taker: Taker };

const helps = ({ access }: Taker) => access === 'run' || access === 'door';

/** Says that a note goes with an initiative or organisation. Anybody in the room may: it is what a wall is for. Twice is once. */
export async function attachNote(input: Attach, context: Context<Actor>): Promise<Outcome<void, AttachRefusal>> {
  const { gatheringId, noteId, portfolioId, taker } = input;
  if (!isId(noteId)) return refused('note-unknown');
  if (!isId(portfolioId)) return refused('portfolio-unknown');
  if (taker.registrationId === null && !helps(taker)) return refused('not-taking-part');
  return inTransaction<void, AttachRefusal, Ruled>(
    context,
    async (tx) => {
      await tx.$queryRaw`select 1 from gathering_note where id = ${noteId}::uuid for update`;
      const note = await tx.gatheringNote.findUnique({
        where: { id: noteId },
        include: { portfolios: true, gathering: { select: { state: true } } },
      });
      if (note?.gatheringId !== gatheringId || note.state !== 'shown') return refused('note-unknown');
      if (note.gathering.state === 'closed' && !helps(taker)) return refused('wall-closed');
      if (note.portfolios.some((one) => one.portfolioId === portfolioId)) return accepted();
      if (note.portfolios.length >= mostAttached) return refused('too-many-attached', { count: mostAttached });
      const attachedById = context.actor.person?.id ?? null;
      await tx.gatheringNotePortfolio.create({
        data: { noteId, portfolioId, attachedById, attachedAt: context.now },
      });
      return accepted();
    },
    { refusals: noteRefusals },
  );
}

/** Takes that back: who wrote the note, and who helps. */
export async function detachNote(input: Attach, context: Context<Actor>): Promise<Outcome<void, AttachRefusal>> {
  const { gatheringId, noteId, portfolioId, taker } = input;
  if (!isId(noteId)) return refused('note-unknown');
  if (!isId(portfolioId)) return refused('portfolio-unknown');
  return inTransaction<void, AttachRefusal>(context, async (tx) => {
    const note = await tx.gatheringNote.findUnique({ where: { id: noteId } });
    if (note?.gatheringId !== gatheringId) return refused('note-unknown');
    const isOwn = note.registrationId !== null && note.registrationId === taker.registrationId;
    if (!isOwn && !helps(taker)) return refused('not-taking-part');
    await tx.gatheringNotePortfolio.deleteMany({ where: { noteId, portfolioId } });
    return accepted();
  });
}
