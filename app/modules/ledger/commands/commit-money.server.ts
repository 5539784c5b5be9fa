import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { transfer } from '../entry.ts';
import { writeEntry } from '../entry.store.server.ts';

export type CommitMoney = {
  decisionId: string;
  fundId: string;
  /** Cents, more than zero. */
  amount: Cents;
  description: string;
  /** Who prepared and who confirmed the decision; two persons (rule 1). */
  proposerId: string;
  approverId: string;
  at: Instant;
};

/**
 * Sets money of a fund apart for a decision, within the caller's transaction.
 * The fund's row of the ledger is locked by the posting; when it holds too little the database refuses with
 * `fund_not_overcommitted`, a second commitment for the same decision with `ledger_entry_one_commitment`: name both
 * in the `refusals` of the caller's `inTransaction`.
 */
export async function commitMoney(tx: Transaction, order: CommitMoney): Promise<string> {
  const fund = await tx.fund.findUniqueOrThrow({ where: { id: order.fundId } });
  return writeEntry(tx, {
    kind: 'commitment',
    idempotencyKey: `commitment:${order.decisionId}`,
    description: order.description,
    decisionId: order.decisionId,
    proposerId: order.proposerId,
    approverId: order.approverId,
    occurredAt: order.at,
    lines: transfer(fund.availableAccountId, fund.committedAccountId, order.amount),
  });
}
