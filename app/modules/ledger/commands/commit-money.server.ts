import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { transfer } from '../entry.ts';
import { writeEntry } from '../entry.store.server.ts';

/** What promises the money: a confirmed decision, or a confirmed small spending of a wijkalliantie. */
type Ground = { decisionId: string } | { spendingId: string };

export type CommitMoney = Ground & {
  fundId: string;
  /** Cents, more than zero. */
  amount: Cents;
  description: string;
  /** Who prepared or proposed it and who confirmed it; two persons (rule 1). */
  proposerId: string;
  approverId: string;
  at: Instant;
};

/**
 * Sets money of a fund apart for a decision or a small spending, within the caller's transaction.
 * The fund's row of the ledger is locked by the posting; when it holds too little the database refuses with
 * `fund_not_overcommitted`, a second commitment for the same with `ledger_entry_one_commitment` or
 * `ledger_entry_one_spending_commitment`: name them in the `refusals` of the caller's `inTransaction`.
 */
export async function commitMoney(tx: Transaction, order: CommitMoney): Promise<string> {
  const decisionId = 'decisionId' in order ? order.decisionId : null;
  const spendingId = 'spendingId' in order ? order.spendingId : null;
  const fund = await tx.fund.findUniqueOrThrow({ where: { id: order.fundId } });
  return writeEntry(tx, {
    kind: 'commitment',
    idempotencyKey: `commitment:${decisionId ?? spendingId ?? ''}`,
    description: order.description,
    decisionId,
    spendingId,
    proposerId: order.proposerId,
    approverId: order.approverId,
    occurredAt: order.at,
    lines: transfer(fund.availableAccountId, fund.committedAccountId, order.amount),
  });
}
