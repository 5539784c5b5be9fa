import { newId } from '#app/kernel/ids.ts';
import { takeChangeNumber } from '#app/modules/budgets/change.store.server.ts';
import type { PostingLine } from '#app/modules/ledger/entry.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { makeBody, makeFund, makePerson, testNow } from '#tests/factories/index.ts';

/** A line with money of its own source. */
export async function aFund(database: Database, amountCents = 1000_00) {
  const id = await makeFund(database, { bodyId: await makeBody(database), amountCents });
  return database.fund.findUniqueOrThrow({ where: { id } });
}

export type Fund = Awaited<ReturnType<typeof aFund>>;

/** Another line of the same source, to move money to. */
export async function besides(database: Database, { bodyId, moneySourceId }: Fund): Promise<Fund> {
  const id = await makeFund(database, { bodyId, moneySourceId, amountCents: null });
  return database.fund.findUniqueOrThrow({ where: { id } });
}

/** What an entry needs that moves money a fund holds: a proposed change, and who answers it. */
export async function movement(database: Database, from: Fund, to: Fund, amount: number) {
  const [proposerId, approverId] = [await makePerson(database), await makePerson(database)];
  const changeId = newId();
  await database.budgetChange.create({
    data: {
      id: changeId,
      kind: 'move',
      fromFundId: from.id,
      toFundId: to.id,
      amountCents: BigInt(amount),
      reason: 'Proef',
      occurredOn: testNow,
      state: 'proposed',
      proposerId,
      proposedAt: testNow,
    },
  });
  return { kind: 'move' as const, changeId, proposerId, approverId };
}

type RawEntry = Awaited<ReturnType<typeof movement>> | { kind: 'opening' };

/** An entry written line by line, past the check of the store. */
export async function raw(tx: Transaction, lines: readonly PostingLine[], entry: RawEntry): Promise<string> {
  const id = newId();
  await tx.ledgerEntry.create({
    data: { id, ...entry, idempotencyKey: id, description: 'Proef', occurredAt: testNow },
  });
  for (const [line, { accountId, amount }] of lines.entries()) {
    await tx.posting.create({ data: { entryId: id, line, accountId, amountCents: BigInt(amount) } });
  }
  if (entry.kind === 'move') {
    const { changeId, approverId } = entry;
    const number = await takeChangeNumber(tx, 2026);
    const data = { state: 'approved', number, approverId, answeredAt: testNow };
    await tx.budgetChange.update({ where: { id: changeId }, data });
  }
  return id;
}

/** The account outside the programme from which a fund's money came. */
export async function openingOf(database: Database, availableAccountId: string): Promise<{ sourceId: string }> {
  const { accountId } = await database.posting.findFirstOrThrow({
    where: { account: { kind: 'source' }, entry: { postings: { some: { accountId: availableAccountId } } } },
  });
  return { sourceId: accountId };
}

/** Accounts whose balance is not the sum of their postings. */
export async function differences(database: Database) {
  return database.$queryRaw<{ code: string }[]>`
    select a.code from ledger_account a left join posting p on p.account_id = a.id
      group by a.id having a.balance_cents <> coalesce(sum(p.amount_cents), 0)`;
}
