import type { Instant } from '#app/kernel/instant.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { reversal, transfer, type BatchEntryKind, type EntryKind, type PostingLine } from '../entry.ts';
import { writeEntry } from '../entry.store.server.ts';
import { movedAccounts } from '../moved-accounts.ts';

export type PostEntry = {
  kind: Exclude<EntryKind, 'opening' | 'commitment' | BatchEntryKind>;
  idempotencyKey: string;
  description: string;
  decisionId: string | null;
  spendingId: string | null;
  proposerId: string;
  approverId: string;
  changeId: string;
  correctsId?: string;
  occurredAt: Instant;
  /** Cents, more than zero. */
  amount: Cents;
  moneySourceId: string | null;
  fromFundId: string | null;
  toFundId: string | null;
};

/**
 * Writes the entry of an approved change of budgets, within the caller's transaction. Which account gives and which gets
 * follows from the kind; the database checks the same at commit (`change_has_entry`).
 */
export async function postEntry(tx: Transaction, order: PostEntry): Promise<string> {
  const { amount, moneySourceId, fromFundId, toFundId, ...entry } = order;
  return writeEntry(tx, { ...entry, lines: await linesOf(tx, { ...order, amount }) });
}

async function linesOf(tx: Transaction, order: PostEntry): Promise<PostingLine[]> {
  const { kind, amount, correctsId } = order;
  if (kind === 'correction') {
    const lines = await tx.posting.findMany({ where: { entryId: correctsId ?? '' } });
    return reversal(lines.map(({ accountId, amountCents }) => ({ accountId, amount: cents(amountCents) })));
  }
  const source = await sourceOf(tx, order);
  const from = order.fromFundId === null ? null : await accountsOf(tx, order.fromFundId);
  const to = order.toFundId === null ? null : await accountsOf(tx, order.toFundId);
  const [giving, getting] = movedAccounts(kind, { source, from, to });
  return transfer(giving, getting, amount);
}

async function sourceOf(tx: Transaction, { moneySourceId }: PostEntry) {
  return moneySourceId === null ? null : tx.moneySource.findUniqueOrThrow({ where: { id: moneySourceId } });
}

async function accountsOf(tx: Transaction, id: string) {
  return tx.fund.findUniqueOrThrow({
    where: { id },
    select: {
      availableAccountId: true,
      committedAccountId: true,
      paidAccountId: true,
      moneySource: { select: { unallocatedAccountId: true } },
    },
  });
}
