import { newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction } from '#app/platform/database.server.ts';
import type { Declaration } from '../interest.ts';
import { reviewRefusals, takeOwnAssignment } from './own-assignment.server.ts';
import type { ScoringContext } from './scoring-context.server.ts';

export type DeclareInterest = {
  assignmentId: string;
  kind: Declaration;
  /** Explanation that nobody else reads in the product. */
  note: string;
};

export type DeclareRefusal =
  | 'assignment-unknown'
  | 'note-needed'
  | 'interest-keeps-out'
  | 'already-handed-in'
  | 'round-closed'
  | 'round-not-begun'
  | 'left-round'
  | 'role-ended';

/**
 * Declares an interest in the initiative of an assignment, or none.
 * 'none' opens the dossier, and is refused where the product knows an interest. Any other kind shuts it for good, also
 * when it comes after the review was handed in or the round closed: the database then sets the review aside.
 * Declaring 'none' twice is no mistake: the dossier is open already.
 */
export async function declareInterest(
  order: DeclareInterest,
  context: ScoringContext,
): Promise<Outcome<'open' | 'shut', DeclareRefusal>> {
  const { kind, note } = order;
  return inTransaction<'open' | 'shut', DeclareRefusal, DeclareRefusal>(
    context,
    async (tx) => {
      const taken = await takeOwnAssignment(tx, order.assignmentId, context);
      if (!taken.ok) return taken;
      const own = taken.value;
      if (kind === 'other' && note.trim() === '') return refused('note-needed');
      const review = await tx.review.findUnique({ where: { assignmentId: own.id } });
      if (kind === 'none') {
        if (review?.state === 'set-aside') return refused('interest-keeps-out');
        if (!own.inOffice && own.phase !== 'closed') return refused('role-ended');
        if (review !== null) return accepted('open');
        if (own.phase === 'closed') return refused('round-closed');
        if (own.phase === 'planned') return refused('round-not-begun');
        if (own.hasLeftRound) return refused('left-round');
      }
      await tx.interestDeclaration.create({
        data: {
          id: newId(context.now.getTime()),
          personId: own.personId,
          initiativeId: own.initiativeId,
          kind,
          note: note.trim(),
          declaredAt: context.now,
        },
      });
      if (kind !== 'none') return accepted('shut');
      await tx.review.create({
        data: { id: newId(context.now.getTime()), assignmentId: own.id, state: 'draft', openedAt: context.now },
      });
      return accepted('open');
    },
    // a double post at the same instant: the first one opened it
    { refusals: { ...reviewRefusals, review_after_declaration: 'interest-keeps-out' } },
  );
}
