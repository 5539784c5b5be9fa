import type { Instant } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import type { BatchEntryKind } from '#app/modules/ledger/entry.ts';
import { postBatchEntry } from '#app/modules/ledger/commands/post-batch-entry.server.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import type { LockedBatch } from './lock-batch.server.ts';

type GroundRow = { decision_id: string | null; spending_id: string | null; fund_id: string; amount: bigint };

/**
 * Writes the entries of a step of a batch: one for each promise that its lines draw on, never one per person, so that what the
 * ledger keeps for ever says nothing about anybody.
 * @param lineIds lines that take the step
 * @param occasion tells this step from others of the same kind, so that it is written once
 */
export async function postBatch(
  tx: Transaction,
  batch: LockedBatch,
  { kind, lineIds, occasion, at }: { kind: BatchEntryKind; lineIds: readonly string[]; occasion: string; at: Instant },
): Promise<void> {
  if (batch.approvedById === null) throw new RangeError('a batch that nobody approved pays nothing');
  // in the order of the funds, so that two batches never wait for each other in a circle
  const grounds = await tx.$queryRaw<GroundRow[]>`
    select d.id as decision_id, s.id as spending_id, coalesce(d.fund_id, s.fund_id) as fund_id, sum(x.amount_cents)::bigint as amount
      from payment_line_claim x
        left join decision d on d.id = x.ground_id left join small_spending s on s.id = x.ground_id
      where x.line_id = any (${lineIds}::uuid[])
      group by 1, 2, 3 order by 3, 1, 2`;
  for (const { decision_id: decisionId, spending_id: spendingId, fund_id: fundId, amount } of grounds) {
    await postBatchEntry(tx, {
      kind,
      batchId: batch.id,
      description: batch.number,
      idempotencyKey: `batch:${batch.id}:${kind}:${decisionId ?? spendingId ?? ''}:${occasion}`,
      decisionId,
      spendingId,
      fundId,
      proposerId: batch.composedById,
      approverId: batch.approvedById,
      amount: cents(amount),
      occurredAt: at,
    });
  }
}
