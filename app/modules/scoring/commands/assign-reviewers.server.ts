import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { inTransaction, type Transaction } from '#app/platform/database.server.ts';
import { mailReviewsWaiting } from '../jobs.server.ts';
import { possibleReviewers } from '../reviewer.store.server.ts';
import { interestOf, manageRound, type ManageRefusal, type ScoringContext } from './scoring-context.server.ts';

export type AssignRefusal =
  'choose-reviewers' | 'reviewer-unknown' | 'entry-unknown' | 'already-assigned' | 'interest-keeps-out';

export type Assigned = {
  assigned: number;
  /** Of these, how many the product knows an interest for: their dossier stays shut, and others are needed. */
  withInterest: number;
};

/**
 * Assigns people to initiatives of an open round, each to each. Who was assigned already stays so; when nothing would
 * change that is the refusal `already-assigned`. Somebody with an interest can be assigned: the record then shows that
 * they stayed out.
 */
export async function assignReviewers(
  order: { roundId: string; entryIds: readonly string[]; personIds: readonly string[] },
  context: ScoringContext,
): Promise<Outcome<Assigned, ManageRefusal | AssignRefusal>> {
  return inTransaction<Assigned, ManageRefusal | AssignRefusal, 'already-assigned'>(
    context,
    async (tx) => {
      const managed = await manageRound(tx, order.roundId, context);
      if (!managed.ok) return managed;
      const { round, personId } = managed.value;
      return assignInRound(tx, round, order.entryIds, order.personIds, personId, context.now);
    },
    { refusals: { review_assignment_round_entry_id_person_id_key: 'already-assigned' } },
  );
}

/** The same within the caller's transaction, which holds the round. */
export async function assignInRound(
  tx: Transaction,
  round: { id: string; bodyId: string },
  entryIds: readonly string[],
  personIds: readonly string[],
  actorId: string,
  now: Instant,
): Promise<Outcome<Assigned, AssignRefusal>> {
  if (personIds.length === 0) return refused('choose-reviewers');
  const reviewers = new Map(
    (await possibleReviewers(tx, round.bodyId, dayInAmsterdam(now))).map((one) => [one.personId, one]),
  );
  const result: Assigned = { assigned: 0, withInterest: 0 };
  for (const entryId of new Set(entryIds)) {
    const entry = isId(entryId) ? await tx.roundEntry.findUnique({ where: { id: entryId } }) : null;
    if (entry === null || entry.roundId !== round.id || entry.leftAt !== null) return refused('entry-unknown');
    // who has an interest in a plan does not choose who judges it
    if ((await interestOf(tx, actorId, entry.initiativeId)) !== null) return refused('interest-keeps-out');
    for (const personId of new Set(personIds)) {
      const reviewer = reviewers.get(personId);
      if (reviewer === undefined) return refused('reviewer-unknown');
      if ((await tx.reviewAssignment.count({ where: { roundEntryId: entryId, personId } })) > 0) continue;
      await tx.reviewAssignment.create({
        data: {
          id: newId(now.getTime()),
          roundEntryId: entryId,
          personId,
          organisationId: reviewer.organisationId,
          assignedById: actorId,
          createdAt: now,
        },
      });
      await enqueue(
        tx,
        mailReviewsWaiting,
        { roundId: round.id, personId },
        `mail-reviews-waiting:${round.id}:${personId}`,
      );
      result.assigned += 1;
      if ((await interestOf(tx, personId, entry.initiativeId)) !== null) result.withInterest += 1;
    }
  }
  return result.assigned === 0 ? refused('already-assigned') : accepted(result);
}
