import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction } from '#app/platform/database.server.ts';
import { checkSheet, readSheet, type SheetMistake } from '../sheet.ts';
import { reviewRefusals, takeOwnReview, type WritableRefusal } from './own-assignment.server.ts';
import type { SaveReview } from './save-review.server.ts';
import type { ScoringContext } from './scoring-context.server.ts';

export type HandInRefusal = WritableRefusal | 'sheet-incomplete' | 'off-scale';

export type HandedIn = { state: 'handed-in' } | { state: 'incomplete'; mistakes: SheetMistake[]; revision: number };

/**
 * Hands in a score sheet. A sheet with mistakes is kept as draft and comes back with every mistake named; a complete one
 * is written for good.
 */
export async function handInReview(
  order: SaveReview,
  context: ScoringContext,
): Promise<Outcome<HandedIn, HandInRefusal>> {
  return inTransaction<HandedIn, HandInRefusal, HandInRefusal>(
    context,
    async (tx) => {
      const taken = await takeOwnReview(tx, order, context);
      if (!taken.ok) return taken;
      const { reviewId, revision, criteria } = taken.value;
      const sheet = readSheet(order.form, criteria);
      const { scores, mistakes } = checkSheet(criteria, sheet);
      if (scores === null) {
        await tx.review.update({ where: { id: reviewId }, data: { draft: sheet, revision: revision + 1 } });
        return accepted({ state: 'incomplete', mistakes, revision: revision + 1 });
      }
      if (scores.length === 0) return refused('sheet-incomplete');
      await tx.reviewScore.createMany({ data: scores.map((score) => ({ reviewId, ...score })) });
      await tx.$executeRaw`
        update review set state = 'submitted', submitted_at = ${context.now}, draft = null, revision = revision + 1
          where id = ${reviewId}::uuid`;
      return accepted({ state: 'handed-in' });
    },
    { refusals: { ...reviewRefusals, review_complete: 'sheet-incomplete', score_in_scale: 'off-scale' } },
  );
}
