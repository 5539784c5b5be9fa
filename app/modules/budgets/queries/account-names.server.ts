import { cents, type Cents } from '#app/kernel/money.ts';
import type { AccountChange, AccountName, MoneyPlace } from '../change-view.ts';
import { theLine, theSource } from './change-facts.server.ts';

const line = { select: { slug: true, name: true } } as const;
const source = { select: { slug: true, name: true, nameEn: true } } as const;

/** What `accountOf` needs of an account. */
export const accountSelect = {
  kind: true,
  availableOf: line,
  committedOf: line,
  paidOf: line,
  originOf: source,
  unallocatedOf: source,
  overprogrammedOf: source,
} as const;

type Line = { slug: string; name: string } | null;
type Source = { slug: string; name: string; nameEn: string } | null;

export type AccountRow = {
  kind: string;
  availableOf: Line;
  committedOf: Line;
  paidOf: Line;
  originOf: Source;
  unallocatedOf: Source;
  overprogrammedOf: Source;
};

const names: Record<string, AccountName> = {
  source: 'pledged',
  overprogrammed: 'overprogrammed',
  unallocated: 'unallocated',
  available: 'available',
  committed: 'committed',
  paid: 'paid',
};

/** The order in which money goes through them. */
const order: readonly AccountName[] = ['pledged', 'overprogrammed', 'unallocated', 'available', 'committed', 'paid'];

/** Which account it is to people, whose, and an amount the way people count it. */
export function accountOf(row: AccountRow): {
  account: AccountName;
  owner: MoneyPlace;
  count: (amount: bigint) => Cents;
} {
  const owned = row.availableOf ?? row.committedOf ?? row.paidOf;
  const given = row.originOf ?? row.unallocatedOf ?? row.overprogrammedOf;
  const account = names[row.kind];
  const owner = owned === null ? (given === null ? null : theSource(given)) : theLine(owned);
  if (account === undefined || owner === null) throw new Error('an account of nobody');
  // what comes from outside the programme stands below zero in the ledger
  const isOutside = account === 'pledged' || account === 'overprogrammed';
  return { account, owner, count: (amount) => cents(isOutside ? -amount : amount) };
}

/** What gives comes before what gets; where both get or give, in the order in which money goes. */
export function inOrder<Row extends AccountChange>(rows: readonly Row[]): Row[] {
  return [...rows].sort(
    (one, other) => one.change - other.change || order.indexOf(one.account) - order.indexOf(other.account),
  );
}
