import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { transfer, type BatchEntryKind } from '../entry.ts';
import { writeEntry } from '../entry.store.server.ts';

export type PostBatchEntry = {
  kind: BatchEntryKind;
  batchId: string;
  idempotencyKey: string;
  description: string;
  /** What promised the money: exactly one of the two. */
  decisionId: string | null;
  spendingId: string | null;
  fundId: string;
  proposerId: string;
  approverId: string;
  /** Cents, more than zero. */
  amount: Cents;
  occurredAt: Instant;
};

/**
 * Writes what a batch owes volunteers of one promise, paid, did not pay or got back, within the caller's transaction. The
 * database checks the accounts at commit (`batch_entry_fits`), and the sum of all with the lines of the batch (`batch_adds_up`).
 */
export async function postBatchEntry(tx: Transaction, order: PostBatchEntry): Promise<string> {
  const { fundId, amount, ...entry } = order;
  const fund = await tx.fund.findUniqueOrThrow({
    where: { id: fundId },
    select: { committedAccountId: true, payableAccountId: true, settledAccountId: true },
  });
  const { committedAccountId: committed, payableAccountId: payable, settledAccountId: settled } = fund;
  const moved: Record<BatchEntryKind, [giving: string, getting: string]> = {
    payable: [committed, payable],
    settlement: [payable, settled],
    rejection: [payable, committed],
    bounce: [settled, committed],
  };
  const [giving, getting] = moved[entry.kind];
  return writeEntry(tx, { ...entry, lines: transfer(giving, getting, amount) });
}
