import type { Instant } from '#app/kernel/instant.ts';
import { planBasis } from '#app/modules/decisions/queries/plan-basis.server.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { WaitingWinner } from '../winner.ts';

/** What a decision on a winner rests on now; null: no body has the plan any more. */
export async function waitingWinner(
  database: Database | Transaction,
  initiativeId: string,
  now: Instant,
): Promise<WaitingWinner | null> {
  const plan = await planBasis(database, initiativeId, now);
  if (plan === null) return null;
  const prepared = await database.decision.findFirst({
    where: { initiativeId, state: 'prepared' },
    select: { id: true },
  });
  return { plan, preparedId: prepared?.id ?? null };
}
