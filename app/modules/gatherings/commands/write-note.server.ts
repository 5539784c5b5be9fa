import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { accessOf } from '../gathering.store.server.ts';
import { noteRefusals } from '../refusals.ts';
import type { NoteKind } from '../wall.ts';
import { notesPerMinute } from '../wall.ts';

export type WriteNote = {
  gatheringId: string;
  /** Made on the phone: a note that is sent twice is there once. */
  id: string;
  /** The seat that writes; crew: typed over from paper by the actor. */
  from: { registrationId: string } | 'crew';
  kind: NoteKind;
  text: string;
  byline: string;
  /** Where it goes at once; null: not in a pile. */
  pileId: string | null;
};

export type NoteRefusal =
  'not-taking-part' | 'too-many-notes' | 'form-key-invalid' | (typeof noteRefusals)[keyof typeof noteRefusals];

/** What became of a note that was sent: also when it was there already. */
export type NoteState = 'shown' | 'hidden' | 'withdrawn';

/** Puts a note on the wall. The caller knows that the seat is of who sends it (`taker`); PostgreSQL, that it is of this gathering. */
export async function writeNote(input: WriteNote, context: Context<Actor>): Promise<Outcome<NoteState, NoteRefusal>> {
  const { gatheringId, id, from, kind, text, byline, pileId } = input;
  const { now } = context;
  if (!isId(id) || !isId(gatheringId)) return refused('form-key-invalid');
  if (pileId !== null && !isId(pileId)) return refused('pile-unknown');
  const registrationId = from === 'crew' ? null : from.registrationId;
  return inTransaction<NoteState, NoteRefusal, (typeof noteRefusals)[keyof typeof noteRefusals]>(
    context,
    async (tx) => {
      if (registrationId === null) {
        const access = await accessOf(tx, context.actor, gatheringId);
        if (access !== 'run' && access !== 'door') return refused('not-taking-part');
      }
      // who sends it twice at once waits here for the first
      await holdKey(tx, `note:${registrationId ?? id}`);
      const before = await tx.gatheringNote.findUnique({ where: { id } });
      if (before !== null) {
        const isSame = before.gatheringId === gatheringId && before.registrationId === registrationId;
        return isSame ? accepted(before.state as NoteState) : refused('form-key-invalid');
      }
      if (registrationId !== null) {
        const aMinuteAgo = new Date(now.getTime() - 60_000);
        const lately = await tx.gatheringNote.count({ where: { registrationId, writtenAt: { gt: aMinuteAgo } } });
        if (lately >= notesPerMinute) return refused('too-many-notes', { count: notesPerMinute });
      }
      await tx.gatheringNote.create({
        data: {
          ...{ id, gatheringId, kind, text, byline, registrationId, clusterId: pileId, writtenAt: now },
          typedById: registrationId === null ? (context.actor.person?.id ?? null) : null,
        },
      });
      return accepted('shown');
    },
    { refusals: noteRefusals },
  );
}
