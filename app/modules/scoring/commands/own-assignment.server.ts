import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { roundPhase, type RoundPhase } from '../round.ts';
import { isInOffice } from '../reviewer.store.server.ts';
import { findRound, type RoundRow } from '../round.store.server.ts';
import type { SheetCriterion } from '../sheet.ts';
import { interestOf, type ScoringContext } from './scoring-context.server.ts';

export type OwnAssignment = {
  id: string;
  personId: string;
  initiativeId: string;
  hasLeftRound: boolean;
  /** The person still holds a role in which they may score for the round's body. */
  inOffice: boolean;
  round: RoundRow;
  phase: RoundPhase;
};

/**
 * The actor's own assignment, with the round locked shared (a closing round waits, or is seen) and the initiative locked
 * (a declaration waits, or is seen), always in this order. Somebody else's is as unknown as one that does not exist.
 */
export async function takeOwnAssignment(
  tx: Transaction,
  assignmentId: string,
  { actor, now }: ScoringContext,
): Promise<Outcome<OwnAssignment, 'assignment-unknown'>> {
  if (!isId(assignmentId) || actor.person === null) return refused('assignment-unknown');
  const personId = actor.person.id;
  const [found] = await tx.$queryRaw<{ round_id: string; initiative_id: string }[]>`
    select e.round_id, e.initiative_id from review_assignment a join round_entry e on e.id = a.round_entry_id
      where a.id = ${assignmentId}::uuid and a.person_id = ${personId}::uuid`;
  if (!found) return refused('assignment-unknown');
  await tx.$queryRaw`select 1 from round where id = ${found.round_id}::uuid for share`;
  await tx.$queryRaw`select 1 from initiative where id = ${found.initiative_id}::uuid for no key update`;
  // an assignment can be taken back until the lock is held
  const assignment = await tx.reviewAssignment.findUnique({
    where: { id: assignmentId },
    select: { roundEntry: { select: { leftAt: true, initiative: { select: { stage: true } } } } },
  });
  const round = await findRound(tx, found.round_id);
  if (assignment === null || round === null) return refused('assignment-unknown');
  const { leftAt, initiative } = assignment.roundEntry;
  const today = dayInAmsterdam(now);
  return accepted({
    id: assignmentId,
    personId,
    initiativeId: found.initiative_id,
    hasLeftRound: leftAt !== null || (round.state === 'open' && initiative.stage !== 'scoring'),
    inOffice: await isInOffice(tx, personId, round.bodyId, today),
    round,
    phase: roundPhase(round, today),
  });
}

export type WritableRefusal =
  | 'assignment-unknown'
  | 'interest-keeps-out'
  | 'declare-first'
  | 'already-handed-in'
  | 'round-closed'
  | 'round-not-begun'
  | 'left-round'
  | 'role-ended'
  | 'changed-meanwhile';

/** A review that can still be written: its row is locked, and nobody saved it since the person saw it. */
export async function takeOwnReview(
  tx: Transaction,
  order: { assignmentId: string; revision: number },
  context: ScoringContext,
): Promise<
  Outcome<OwnAssignment & { reviewId: string; revision: number; criteria: SheetCriterion[] }, WritableRefusal>
> {
  const taken = await takeOwnAssignment(tx, order.assignmentId, context);
  if (!taken.ok) return taken;
  const own = taken.value;
  if ((await interestOf(tx, own.personId, own.initiativeId)) !== null) return refused('interest-keeps-out');
  const [review] = await tx.$queryRaw<{ id: string; state: string; revision: number }[]>`
    select id, state, revision from review where assignment_id = ${own.id}::uuid for update`;
  if (review?.state === 'submitted') return refused('already-handed-in');
  if (own.phase === 'closed') return refused('round-closed');
  if (!own.inOffice) return refused('role-ended');
  if (own.phase === 'planned') return refused('round-not-begun');
  if (own.hasLeftRound) return refused('left-round');
  if (!review) return refused('declare-first');
  if (review.revision !== order.revision) return refused('changed-meanwhile');
  return accepted({
    ...own,
    reviewId: review.id,
    revision: review.revision,
    criteria: await sheetCriteria(tx, own.round.criteriaVersionId),
  });
}

/** Names that the database gives to the same refusals, for what slips past the checks above. */
export const reviewRefusals = {
  review_without_interest: 'interest-keeps-out',
  review_after_declaration: 'declare-first',
  review_submitted: 'already-handed-in',
  round_closed: 'round-closed',
  entry_left_round: 'left-round',
  reviewer_in_office: 'role-ended',
} as const;

async function sheetCriteria(tx: Transaction, criteriaVersionId: string): Promise<SheetCriterion[]> {
  const criteria = await tx.criterion.findMany({ where: { criteriaVersionId }, orderBy: { position: 'asc' } });
  return criteria.map(({ id, slug, scale }) => ({ id, slug, maximum: scale.length - 1 }));
}
