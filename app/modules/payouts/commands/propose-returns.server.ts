import type { Instant } from '#app/kernel/instant.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { saidByTheBank } from '../statement-item.ts';
import type { Return } from './match-items.server.ts';

/**
 * Proposes what came back to a second treasurer, in the name of who took that statement in: they cannot confirm it themselves. Where
 * that person is no treasurer any more, in the name of who takes in this one.
 */
export async function proposeReturns(
  tx: Transaction,
  { returns, importerId, at }: { returns: readonly Return[]; importerId: string; at: Instant },
): Promise<void> {
  const takenIn = await tx.$queryRaw<{ id: string; by: string }[]>`
    select i.id::text, s.imported_by_id::text as by from statement_item i join bank_statement s on s.id = i.bank_statement_id
      where i.id = any (${returns.map(({ itemId }) => itemId)}::uuid[])
        and is_office_treasurer(s.imported_by_id, amsterdam_day(${at}::timestamptz))`;
  const importers = new Map(takenIn.map(({ id, by }) => [id, by]));
  await tx.statementMatch.createMany({
    data: returns.map(({ itemId, lineId, batchId }) => ({
      id: newId(),
      itemId,
      lineId,
      batchId,
      note: saidByTheBank,
      proposedById: importers.get(itemId) ?? importerId,
      proposedAt: at,
    })),
  });
}
