import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { accessOf } from '../gathering.store.server.ts';
import { noteRefusals } from '../refusals.ts';
import { mostPiles } from '../wall.ts';

type Ruled = (typeof noteRefusals)[keyof typeof noteRefusals];
export type SortRefusal =
  | 'not-taking-part'
  | 'note-unknown'
  | 'pile-unknown'
  | 'too-many-piles'
  | 'form-key-invalid'
  | 'changed-meanwhile'
  | Ruled;

type Sorted = Promise<Outcome<void, SortRefusal>>;

/** Runs for who runs the gathering or helps, one after the other on one wall. */
async function sorting(gatheringId: string, context: Context<SignedIn>, work: (tx: Transaction) => Sorted): Sorted {
  if (!isId(gatheringId)) return refused('not-taking-part');
  return inTransaction<void, SortRefusal, Ruled>(
    context,
    async (tx) => {
      const access = await accessOf(tx, context.actor, gatheringId);
      if (access !== 'run' && access !== 'door') return refused('not-taking-part');
      await holdKey(tx, `piles:${gatheringId}`);
      return work(tx);
    },
    { refusals: noteRefusals },
  );
}

/** Makes a pile, at the end of the row. @param input.id made by the page, so that a double post makes one */
export async function makePile(
  input: { gatheringId: string; id: string; name: string },
  context: Context<SignedIn>,
): Sorted {
  const { gatheringId, id, name } = input;
  if (!isId(id)) return refused('form-key-invalid');
  return sorting(gatheringId, context, async (tx) => {
    const before = await tx.gatheringCluster.findUnique({ where: { id } });
    if (before !== null) return before.gatheringId === gatheringId ? accepted() : refused('form-key-invalid');
    const ofWall = { gatheringId, holds: 'notes' };
    const { _max, _count } = await tx.gatheringCluster.aggregate({
      where: ofWall,
      _max: { position: true },
      _count: true,
    });
    if (_count >= mostPiles) return refused('too-many-piles', { count: mostPiles });
    const position = (_max.position ?? 0) + 1;
    await tx.gatheringCluster.create({ data: { id, ...ofWall, name, position, isPinned: true } });
    return accepted();
  });
}

/** Gives a pile another name, or takes it away (name null): its notes stay on the wall. */
export async function changePile(
  input: { gatheringId: string; pileId: string; revision: number; name: string | null },
  context: Context<SignedIn>,
): Sorted {
  const { gatheringId, pileId, revision, name } = input;
  if (!isId(pileId)) return refused('pile-unknown');
  return sorting(gatheringId, context, async (tx) => {
    const pile = await tx.gatheringCluster.findUnique({ where: { id: pileId } });
    if (pile?.gatheringId !== gatheringId || pile.holds !== 'notes') return refused('pile-unknown');
    if (pile.name === name) return accepted();
    if (pile.revision !== revision) return refused('changed-meanwhile');
    if (name === null) {
      // seen by who moves one of them at this moment
      await tx.gatheringNote.updateMany({
        where: { clusterId: pileId },
        data: { clusterId: null, revision: { increment: 1 } },
      });
      await tx.gatheringCluster.delete({ where: { id: pileId } });
    } else {
      await tx.gatheringCluster.update({ where: { id: pileId }, data: { name, revision: { increment: 1 } } });
    }
    return accepted();
  });
}

/** Moves a note to a pile, or out of all (null). Of two who move one note at once the second is told, and sees where it is now. */
export async function moveNote(
  input: { gatheringId: string; noteId: string; revision: number; pileId: string | null },
  context: Context<SignedIn>,
): Sorted {
  const { gatheringId, noteId, revision, pileId } = input;
  if (!isId(noteId)) return refused('note-unknown');
  if (pileId !== null && !isId(pileId)) return refused('pile-unknown');
  return sorting(gatheringId, context, async (tx) => {
    await tx.$queryRaw`select 1 from gathering_note where id = ${noteId}::uuid for update`;
    const note = await tx.gatheringNote.findUnique({ where: { id: noteId } });
    if (note?.gatheringId !== gatheringId || note.state === 'withdrawn') return refused('note-unknown');
    if (note.clusterId === pileId) return accepted();
    if (note.revision !== revision) return refused('changed-meanwhile');
    await tx.gatheringNote.update({ where: { id: noteId }, data: { clusterId: pileId, revision: { increment: 1 } } });
    return accepted();
  });
}
