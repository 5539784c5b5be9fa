import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused } from '#app/kernel/outcome.ts';
import { inTransaction, type Database } from '#app/platform/database.server.ts';
import { dueMove } from '../vote.ts';
import { lockVote } from '../vote.store.server.ts';

/**
 * Opens and closes the votes whose moment has come. A ballot that comes after the closing moment is refused before this closes the vote.
 * @returns how many moved
 */
export async function keepTime(database: Database, now: Instant): Promise<number> {
  const running = await database.vote.findMany({
    where: {
      OR: [
        { state: 'announced', opensAt: { lte: now } },
        { state: 'open', closesAt: { lte: now } },
      ],
    },
    select: { id: true },
  });
  let moved = 0;
  for (const { id } of running) {
    const outcome = await inTransaction({ database }, async (tx) => {
      const vote = await lockVote(tx, id, 'change');
      const due = vote === null ? null : dueMove(vote, now);
      if (due === null) return refused('not-due');
      const data = due === 'open' ? { state: 'open', openedAt: now } : { state: 'closed', closedAt: now };
      await tx.vote.update({ where: { id }, data: { ...data, revision: { increment: 1 } } });
      return accepted();
    });
    if (outcome.ok) moved += 1;
  }
  return moved;
}

/**
 * Writes the ballots anew in an order by chance (docs/decisions/0037). Nobody casts while it is done, in any vote, so it is a transaction of
 * its own in which nothing else happens.
 * @throws Error when something holds the table for three seconds: try again
 */
export async function shuffleBallots(database: Database): Promise<void> {
  await database.$transaction((tx) => tx.$executeRaw`select shuffle_ballots()`, { timeout: patience });
}

/** Milliseconds, for all ballots that there ever were. */
const patience = 60_000;

/** The same, while there is a vote that ballots may have come to since the last time. */
export async function shuffleRunning(database: Database): Promise<void> {
  if ((await database.vote.count({ where: { state: { in: ['open', 'closed'] } } })) > 0) await shuffleBallots(database);
}
