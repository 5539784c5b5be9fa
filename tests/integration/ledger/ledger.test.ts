import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { reversal, transfer, type PostingLine } from '#app/modules/ledger/entry.ts';
import { writeEntry } from '#app/modules/ledger/entry.store.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { initiativeOf, makeScene, prepared } from '#tests/integration/decisions/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aFund, besides, differences, movement, openingOf, raw } from './entry-by-hand.ts';

const own = useTestDatabase();

describe('PostgreSQL refuses', () => {
  test('another floor, kind or code for an account', async () => {
    const { availableAccountId: id } = await aFund(own.database);
    for (const data of [{ floorCents: -100n }, { floorCents: null }, { kind: 'source' }, { code: 'anders' }]) {
      await expect(own.database.ledgerAccount.update({ where: { id }, data })).rejects.toThrow(/ledger_append_only/);
    }
  });

  test('an entry that does not balance, has one line, or none', async () => {
    const from = await aFund(own.database);
    const to = await besides(own.database, from);
    const attempt = async (lines: PostingLine[]) => {
      const entry = await movement(own.database, from, to, 5);
      return own.database.$transaction((tx) => raw(tx, lines, entry));
    };
    const [less, more] = transfer(from.availableAccountId, to.availableAccountId, cents(5)) as [
      PostingLine,
      PostingLine,
    ];
    await expect(attempt([less, { ...more, amount: cents(6) }])).rejects.toThrow(/ledger_entry_balanced/);
    await expect(attempt([less])).rejects.toThrow(/ledger_entry_balanced/);
    await expect(attempt([])).rejects.toThrow(/ledger_entry_balanced/);
    await expect(
      attempt([
        { ...less, amount: cents(0) },
        { ...more, amount: cents(0) },
      ]),
    ).rejects.toThrow(/posting_amount/);
  });

  test.each([
    ['ledger_entry', `update ledger_entry set description = 'anders'`],
    ['ledger_entry', 'delete from ledger_entry'],
    ['ledger_entry', 'truncate ledger_entry cascade'],
    ['posting', 'update posting set amount_cents = amount_cents + 1'],
    ['posting', 'delete from posting'],
    ['posting', 'truncate posting'],
    ['ledger_account', 'truncate ledger_account cascade'],
  ])('to change %s: %s', async (_table, statement) => {
    await aFund(own.database);
    await expect(own.database.$executeRawUnsafe(statement)).rejects.toThrow(/ledger_append_only/);
  });

  test('a balance written by hand, an account that starts with money, removing an account', async () => {
    const { availableAccountId: id } = await aFund(own.database);
    await expect(own.database.ledgerAccount.update({ where: { id }, data: { balanceCents: 1n } })).rejects.toThrow(
      /account_balance_derived/,
    );
    const account = { id: newId(), code: 'rijk', name: 'Rijk', kind: 'available', floorCents: 0n, balanceCents: 100n };
    await expect(own.database.ledgerAccount.create({ data: account })).rejects.toThrow(/account_balance_derived/);
    await own.database.ledgerAccount.create({ data: { ...account, balanceCents: 0n } });
    await expect(own.database.ledgerAccount.delete({ where: { id: account.id } })).rejects.toThrow(
      /ledger_append_only/,
    );
  });

  test('a line added to an old entry, even one that balances', async () => {
    const fund = await aFund(own.database);
    const other = await besides(own.database, fund);
    const [from, to] = [fund.availableAccountId, other.availableAccountId];
    const entry = await movement(own.database, fund, other, 5);
    const entryId = await own.database.$transaction((tx) => raw(tx, transfer(from, to, cents(5)), entry));
    await expect(
      own.database.posting.createMany({
        data: transfer(to, from, cents(5)).map(({ accountId, amount }, line) => ({
          entryId,
          line: line + 2,
          accountId,
          amountCents: BigInt(amount),
        })),
      }),
    ).rejects.toThrow(/posting_same_transaction/);
  });

  test('a balance under the floor, by a cent', async () => {
    const from = await aFund(own.database, 1000_00);
    const to = await besides(own.database, from);
    const attempt = async (amount: number) => {
      const entry = await movement(own.database, from, to, amount);
      const lines = transfer(from.availableAccountId, to.availableAccountId, cents(amount));
      return own.database.$transaction((tx) => raw(tx, lines, entry));
    };
    await expect(attempt(1000_01)).rejects.toThrow(/fund_not_overcommitted/);
    await attempt(1000_00);
    await expect(attempt(1)).rejects.toThrow(/fund_not_overcommitted/);
  });

  test('an opening that moves money a fund holds, gives it back to where it came from, or promises it', async () => {
    const { availableAccountId: from, committedAccountId: to } = await aFund(own.database);
    const other = await aFund(own.database);
    const { sourceId } = await openingOf(own.database, from);
    const attempt = (lines: PostingLine[]) => own.database.$transaction((tx) => raw(tx, lines, { kind: 'opening' }));
    // money once a line is open is a change, by two persons
    await expect(attempt(transfer(sourceId, from, cents(5)))).rejects.toThrow(/opening_at_birth/);
    await expect(attempt(transfer(from, to, cents(5)))).rejects.toThrow(/opening_from_source/);
    await expect(attempt(transfer(to, from, cents(5)))).rejects.toThrow(/opening_from_source/);
    await expect(attempt(transfer(from, other.availableAccountId, cents(5)))).rejects.toThrow(/opening_from_source/);
    await expect(attempt(transfer(from, sourceId, cents(5)))).rejects.toThrow(/opening_from_source/);
    await expect(attempt(transfer(sourceId, to, cents(5)))).rejects.toThrow(/opening_(from_source|at_birth)/);
  });

  test('an entry by one person, a commitment without decision, a correction of nothing, the same key twice', async () => {
    const { availableAccountId: from, committedAccountId: to } = await aFund(own.database);
    const [me, you] = [await makePerson(own.database), await makePerson(own.database)];
    const { sourceId } = await openingOf(own.database, from);
    const write = (given: Partial<Parameters<typeof writeEntry>[1]>) =>
      own.database.$transaction((tx) =>
        writeEntry(tx, {
          kind: 'opening',
          idempotencyKey: newId(),
          description: '',
          decisionId: null,
          proposerId: null,
          approverId: null,
          occurredAt: testNow,
          lines: transfer(sourceId, from, cents(1)),
          ...given,
        }),
      );
    await expect(write({ kind: 'commitment', proposerId: me, approverId: me, decisionId: newId() })).rejects.toThrow(
      /ledger_entry_two_persons/,
    );
    await expect(write({ kind: 'commitment', proposerId: me, approverId: you })).rejects.toThrow(
      /ledger_entry_commitment/,
    );
    await expect(write({ kind: 'correction', changeId: newId(), proposerId: me, approverId: you })).rejects.toThrow(
      /ledger_entry_correction/,
    );
    await expect(write({ kind: 'move', proposerId: me, approverId: you })).rejects.toThrow(/ledger_entry_change/);
    const { idempotencyKey } = await own.database.ledgerEntry.findFirstOrThrow();
    await expect(write({ idempotencyKey })).rejects.toThrow(/idempotency_key/);
    await expect(write({ lines: reversal(transfer(from, to, cents(1))).slice(0, 1) })).rejects.toThrow(RangeError);
  });

  test('a commitment for a decision that is not confirmed', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const decisionId = await prepared(database, scene, await initiativeOf(database, scene));
    const fund = await database.fund.findUniqueOrThrow({ where: { id: scene.fundId } });
    const entry = {
      kind: 'commitment' as const,
      idempotencyKey: newId(),
      description: '',
      decisionId,
      proposerId: scene.people.chair,
      approverId: scene.people.member,
      occurredAt: testNow,
    };
    await expect(
      database.$transaction((tx) =>
        writeEntry(tx, { ...entry, lines: transfer(fund.availableAccountId, fund.committedAccountId, cents(1000_00)) }),
      ),
    ).rejects.toThrow(/commitment_has_decision/);
  });
});

test('balances are the sum of the postings, for every account, after everything above', async () => {
  expect(await differences(own.database)).toEqual([]);
});
