import { addCents, cents, noMoney } from '#app/kernel/money.ts';
import type { PublicEntryKind } from '#app/modules/ledger/entry.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { PayeeKind } from '../spending.ts';
import type { MoneyLine } from '../views.ts';
import { spendingDeciders } from './spending-deciders.server.ts';

/** Every entry of the funds of a body in a year, the newest first. */
export async function moneyLines(database: Database, bodyId: string, year: number): Promise<MoneyLine[]> {
  const funds = await database.fund.findMany({
    where: { bodyId, year },
    select: { availableAccountId: true, committedAccountId: true, paidAccountId: true },
  });
  const available = new Set(funds.map(({ availableAccountId }) => availableAccountId));
  const accounts = funds.flatMap((fund) => [fund.availableAccountId, fund.committedAccountId, fund.paidAccountId]);
  const initiative = { select: { slug: true, title: true } } as const;
  const entries = await database.ledgerEntry.findMany({
    // what a batch pays to volunteers is not public
    where: { batchId: null, postings: { some: { accountId: { in: accounts } } } },
    orderBy: { sequence: 'asc' },
    select: {
      id: true,
      kind: true,
      occurredAt: true,
      decision: { select: { number: true, title: true, motivation: true, initiative } },
      spending: {
        select: {
          id: true,
          number: true,
          what: true,
          why: true,
          payeeKind: true,
          payeeName: true,
          payeeOrganisation: { select: { name: true } },
          initiative,
        },
      },
      change: { select: { number: true, reason: true } },
      postings: { select: { accountId: true, amountCents: true } },
    },
  });
  const deciders = await spendingDeciders(
    database,
    entries.flatMap(({ spending }) => (spending === null ? [] : [spending.id])),
  );
  let availableAfter = noMoney;
  const lines = entries.map(({ decision, spending, change, postings, ...entry }): MoneyLine => {
    const sum = (of: typeof postings) => addCents(noMoney, ...of.map(({ amountCents }) => cents(amountCents)));
    const availableChange = sum(postings.filter(({ accountId }) => available.has(accountId)));
    availableAfter = addCents(availableAfter, availableChange);
    const plan = spending?.initiative ?? decision?.initiative ?? null;
    return {
      ...entry,
      kind: entry.kind as PublicEntryKind,
      amount: sum(postings.filter(({ amountCents }) => amountCents > 0)),
      availableChange,
      availableAfter,
      reason: change?.reason ?? spending?.why ?? decision?.motivation ?? '',
      decision: decision?.number == null ? null : { number: decision.number, title: decision.title },
      spending:
        spending?.number == null
          ? null
          : {
              number: spending.number,
              what: spending.what,
              payeeKind: spending.payeeKind as PayeeKind,
              payee: spending.payeeOrganisation?.name ?? spending.payeeName,
              deciders: deciders.get(spending.id) ?? null,
            },
      initiative: plan?.slug == null ? null : { slug: plan.slug, title: plan.title },
      change: change?.number ?? null,
    };
  });
  return lines.reverse();
}
