import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { moveInitiative, type MoveRefusal } from '#app/modules/initiatives/commands/move-initiative.server.ts';
import { inTransaction, type Transaction } from '#app/platform/database.server.ts';
import { closingObstacle, roundPhase } from '../round.ts';
import { availableIn, entryStates } from '../round.store.server.ts';
import { manageRound, type ManageRefusal, type ScoringContext } from './scoring-context.server.ts';

export type CloseRefusal = ManageRefusal | MoveRefusal | 'period-not-over' | 'below-minimum';

/**
 * Closes a round. The lock on the round makes a review that is handed in at the same instant wait and be refused, or be
 * counted here. What an interest kept out, what the submitter withdrew and what the fund could give is kept as it is now;
 * every initiative goes on to its decision.
 */
export async function closeRound(roundId: string, context: ScoringContext): Promise<Outcome<void, CloseRefusal>> {
  return inTransaction<void, CloseRefusal>(context, async (tx) => {
    const managed = await manageRound(tx, roundId, context);
    if (!managed.ok) return managed;
    const { round, personId } = managed.value;
    await lockInitiatives(tx, roundId);
    const today = dayInAmsterdam(context.now);
    const entries = await entryStates(tx, roundId, today);
    const inRound = entries.filter((entry) => entry.inRound);
    const obstacle = closingObstacle(roundPhase(round, today), round.minimumReviews, inRound);
    if (obstacle === 'already-closed') return refused('round-closed');
    if (obstacle !== null) return refused(obstacle);

    for (const entry of entries.filter((one) => one.isWithdrawn)) {
      await tx.roundEntry.update({ where: { id: entry.id }, data: { leftKind: 'withdrawn', leftAt: context.now } });
    }
    await tx.$executeRaw`
      update review_assignment a set recused_as = interest_of(a.person_id, e.initiative_id)
        from round_entry e where e.id = a.round_entry_id and e.round_id = ${roundId}::uuid`;
    // also where the product learned of the interest after the review was handed in
    await tx.$executeRaw`
      update review v set state = 'set-aside', revision = revision + 1
        from review_assignment a join round_entry e on e.id = a.round_entry_id
        where a.id = v.assignment_id and e.round_id = ${roundId}::uuid and a.recused_as is not null and v.state <> 'set-aside'`;
    for (const entry of inRound) {
      const moved = await moveInitiative(tx, {
        initiativeId: entry.initiativeId,
        move: 'close-round',
        revision: null,
        reason: null,
        detail: { round: round.title, roundSlug: round.slug },
        byBodyId: round.bodyId,
        actorId: personId,
        at: context.now,
      });
      if (!moved.ok) return moved;
    }
    const available = round.fundId === null ? null : await availableIn(tx, round.fundId);
    await tx.round.update({
      where: { id: roundId },
      data: {
        state: 'closed',
        closedAt: context.now,
        availableCents: available === null ? null : BigInt(available),
        revision: { increment: 1 },
      },
    });
    return accepted();
  });
}

/** In the order of their ids, as everything that locks several initiatives does: interests and withdrawals wait. */
async function lockInitiatives(tx: Transaction, roundId: string): Promise<void> {
  await tx.$queryRaw`
    select 1 from initiative where id in (select initiative_id from round_entry where round_id = ${roundId}::uuid)
      order by id for update`;
}
