import type { Instant } from '#app/kernel/instant.ts';
import { addCents, cents, noMoney, type Cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { EntryKind } from '../entry.ts';
import { fundSelect, fundView, type FundView } from './fund-list.query.server.ts';

/** One entry of a fund, with what was left, promised and paid after it. Who wrote it is not public. */
export type FundEntryView = {
  id: string;
  kind: EntryKind;
  occurredAt: Instant;
  description: string;
  /** Published decision that the money was promised by. */
  decision: { number: string; title: string } | null;
  /** Number of the change of budgets that it carries out, in the public register. */
  change: string | null;
  /** Number of the change that undid it. */
  correctedBy: string | null;
  /** Small spending of a wijkalliantie that the money was promised by. */
  spending: { number: string; what: string } | null;
  /** What was added to what is available and to what is promised; negative: taken from it. */
  availableChange: Cents;
  committedChange: Cents;
  availableAfter: Cents;
  committedAfter: Cents;
  paidAfter: Cents;
};

export type FundPageView = { fund: FundView; entries: FundEntryView[] };

/** A fund with its whole ledger, oldest entry first. @returns null when no fund has this slug */
export async function fundPage(database: Database, slug: string): Promise<FundPageView | null> {
  const row = await database.fund.findUnique({
    where: { slug },
    select: { ...fundSelect, availableAccountId: true, committedAccountId: true, paidAccountId: true },
  });
  if (row === null) return null;
  const { availableAccountId, committedAccountId, paidAccountId, ...fund } = row;
  const accounts = [availableAccountId, committedAccountId, paidAccountId];
  const entries = await database.ledgerEntry.findMany({
    where: { postings: { some: { accountId: { in: accounts } } } },
    orderBy: { sequence: 'asc' },
    select: {
      id: true,
      kind: true,
      occurredAt: true,
      description: true,
      decision: { select: { number: true, title: true } },
      change: { select: { number: true } },
      correctedBy: { select: { change: { select: { number: true } } } },
      spending: { select: { number: true, what: true } },
      postings: { where: { accountId: { in: accounts } }, select: { accountId: true, amountCents: true } },
    },
  });
  let availableAfter = noMoney;
  let committedAfter = noMoney;
  let paidAfter = noMoney;
  return {
    fund: fundView(fund),
    entries: entries.map(({ postings, decision, spending, change, correctedBy, ...entry }): FundEntryView => {
      const changeOf = (account: string) =>
        addCents(
          noMoney,
          ...postings.filter(({ accountId }) => accountId === account).map(({ amountCents }) => cents(amountCents)),
        );
      const availableChange = changeOf(availableAccountId);
      const committedChange = changeOf(committedAccountId);
      availableAfter = addCents(availableAfter, availableChange);
      committedAfter = addCents(committedAfter, committedChange);
      paidAfter = addCents(paidAfter, changeOf(paidAccountId));
      return {
        ...entry,
        kind: entry.kind as EntryKind,
        decision: decision?.number == null ? null : { number: decision.number, title: decision.title },
        change: change?.number ?? null,
        correctedBy: correctedBy?.change?.number ?? null,
        spending: spending?.number == null ? null : { number: spending.number, what: spending.what },
        availableChange,
        committedChange,
        availableAfter,
        committedAfter,
        paidAfter,
      };
    }),
  };
}
