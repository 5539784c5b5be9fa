import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { LotDrawn } from '../views.ts';

/**
 * The lots of a vote that two persons saw drawn, the first first. A count that was annulled takes its lots with it: what was entered
 * wrongly is entered again.
 */
export async function lotsDrawn(database: Database | Transaction, voteId: string): Promise<LotDrawn[]> {
  const { _max: annulled } = await database.voteAnnulment.aggregate({
    where: { voteId, confirmedAt: { not: null } },
    _max: { attempt: true },
  });
  return database.voteLot.findMany({
    where: { voteId, confirmedAt: { not: null }, attempt: { gt: annulled.attempt ?? 0 } },
    orderBy: { attempt: 'asc' },
    select: { lots: true, drawnAt: true, place: true },
  });
}
