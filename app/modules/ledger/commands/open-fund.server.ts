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
  /** True when the amount is an example because the papers give none. */
  isExample: boolean;
  /** Cents that the fund starts with. */
  amount: Cents;
  at: Instant;
};

/** Account outside the programme from which budgets come; the only kind without a floor. */
const sourceCode = 'source:coalition';

/** Opens a fund with its two accounts and its opening entry. The same slug twice breaks `fund_slug_key`. */
export async function openFund(tx: Transaction, order: OpenFund): Promise<string> {
  const source = await tx.ledgerAccount.upsert({
    where: { code: sourceCode },
    create: { id: newId(), code: sourceCode, name: 'Coalitiemiddelen', kind: 'source', floorCents: null },
    update: {},
  });
  const { amount, at, ...fund } = order;
  const account = (kind: 'available' | 'committed') => ({
    id: newId(),
    code: `fund:${order.slug}:${kind}`,
    name: `${order.name} (${kind})`,
    kind,
    floorCents: 0n,
  });
  const available = account('available');
  const committed = account('committed');
  await tx.ledgerAccount.createMany({ data: [available, committed] });
  const id = newId();
  await tx.fund.create({ data: { id, ...fund, availableAccountId: available.id, committedAccountId: committed.id } });
  await writeEntry(tx, {
    kind: 'opening',
    idempotencyKey: `opening:${order.slug}`,
    description: `Begin van ${order.name}`,
    decisionId: null,
    proposerId: null,
    approverId: null,
    occurredAt: at,
    lines: transfer(source.id, available.id, amount),
  });
  return id;
}
