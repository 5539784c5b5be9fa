import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import { endToEndId } from './batch.ts';

/** What Stripe pays, the same whether it is a line of a batch or a payment to an organisation. */
export type StripePayment = {
  id: string;
  of: { kind: 'line'; batchId: string } | { kind: 'change' };
  /** By which Stripe knows it again, whatever happens in between; 35 characters at most. */
  key: string;
  amount: number;
  metadata: { line: string } | { change: string };
  /** What the receiver reads at their bank, 22 characters at most; null: whatever Stripe writes. */
  text: string | null;
  /** Nothing was heard of it yet. */
  isOpen: boolean;
  /** Account of the receiver, as Stripe names it. */
  account: string | null;
  transferId: string | null;
  payoutId: string | null;
  reversalId: string | null;
  transferTries: number;
  payoutTries: number;
  begunAt: Instant;
};

export async function stripePaymentOf(database: Database, id: string): Promise<StripePayment | null> {
  const row = await database.stripePayment.findUnique({
    where: { id },
    include: {
      account: { select: { accountId: true } },
      line: { select: { batchId: true, amountCents: true, endToEndId: true, state: true } },
      change: { select: { state: true, change: { select: { amountCents: true, number: true } } } },
    },
  });
  if (row === null) return null;
  const { line, change, account, ...own } = row;
  const base = { ...own, account: account.accountId };
  if (line !== null)
    return {
      ...base,
      of: { kind: 'line', batchId: line.batchId },
      key: line.endToEndId,
      amount: line.amountCents,
      metadata: { line: id },
      text: null,
      isOpen: line.state === 'open',
    };
  if (change === null) return null;
  return {
    ...base,
    of: { kind: 'change' },
    key: endToEndId(id, 'W'),
    amount: Number(change.change.amountCents),
    metadata: { change: id },
    text: change.change.number,
    isOpen: change.state === 'open',
  };
}
