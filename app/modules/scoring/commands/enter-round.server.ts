import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { moveInitiative, type MoveRefusal } from '#app/modules/initiatives/commands/move-initiative.server.ts';
import { inTransaction, type Transaction } from '#app/platform/database.server.ts';
import { interestOf, manageRound, type ManageRefusal, type ScoringContext } from './scoring-context.server.ts';

export type EnterRefusal = MoveRefusal | 'choose-initiatives' | 'already-entered' | 'interest-keeps-out';

type OpenRoundFacts = { id: string; slug: string; title: string; bodyId: string; closesOn: CalendarDate };

/** Lets more initiatives enter a round that is open. Nobody is assigned to them yet. */
export async function enterRound(
  order: { roundId: string; initiativeIds: readonly string[] },
  context: ScoringContext,
): Promise<Outcome<{ entered: number }, ManageRefusal | EnterRefusal>> {
  return inTransaction<{ entered: number }, ManageRefusal | EnterRefusal, EnterRefusal>(
    context,
    async (tx) => {
      const managed = await manageRound(tx, order.roundId, context);
      if (!managed.ok) return managed;
      if (order.initiativeIds.length === 0) return refused('choose-initiatives');
      const { round, personId } = managed.value;
      const entered = await enterInRound(tx, round, order.initiativeIds, personId, context.now);
      return entered.ok ? accepted({ entered: entered.value.length }) : entered;
    },
    { refusals: { round_entry_round_id_initiative_id_key: 'already-entered' } },
  );
}

/**
 * Lets initiatives of the round's body enter it, in the version they have now; their next step is due when the round
 * ends. Initiatives are taken in the order of their ids, so that two rounds never wait for each other in a circle.
 * @returns ids of the new entries
 */
export async function enterInRound(
  tx: Transaction,
  round: OpenRoundFacts,
  initiativeIds: readonly string[],
  actorId: string,
  now: Instant,
): Promise<Outcome<string[], EnterRefusal>> {
  const entryIds: string[] = [];
  for (const initiativeId of [...new Set(initiativeIds)].sort()) {
    if (!isId(initiativeId)) return refused('initiative-unknown');
    const belongs = await tx.initiative.count({
      where: { id: initiativeId, bodyId: round.bodyId, currentVersion: { gt: 0 } },
    });
    if (belongs === 0) return refused('initiative-unknown');
    const moved = await moveInitiative(tx, {
      initiativeId,
      move: 'enter-round',
      revision: null,
      reason: null,
      detail: { round: round.title, roundSlug: round.slug },
      byBodyId: round.bodyId,
      dueOn: round.closesOn,
      actorId,
      at: now,
    });
    if (!moved.ok) return moved;
    // the move holds the row: no declaration and no new version can come in between
    if ((await interestOf(tx, actorId, initiativeId)) !== null) return refused('interest-keeps-out');
    const { currentVersion, requestedCents, bodyId } = await tx.initiative.findUniqueOrThrow({
      where: { id: initiativeId },
    });
    if (bodyId !== round.bodyId) return refused('initiative-unknown');
    const id = newId(now.getTime());
    await tx.roundEntry.create({
      data: { id, roundId: round.id, initiativeId, version: currentVersion, requestedCents },
    });
    entryIds.push(id);
  }
  return accepted(entryIds);
}
