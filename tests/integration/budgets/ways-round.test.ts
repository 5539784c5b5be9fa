import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { cents } from '#app/kernel/money.ts';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { insertChange } from '#app/modules/budgets/change.store.server.ts';
import { carryOut } from '#app/modules/budgets/commands/carry-out.server.ts';
import { makeFund, makeMoneySource, testNow } from '#tests/factories/index.ts';
import { initiativeOf, prepared } from '#tests/integration/decisions/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { someoneWaitsForLock } from '#tests/support/locks.ts';
import { aPlan, approvedBudget, carriedOut, entry, type Line } from './by-hand.ts';

/** SQL by hand, with the rights of the application, against the rules of the database. */
const own = useTestDatabase();

const run = async (work: (tx: Transaction) => Promise<unknown>) => own.database.$transaction(work);

describe('an entry', () => {
  test('gets no third line, also when the checks of the first two have passed', async () => {
    const { scene, source, fund } = await aPlan(own.database);
    const other = await own.database.fund.findUniqueOrThrow({ where: { id: scene.fundId } });
    const attempt = run(async (tx) => {
      const lines: Line[] = [
        [source.unallocatedAccountId, -5],
        [fund.availableAccountId, 5],
      ];
      const entryId = await approvedBudget(tx, scene, fund.id, { lines });
      await tx.$executeRaw`set constraints all immediate`;
      await tx.$executeRaw`set constraints all deferred`;
      for (const [line, accountId, amountCents] of [
        [2, other.availableAccountId, -100n],
        [3, fund.availableAccountId, 100n],
      ] as const)
        await tx.posting.create({ data: { entryId, line, accountId, amountCents } });
    });
    await expect(attempt).rejects.toThrow(/entry_two_postings/);
  });

  test('that commits moves nothing besides, stays in its fund, and is of a decision taken here', async () => {
    const { scene } = await aPlan(own.database);
    const decisionId = await prepared(own.database, scene, await initiativeOf(own.database, scene));
    const fund = await own.database.fund.findUniqueOrThrow({ where: { id: scene.fundId } });
    const sister = await makeFund(own.database, {
      bodyId: scene.bodyId,
      moneySourceId: fund.moneySourceId,
      amountCents: 50_00,
    });
    const { availableAccountId: elsewhere } = await own.database.fund.findUniqueOrThrow({ where: { id: sister } });
    const people = [scene.people.chair, scene.people.budgetHolder] as [string, string];
    const commit = async (...lines: Line[]) =>
      run(async (tx) => {
        await tx.decision.update({
          where: { id: decisionId },
          data: {
            state: 'confirmed',
            number: '2026-0900',
            published: {},
            receipt: 'x',
            confirmerId: people[1],
            confirmedAt: testNow,
          },
        });
        await entry(tx, { kind: 'commitment', decisionId, people }, ...lines);
      });
    const grant: Line[] = [
      [fund.availableAccountId, -1000_00],
      [fund.committedAccountId, 1000_00],
    ];
    await expect(commit(...grant, [elsewhere, -5], [fund.availableAccountId, 5])).rejects.toThrow(/entry_two_postings/);
    await expect(commit([elsewhere, -50_00], [fund.committedAccountId, 50_00])).rejects.toThrow(
      /commitment_of_fund|grant_has_commitment/,
    );
    const paper = newId();
    await own.database.decision.create({
      data: {
        id: paper,
        origin: 'paper',
        state: 'confirmed',
        number: '1999-0001',
        bodyId: scene.bodyId,
        initiativeId: await initiativeOf(own.database, scene),
        title: 'Oud',
        outcome: 'grant',
        amountCents: 5n,
        instrument: 'subsidy',
        fundId: scene.fundId,
        method: 'consent',
        motivation: 'Oud',
        takenOn: testNow,
        published: {},
        receipt: 'x',
      },
    });
    await expect(
      run((tx) =>
        entry(
          tx,
          { kind: 'commitment', decisionId: paper, people },
          [fund.availableAccountId, -5],
          [fund.committedAccountId, 5],
        ),
      ),
    ).rejects.toThrow(/commitment_has_decision/);
  });

  test('is of the day of its change, not after its approval, and recorded now whatever it says', async () => {
    const { scene, source, fund } = await aPlan(own.database);
    const lines: Line[] = [
      [source.unallocatedAccountId, -5],
      [fund.availableAccountId, 5],
    ];
    const day = (entryAt: string) =>
      run((tx) => approvedBudget(tx, scene, fund.id, { lines, entryAt: instant(entryAt) }));
    await expect(day('2026-11-20T12:00:00Z')).rejects.toThrow(/entry_on_its_day/);
    await expect(day('2026-11-21T12:00:01Z')).rejects.toThrow(/entry_on_its_day/);
    await expect(run((tx) => approvedBudget(tx, scene, fund.id, { lines, occurredOn: '2026-11-22' }))).rejects.toThrow(
      /budget_change_not_ahead/,
    );
    const id = (await run((tx) => approvedBudget(tx, scene, fund.id, { lines }))) as string;
    const { recordedAt } = await own.database.ledgerEntry.findUniqueOrThrow({ where: { id } });
    expect(Math.abs(recordedAt.getTime() - Date.now())).toBeLessThan(60_000);
  });
});

describe('an opening', () => {
  test('gives no money to what is open already, to another source’s line, or straight to a promise', async () => {
    const { scene, source, fund } = await aPlan(own.database);
    const other = await makeMoneySource(own.database, { amountCents: 5 });
    const { originAccountId } = await own.database.moneySource.findUniqueOrThrow({ where: { id: other } });
    const open = (...lines: Line[]) => run((tx) => entry(tx, { kind: 'opening' }, ...lines));
    await expect(open([source.originAccountId, -5], [fund.availableAccountId, 5])).rejects.toThrow(/opening_at_birth/);
    await expect(open([source.originAccountId, -5], [source.unallocatedAccountId, 5])).rejects.toThrow(
      /opening_at_birth/,
    );
    await expect(
      own.database.$executeRaw`update ledger_account set name = name where id = ${fund.availableAccountId}::uuid`,
    ).rejects.toThrow(/ledger_append_only/);
    const born = async (from: string, kind: 'available' | 'committed') =>
      run(async (tx) => {
        const accounts = {
          available: newId(),
          committed: newId(),
          paid: newId(),
          payable: newId(),
          settled: newId(),
        };
        await tx.ledgerAccount.createMany({
          data: Object.entries(accounts).map(([kind, id]) => ({ id, code: id, name: '', kind, floorCents: 0n })),
        });
        await tx.fund.create({
          data: {
            id: newId(),
            slug: newId(),
            name: 'Nieuw',
            bodyId: scene.bodyId,
            year: 2026,
            moneySourceId: source.id,
            availableAccountId: accounts.available,
            committedAccountId: accounts.committed,
            paidAccountId: accounts.paid,
            payableAccountId: accounts.payable,
            settledAccountId: accounts.settled,
          },
        });
        await entry(tx, { kind: 'opening' }, [from, -5], [accounts[kind], 5]);
      });
    await expect(born(originAccountId, 'available')).rejects.toThrow(/entry_one_source/);
    await expect(born(source.originAccountId, 'committed')).rejects.toThrow(/opening_from_source/);
    // and once the source is in use, not to a new line either
    await carriedOut(own.database, scene, { kind: 'budget', toFundId: fund.id }, 5);
    await expect(born(source.originAccountId, 'available')).rejects.toThrow(/opening_at_birth/);
  });
});

describe('accounts, lines and sources', () => {
  test('have no credit, no accounts of another kind or with money on them, and cannot be removed', async () => {
    const { scene, source, fund } = await aPlan(own.database);
    const account = { id: newId(), code: newId(), name: '', kind: 'available' };
    await expect(own.database.ledgerAccount.create({ data: { ...account, floorCents: -100n } })).rejects.toThrow(
      /ledger_account_floor/,
    );
    await expect(own.database.ledgerAccount.create({ data: account })).rejects.toThrow(/ledger_account_floor/);
    const third = await makeMoneySource(own.database);
    const { originAccountId, unallocatedAccountId, overprogrammedAccountId } =
      await own.database.moneySource.findUniqueOrThrow({ where: { id: third } });
    await expect(
      own.database.fund.create({
        data: {
          id: newId(),
          slug: newId(),
          name: 'Zonder bodem',
          bodyId: scene.bodyId,
          year: 2026,
          moneySourceId: source.id,
          availableAccountId: originAccountId,
          committedAccountId: unallocatedAccountId,
          paidAccountId: overprogrammedAccountId,
          payableAccountId: newId(),
          settledAccountId: newId(),
        },
      }),
    ).rejects.toThrow(/fund_accounts/);
    await expect(own.database.fund.delete({ where: { id: fund.id } })).rejects.toThrow(/ledger_append_only/);
    await expect(own.database.moneySource.delete({ where: { id: third } })).rejects.toThrow(/ledger_append_only/);
    await expect(own.database.$executeRaw`truncate fund cascade`).rejects.toThrow(/append.only/);
  });

  test.each([
    ['a period is shortened', { endsOn: new Date('2026-12-31') }, /fund_year_in_source/],
    ['a stated share is lowered', { overprogrammingBps: 0 }, /source_overprogramming_stated/],
  ])('%s at the instant that something counts on it: the second is refused', async (_what, data, rule) => {
    const { database } = own;
    const { scene, source } = await aPlan(database);
    await database.moneySource.update({ where: { id: source.id }, data: { overprogrammingBps: 1000 } });
    const use = {
      endsOn: async () =>
        makeFund(database, { bodyId: scene.bodyId, moneySourceId: source.id, year: 2027, amountCents: null }),
      overprogrammingBps: async () =>
        run(async (tx) => {
          const order = {
            kind: 'overprogramming' as const,
            moneySourceId: source.id,
            amount: cents(5),
            reason: 'Meer plannen',
            occurredOn: calendarDate('2026-11-21'),
          };
          const id = await insertChange(tx, order, { proposerId: scene.people.manager, at: testNow });
          const [row] = await tx.budgetChange.findMany({ where: { id } });
          if (row === undefined) throw new Error('not proposed');
          const change = { ...row, kind: order.kind, occurredOn: order.occurredOn };
          await carryOut(tx, change, { approverId: scene.people.budgetHolder, at: testNow });
        }),
    }[Object.keys(data)[0] as 'endsOn'];
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const { promise: isChanged, resolve: changed } = Promise.withResolvers<void>();
    const changing = database.$transaction(async (tx) => {
      await tx.moneySource.update({ where: { id: source.id }, data });
      changed();
      await held;
    });
    await isChanged;
    const using = use().then(
      () => 'done',
      (error: unknown) => String(error),
    );
    await someoneWaitsForLock(database);
    letGo();
    await changing;
    expect(await using).toMatch(rule);
  });
});
