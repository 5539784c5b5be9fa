import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor, SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { accessOf } from '../gathering.store.server.ts';
import { noteRefusals } from '../refusals.ts';
import type { Taker } from '../queries/taker.query.server.ts';

type Ruled = (typeof noteRefusals)[keyof typeof noteRefusals];
export type ChangeNoteRefusal = 'note-unknown' | 'changed-meanwhile' | Ruled;

type Which = { gatheringId: string; noteId: string };

/** The note, held until the transaction is over. */
async function lockNote(tx: Transaction, { gatheringId, noteId }: Which) {
  await tx.$queryRaw`select 1 from gathering_note where id = ${noteId}::uuid for update`;
  const note = await tx.gatheringNote.findUnique({ where: { id: noteId } });
  return note?.gatheringId === gatheringId ? note : null;
}

const nothingHidden = { hiddenAt: null, hiddenById: null, hiddenReason: '' };

/** Who wrote a note takes it away; who helps takes away what was typed over wrongly. Its words are gone; twice is once. */
export async function withdrawNote(
  input: Which & { taker: Taker },
  context: Context<Actor>,
): Promise<Outcome<void, ChangeNoteRefusal>> {
  if (!isId(input.noteId)) return refused('note-unknown');
  return inTransaction<void, ChangeNoteRefusal>(context, async (tx) => {
    const note = await lockNote(tx, input);
    if (note === null) return refused('note-unknown');
    const isOwn = note.registrationId !== null && note.registrationId === input.taker.registrationId;
    const isPaper = note.registrationId === null && note.typedById !== null;
    const helps = isPaper && ['run', 'door'].includes((await accessOf(tx, context.actor, note.gatheringId)) ?? '');
    if (!isOwn && !helps) return refused('note-unknown');
    if (note.state === 'withdrawn') return accepted();
    await tx.gatheringNotePortfolio.deleteMany({ where: { noteId: note.id } });
    await tx.gatheringNote.update({
      where: { id: note.id },
      data: { state: 'withdrawn', text: '', byline: '', clusterId: null, ...nothingHidden, revision: { increment: 1 } },
    });
    return accepted();
  });
}

/** Who runs it or helps hides a note from the wall with a reason, or shows it again (reason null). */
export async function hideNote(
  input: Which & { revision: number; reason: string | null },
  context: Context<SignedIn>,
): Promise<Outcome<void, ChangeNoteRefusal>> {
  const { actor, now } = context;
  if (!isId(input.noteId)) return refused('note-unknown');
  return inTransaction<void, ChangeNoteRefusal, Ruled>(
    context,
    async (tx) => {
      const note = await lockNote(tx, input);
      const access = note === null ? null : await accessOf(tx, actor, note.gatheringId);
      if (note === null || (access !== 'run' && access !== 'door')) return refused('note-unknown');
      const state = input.reason === null ? 'shown' : 'hidden';
      if (note.state === state) return accepted();
      if (note.state === 'withdrawn' || note.revision !== input.revision) return refused('changed-meanwhile');
      const hidden =
        input.reason === null
          ? nothingHidden
          : { hiddenAt: now, hiddenById: actor.person.id, hiddenReason: input.reason };
      await tx.gatheringNote.update({
        where: { id: note.id },
        data: { state, ...hidden, revision: { increment: 1 } },
      });
      return accepted();
    },
    { refusals: noteRefusals },
  );
}
