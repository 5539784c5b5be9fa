import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdOwnPair, withdrawInterest, type Pair } from '../own-pair.store.server.ts';

/**
 * "Not for us": the other is not suggested to this portfolio again, until that is taken back. Both can be said twice. Who was told
 * that we want to meet, is no longer.
 */
export async function dismissSuggestion(
  pair: Pair & { isDismissed: boolean },
  { actor, now, database }: Context<SignedIn>,
): Promise<Outcome<void, 'portfolio-unknown'>> {
  const personId = actor.person.id;
  return inTransaction<void, 'portfolio-unknown'>({ database }, async (tx) => {
    const found = await holdOwnPair(tx, pair, personId);
    if (found === null) return refused('portfolio-unknown');
    const { mineId: portfolioId, otherId } = found;
    if (!pair.isDismissed) {
      await tx.suggestionDismissal.deleteMany({ where: { portfolioId, otherId } });
      return accepted();
    }
    await withdrawInterest(tx, { portfolioId, otherId }, now);
    await tx.suggestionDismissal.createMany({
      data: [{ portfolioId, otherId, byId: personId, at: now }],
      skipDuplicates: true,
    });
    return accepted();
  });
}
