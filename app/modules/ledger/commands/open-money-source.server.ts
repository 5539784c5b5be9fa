import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { toDateColumn } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { transfer } from '../entry.ts';
import { writeEntry } from '../entry.store.server.ts';
import type { MoneySourceForm, MoneySourceKind } from '../money-source.ts';

export type OpenMoneySource = {
  slug: string;
  kind: MoneySourceKind;
  form: MoneySourceForm;
  name: string;
  nameEn: string;
  organisationId?: string;
  /** How hours, space or goods were valued; needed for those. */
  valuation?: string;
  conditions?: string;
  conditionsEn?: string;
  beginsOn: CalendarDate;
  endsOn: CalendarDate;
  /** How much more than was pledged may be planned, in basis points (1000 = 10 %). */
  overprogrammingBps: number;
  /** True when the amount is an example because the papers give none. */
  isExample: boolean;
  sourceKey?: string;
  /** Cents that a paper says were given; null: nothing yet, a pledge follows as a change. */
  amount: Cents | null;
  at: Instant;
};

/** Opens a source with its three accounts. The same slug twice breaks `money_source_slug_key`. */
export async function openMoneySource(tx: Transaction, order: OpenMoneySource): Promise<string> {
  const { amount, at, beginsOn, endsOn, ...columns } = order;
  const account = (kind: 'source' | 'unallocated' | 'overprogrammed', code: string) => ({
    id: newId(),
    code,
    name: kind === 'source' ? order.name : `${order.name} (${kind})`,
    kind,
    floorCents: kind === 'unallocated' ? 0n : null,
  });
  const origin = account('source', `source:${order.slug}`);
  const unallocated = account('unallocated', `source:${order.slug}:unallocated`);
  const overprogrammed = account('overprogrammed', `source:${order.slug}:overprogrammed`);
  await tx.ledgerAccount.createMany({ data: [origin, unallocated, overprogrammed] });
  const id = newId();
  await tx.moneySource.create({
    data: {
      id,
      ...columns,
      beginsOn: toDateColumn(beginsOn),
      endsOn: toDateColumn(endsOn),
      originAccountId: origin.id,
      unallocatedAccountId: unallocated.id,
      overprogrammedAccountId: overprogrammed.id,
    },
  });
  if (amount !== null) {
    await writeEntry(tx, {
      kind: 'opening',
      idempotencyKey: `opening:source:${order.slug}`,
      description: order.name,
      decisionId: null,
      proposerId: null,
      approverId: null,
      occurredAt: at,
      lines: transfer(origin.id, unallocated.id, amount),
    });
  }
  return id;
}
