import { addCents, type Cents } from '#app/kernel/money.ts';
import { movedAccounts, type MovingKind } from '#app/modules/ledger/moved-accounts.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { AccountChange } from '../change-view.ts';
import { accountOf, accountSelect, inOrder } from './account-names.server.ts';

export type EffectRow = {
  kind: string;
  amountCents: bigint;
  moneySourceId: string | null;
  fromFundId: string | null;
  toFundId: string | null;
  decisionId: string | null;
  spendingId: string | null;
  correctsId: string | null;
};

export type Effect = AccountChange & { before: Cents; after: Cents; hasFloor: boolean };

/** What a proposed change would do to each account, as they stand now. */
export async function effectsOf(database: Database, row: EffectRow): Promise<Effect[]> {
  const moved = await movedBy(database, row);
  const accounts = await database.ledgerAccount.findMany({
    where: { id: { in: [...moved.keys()] } },
    select: { ...accountSelect, id: true, balanceCents: true, floorCents: true },
  });
  return inOrder(
    accounts.map((account) => {
      const { account: name, owner, count } = accountOf(account);
      const before = count(account.balanceCents);
      const change = count(moved.get(account.id) ?? 0n);
      return {
        account: name,
        owner,
        before,
        change,
        after: addCents(before, change),
        hasFloor: account.floorCents !== null,
      };
    }),
  );
}

/** Account → cents added to it. */
async function movedBy(database: Database, row: EffectRow): Promise<Map<string, bigint>> {
  if (row.correctsId !== null) {
    const lines = await database.posting.findMany({ where: { entryId: row.correctsId } });
    return new Map(lines.map(({ accountId, amountCents }) => [accountId, -amountCents]));
  }
  const accounts = {
    availableAccountId: true,
    committedAccountId: true,
    paidAccountId: true,
    moneySource: { select: { unallocatedAccountId: true } },
  } as const;
  const fund = async (id: string | null) =>
    id === null ? null : database.fund.findUniqueOrThrow({ where: { id }, select: accounts });
  const from = await fund(row.fromFundId);
  const to = await fund(row.toFundId);
  const source =
    row.moneySourceId === null
      ? null
      : await database.moneySource.findUniqueOrThrow({ where: { id: row.moneySourceId } });
  const [giving, getting] = movedAccounts(row.kind as MovingKind, { source, from, to });
  return new Map([
    [giving, -row.amountCents],
    [getting, row.amountCents],
  ]);
}
