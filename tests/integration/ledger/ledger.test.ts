import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { takeChangeNumber } from '#app/modules/budgets/change.store.server.ts';
import { openFund } from '#app/modules/ledger/commands/open-fund.server.ts';
import { reversal, transfer, type PostingLine } from '#app/modules/ledger/entry.ts';
import { writeEntry } from '#app/modules/ledger/entry.store.server.ts';
import { fundList } from '#app/modules/ledger/queries/fund-list.query.server.ts';
import { fundPage } from '#app/modules/ledger/queries/fund-page.query.server.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { makeBody, makeFund, makePerson, testNow } from '#tests/factories/index.ts';
import { confirmed, initiativeOf, makeScene, prepared } from '#tests/integration/decisions/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();

async function aFund(amountCents = 1000_00) {
  const id = await makeFund(own.database, { bodyId: await makeBody(own.database), amountCents });
  return own.database.fund.findUniqueOrThrow({ where: { id } });
}

type Fund = Awaited<ReturnType<typeof aFund>>;

/** Another line of the same source, to move money to. */
async function besides({ bodyId, moneySourceId }: Fund): Promise<Fund> {
  const id = await makeFund(own.database, { bodyId, moneySourceId, amountCents: null });
  return own.database.fund.findUniqueOrThrow({ where: { id } });
}

/** What an entry needs that moves money a fund holds: a proposed change, and who answers it. */
async function movement(from: Fund, to: Fund, amount: number) {
  const [proposerId, approverId] = [await makePerson(own.database), await makePerson(own.database)];
  const changeId = newId();
  await own.database.budgetChange.create({
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
async function raw(tx: Transaction, lines: readonly PostingLine[], entry: RawEntry): Promise<string> {
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
async function openingOf(availableAccountId: string): Promise<{ sourceId: string }> {
  const { accountId } = await own.database.posting.findFirstOrThrow({
    where: { account: { kind: 'source' }, entry: { postings: { some: { accountId: availableAccountId } } } },
  });
  return { sourceId: accountId };
}

async function differences() {
  return own.database.$queryRaw<{ code: string }[]>`
    select a.code from ledger_account a left join posting p on p.account_id = a.id
      group by a.id having a.balance_cents <> coalesce(sum(p.amount_cents), 0)`;
}

describe('PostgreSQL refuses', () => {
  test('another floor, kind or code for an account', async () => {
    const { availableAccountId: id } = await aFund();
    for (const data of [{ floorCents: -100n }, { floorCents: null }, { kind: 'source' }, { code: 'anders' }]) {
      await expect(own.database.ledgerAccount.update({ where: { id }, data })).rejects.toThrow(/ledger_append_only/);
    }
  });

  test('an entry that does not balance, has one line, or none', async () => {
    const from = await aFund();
    const to = await besides(from);
    const attempt = async (lines: PostingLine[]) => {
      const entry = await movement(from, to, 5);
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
    await aFund();
    await expect(own.database.$executeRawUnsafe(statement)).rejects.toThrow(/ledger_append_only/);
  });

  test('a balance written by hand, an account that starts with money, removing an account', async () => {
    const { availableAccountId: id } = await aFund();
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
    const fund = await aFund();
    const other = await besides(fund);
    const [from, to] = [fund.availableAccountId, other.availableAccountId];
    const entry = await movement(fund, other, 5);
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
    const from = await aFund(1000_00);
    const to = await besides(from);
    const attempt = async (amount: number) => {
      const entry = await movement(from, to, amount);
      const lines = transfer(from.availableAccountId, to.availableAccountId, cents(amount));
      return own.database.$transaction((tx) => raw(tx, lines, entry));
    };
    await expect(attempt(1000_01)).rejects.toThrow(/fund_not_overcommitted/);
    await attempt(1000_00);
    await expect(attempt(1)).rejects.toThrow(/fund_not_overcommitted/);
  });

  test('an opening that moves money a fund holds, gives it back to where it came from, or promises it', async () => {
    const { availableAccountId: from, committedAccountId: to } = await aFund();
    const other = await aFund();
    const { sourceId } = await openingOf(from);
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
    const { availableAccountId: from, committedAccountId: to } = await aFund();
    const [me, you] = [await makePerson(own.database), await makePerson(own.database)];
    const { sourceId } = await openingOf(from);
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

describe('balances', () => {
  test('are the sum of the postings, for every account, after everything above', async () => {
    expect(await differences()).toEqual([]);
  });

  test('stay so when many write at once, and money neither appears nor disappears', async () => {
    const { database } = own;
    const one = await aFund(50);
    const other = await besides(one);
    const moves = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const [from, to, amount] = index % 3 === 2 ? ([other, one, 3] as const) : ([one, other, 9] as const);
        const lines = transfer(from.availableAccountId, to.availableAccountId, cents(amount));
        return { lines, entry: await movement(from, to, amount) };
      }),
    );
    const attempts = moves.map(({ lines, entry }) =>
      database
        .$transaction((tx) => raw(tx, lines, entry))
        .then(
          () => true,
          () => false,
        ),
    );
    expect(await Promise.all(attempts)).toContain(true);
    expect(await differences()).toEqual([]);
    const { _sum } = await database.ledgerAccount.aggregate({ _sum: { balanceCents: true } });
    expect(_sum.balanceCents).toBe(0n);
  });
});

describe('what the pages show', () => {
  test('a fund with every entry, its decision, and what was left after it', async () => {
    const { database } = own;
    const scene = await makeScene(database, { fundCents: 3000_00 });
    const numbers = [];
    for (let index = 0; index < 2; index += 1)
      numbers.push(
        await confirmed(database, scene, await prepared(database, scene, await initiativeOf(database, scene))),
      );
    const { slug } = await database.fund.findUniqueOrThrow({ where: { id: scene.fundId } });
    const page = await fundPage(database, slug);
    expect(page?.fund).toMatchObject({ budget: 3000_00, committed: 2000_00, available: 1000_00, isExample: true });
    expect(
      page?.entries.map(({ kind, decision, availableChange, availableAfter, committedAfter }) => [
        kind,
        decision?.number,
        availableChange,
        availableAfter,
        committedAfter,
      ]),
    ).toEqual([
      ['commitment', numbers[1], -1000_00, 1000_00, 2000_00],
      ['commitment', numbers[0], -1000_00, 2000_00, 1000_00],
      ['opening', undefined, 3000_00, 3000_00, 0],
    ]);
    expect(page?.olderThan).toBeNull();
    const text = JSON.stringify(page);
    expect(Object.values(scene.people).filter((id) => text.includes(id))).toEqual([]);
    expect(page?.fund).toMatchObject((await fundList(database)).find((fund) => fund.slug === slug) ?? {});
    expect(await fundPage(database, 'bestaat-niet')).toBeNull();
  });

  test('the same fund cannot be opened twice', async () => {
    const { slug, bodyId, moneySourceId } = await aFund();
    const again = {
      slug,
      bodyId,
      moneySourceId,
      name: 'Nog een',
      description: '',
      year: 2026,
      isExample: true,
      amount: cents(1),
      at: testNow,
    };
    await expect(own.database.$transaction((tx) => openFund(tx, again))).rejects.toThrow(
      /ledger_account_code_key|fund_slug_key|Unique/,
    );
    expect(await differences()).toEqual([]);
  });
});
