import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { moveInitiative, type MoveRefusal } from '#app/modules/initiatives/commands/move-initiative.server.ts';
import { inTransaction } from '#app/platform/database.server.ts';
import { interestOf, manageRound, type ManageRefusal, type ScoringContext } from './scoring-context.server.ts';

export type LeaveRefusal = ManageRefusal | MoveRefusal | 'entry-unknown' | 'reason-needed' | 'interest-keeps-out';

/**
 * Takes an initiative out of an open round, with a reason that its submitter and the public read. It is accepted again
 * and waits for another round. Reviews that were handed in stay in the record and count no more.
 */
export async function leaveRound(
  order: { entryId: string; reason: string },
  context: ScoringContext,
): Promise<Outcome<void, LeaveRefusal>> {
  const reason = order.reason.trim();
  return inTransaction<void, LeaveRefusal>(context, async (tx) => {
    const found = isId(order.entryId) ? await tx.roundEntry.findUnique({ where: { id: order.entryId } }) : null;
    if (found === null) return refused('entry-unknown');
    const managed = await manageRound(tx, found.roundId, context);
    if (!managed.ok) return managed.reason === 'round-unknown' ? refused('entry-unknown') : managed;
    const entry = await tx.roundEntry.findUniqueOrThrow({ where: { id: order.entryId } });
    if (entry.leftAt !== null) return refused('entry-unknown');
    if (reason === '') return refused('reason-needed');
    const { round, personId } = managed.value;
    const moved = await moveInitiative(tx, {
      initiativeId: entry.initiativeId,
      move: 'leave-round',
      revision: null,
      reason,
      detail: { round: round.title, roundSlug: round.slug },
      byBodyId: round.bodyId,
      actorId: personId,
      at: context.now,
    });
    if (!moved.ok) return moved;
    if ((await interestOf(tx, personId, entry.initiativeId)) !== null) return refused('interest-keeps-out');
    await tx.roundEntry.update({
      where: { id: entry.id },
      data: { leftKind: 'taken-out', leftReason: reason, leftAt: context.now },
    });
    return accepted();
  });
}
