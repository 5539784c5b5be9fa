import { addMinutes } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { makeMatch } from '#app/modules/portfolios/commands/make-match.server.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailInterest } from '../jobs.server.ts';
import { holdOwnPair, keepersToTell, withdrawInterest, type Pair } from '../own-pair.store.server.ts';

export type WantToMeetRefusal = 'portfolio-unknown' | 'cannot-meet' | 'blocked' | 'too-many-wanted';

/** How many others somebody can say it to in a day, for all their portfolios together: each of them gets a mail. */
const mostADay = 20;

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
  const work = async (tx: Transaction): Promise<Outcome<{ isMatch: boolean }, WantToMeetRefusal>> => {
    const found = await holdOwnPair(tx, pair, personId);
    if (found === null) return refused('portfolio-unknown');
    const { mineId: portfolioId, otherId } = found;
    if (found.isMatch) return accepted({ isMatch: true });
    if (!pair.wants) {
      await withdrawInterest(tx, { portfolioId, otherId }, now);
      return accepted({ isMatch: false });
    }
    if (found.isBlocked) return refused('blocked');
    if (!found.canMeet) return refused('cannot-meet');
    await tx.suggestionDismissal.deleteMany({ where: { portfolioId, otherId } });
    await holdKey(tx, `wants:${personId}`);
    const ofLate = { byId: personId, at: { gt: addMinutes(now, -24 * 60) }, NOT: { portfolioId, otherId } };
    if ((await tx.suggestionInterest.count({ where: ofLate })) >= mostADay) return refused('too-many-wanted');
    const said = await tx.suggestionInterest.createMany({
      data: [{ portfolioId, otherId, byId: personId, at: now }],
      skipDuplicates: true,
    });
    await tx.suggestionInterest.updateMany({
      where: { portfolioId, otherId, withdrawnAt: { not: null } },
      data: { byId: personId, at: now, withdrawnAt: null },
    });
    const theyWant = await tx.suggestionInterest.count({
      where: { portfolioId: otherId, otherId: portfolioId, withdrawnAt: null },
    });
    if (theyWant === 0) {
      if (said.count > 0) await tellKeepers(tx, portfolioId, otherId);
      return accepted({ isMatch: false });
    }
    await makeMatch(tx, { oneId: portfolioId, otherId, origin: 'suggestion' }, now);
    return accepted({ isMatch: true });
  };
  return inTransaction<{ isMatch: boolean }, WantToMeetRefusal, WantToMeetRefusal>({ database }, work, {
    refusals: { suggestion_interest_not_blocked: 'blocked' },
  });
}

/** A mail to each, once for a pair: only the first time that it is said, however often it is taken back and said again. */
async function tellKeepers(tx: Transaction, portfolioId: string, otherId: string): Promise<void> {
  for (const keeperId of await keepersToTell(tx, otherId))
    await enqueue(
      tx,
      mailInterest,
      { portfolioId, otherId, personId: keeperId },
      `mail-interest:${portfolioId}:${otherId}:${keeperId}`,
    );
}
