import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { makeMatch } from '#app/modules/portfolios/commands/make-match.server.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailInterest } from '../jobs.server.ts';
import { holdOwnPair, keepersToTell, type Pair } from '../own-pair.store.server.ts';

export type WantToMeetRefusal = 'portfolio-unknown' | 'cannot-meet' | 'blocked';

/**
 * "We want to meet": the keepers of the other see it, and when they said the same it is a match and the two are introduced. Can be
 * said twice, and taken back as long as there is no match.
 * @returns whether it is a match now
 */
export async function wantToMeet(
  pair: Pair & { wants: boolean },
  { actor, now, database }: Context<SignedIn>,
): Promise<Outcome<{ isMatch: boolean }, WantToMeetRefusal>> {
  const personId = actor.person.id;
  return inTransaction<{ isMatch: boolean }, WantToMeetRefusal>({ database }, async (tx) => {
    const found = await holdOwnPair(tx, pair, personId);
    if (found === null) return refused('portfolio-unknown');
    const { mineId: portfolioId, otherId } = found;
    if (found.isMatch) return accepted({ isMatch: true });
    if (!pair.wants) {
      await tx.suggestionInterest.deleteMany({ where: { portfolioId, otherId } });
      return accepted({ isMatch: false });
    }
    if (found.isBlocked) return refused('blocked');
    if (!found.canMeet) return refused('cannot-meet');
    await tx.suggestionDismissal.deleteMany({ where: { portfolioId, otherId } });
    const said = await tx.suggestionInterest.createMany({
      data: [{ portfolioId, otherId, byId: personId, at: now }],
      skipDuplicates: true,
    });
    const theyWant = await tx.suggestionInterest.count({ where: { portfolioId: otherId, otherId: portfolioId } });
    if (theyWant === 0) {
      if (said.count > 0) await tellKeepers(tx, portfolioId, otherId);
      return accepted({ isMatch: false });
    }
    await makeMatch(tx, { oneId: portfolioId, otherId, origin: 'suggestion' }, now);
    return accepted({ isMatch: true });
  });
}

/** A mail to each, once for a pair and person, however often it is said and taken back while it waits. */
async function tellKeepers(tx: Transaction, portfolioId: string, otherId: string): Promise<void> {
  for (const keeperId of await keepersToTell(tx, otherId))
    await enqueue(
      tx,
      mailInterest,
      { portfolioId, otherId, personId: keeperId },
      `mail-interest:${portfolioId}:${otherId}:${keeperId}`,
    );
}
