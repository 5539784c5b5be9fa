import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { LotDrawn } from '../views.ts';

/** The lots of a vote that two persons saw drawn, the first first. */
export async function lotsDrawn(database: Database | Transaction, voteId: string): Promise<LotDrawn[]> {
  return database.voteLot.findMany({
    where: { voteId, confirmedAt: { not: null } },
    orderBy: { attempt: 'asc' },
    select: { drawnAt: true, place: true },
  });
}
