import { newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { isBalanced, type EntryKind, type PostingLine } from './entry.ts';

export type NewEntry = {
  kind: EntryKind;
  /** Carrying the same key twice breaks `ledger_entry_idempotency_key_key`. */
  idempotencyKey: string;
  description: string;
  /** What promised the money, where it was promised: a decision, or a small spending of a wijkalliantie. Never both. */
  decisionId: string | null;
  spendingId?: string | null;
  proposerId: string | null;
  approverId: string | null;
  /** The approved change of budgets that this carries out, and the entry that it undoes. */
  changeId?: string;
  correctsId?: string;
  /** The batch of payments to volunteers that this belongs to. */
  batchId?: string;
  occurredAt: Instant;
  lines: readonly PostingLine[];
};

/**
 * Writes a balanced entry. Lines are written in the order of their accounts, so that two entries lock them in the same
 * order and never wait for each other in a circle.
 * @throws RangeError when the lines do not balance
 */
export async function writeEntry(tx: Transaction, entry: NewEntry): Promise<string> {
  if (!isBalanced(entry.lines)) throw new RangeError('an entry must balance');
  const id = newId(entry.occurredAt.getTime());
  const { lines, ...columns } = entry;
  await tx.ledgerEntry.create({ data: { id, ...columns } });
  const ordered = [...lines].sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
  for (const [line, posting] of ordered.entries()) {
    await tx.posting.create({
      data: { entryId: id, line, accountId: posting.accountId, amountCents: BigInt(posting.amount) },
    });
  }
  return id;
}
