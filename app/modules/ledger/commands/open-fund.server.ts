import { newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { transfer } from '../entry.ts';
import { writeEntry } from '../entry.store.server.ts';

export type OpenFund = {
  slug: string;
  name: string;
  description: string;
  bodyId: string;
  year: number;
  moneySourceId: string;
  actielijnId?: string;
  /** What the money is labelled for; left out: free to spend within the body's task. */
  label?: string;
  /** True when the amount is an example because the papers give none. */
  isExample: boolean;
  /** Cents that a paper gives the fund straight from its source; null: money follows as an approved change. */
  amount: Cents | null;
  at: Instant;
};

/**
 * Opens a line of the bestedingsplan with its accounts. The same slug twice breaks `fund_slug_key`, a year outside
 * the period of its source `fund_year_in_source`.
 */
export async function openFund(tx: Transaction, order: OpenFund): Promise<string> {
  const { amount, at, ...fund } = order;
  const account = (kind: 'available' | 'committed' | 'paid' | 'payable' | 'settled') => ({
    id: newId(),
    code: `fund:${order.slug}:${kind}`,
    name: `${order.name} (${kind})`,
    kind,
    floorCents: 0n,
  });
  const available = account('available');
  const committed = account('committed');
  const paid = account('paid');
  const payable = account('payable');
  const settled = account('settled');
  await tx.ledgerAccount.createMany({ data: [available, committed, paid, payable, settled] });
  const id = newId();
  const { moneySource } = await tx.fund.create({
    data: {
      id,
      ...fund,
      availableAccountId: available.id,
      committedAccountId: committed.id,
      paidAccountId: paid.id,
      payableAccountId: payable.id,
      settledAccountId: settled.id,
    },
    select: { moneySource: { select: { originAccountId: true } } },
  });
  if (amount !== null) {
    await writeEntry(tx, {
      kind: 'opening',
      idempotencyKey: `opening:${order.slug}`,
      description: order.name,
      decisionId: null,
      proposerId: null,
      approverId: null,
      occurredAt: at,
      lines: transfer(moneySource.originAccountId, available.id, amount),
    });
  }
  return id;
}
