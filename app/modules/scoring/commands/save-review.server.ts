import { accepted, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction } from '#app/platform/database.server.ts';
import { readSheet } from '../sheet.ts';
import { reviewRefusals, takeOwnReview, type WritableRefusal } from './own-assignment.server.ts';
import type { ScoringContext } from './scoring-context.server.ts';

export type SaveReview = {
  assignmentId: string;
  /** Revision that the person saw. */
  revision: number;
  /** The score sheet as it was posted; a draft takes whatever was typed. */
  form: FormData;
};

/**
 * Keeps what was typed on a score sheet, complete or not. Nobody else sees it.
 * @returns the revision to send along with the next save
 */
export async function saveReview(
  order: SaveReview,
  context: ScoringContext,
): Promise<Outcome<{ revision: number }, WritableRefusal>> {
  return inTransaction<{ revision: number }, WritableRefusal, WritableRefusal>(
    context,
    async (tx) => {
      const taken = await takeOwnReview(tx, order, context);
      if (!taken.ok) return taken;
      const { reviewId, revision, criteria } = taken.value;
      await tx.review.update({
        where: { id: reviewId },
        data: { draft: readSheet(order.form, criteria), revision: revision + 1 },
      });
      return accepted({ revision: revision + 1 });
    },
    { refusals: reviewRefusals },
  );
}
