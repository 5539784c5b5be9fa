import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { takeChangeNumber } from '#app/modules/budgets/change.store.server.ts';
import { openFund } from '#app/modules/ledger/commands/open-fund.server.ts';
import { makeBody, makeFund, makeMoneySource, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlan, propose } from './by-hand.ts';

const own = useTestDatabase();

describe('PostgreSQL refuses', () => {
  test('an approved change without entry, an entry that moves something else, sums per day by hand', async () => {
    const { database } = own;
    const { scene, fund } = await aPlan(database);
    const outcome = await propose(database, scene, { kind: 'budget', toFundId: fund.id }, 60_00);
    if (!outcome.ok) throw new Error(outcome.reason);
    const id = outcome.value;
    const approval = { state: 'approved', approverId: scene.people.budgetHolder, answeredAt: testNow };
    await expect(
      database.$transaction(async (tx) => {
        const number = await takeChangeNumber(tx, 2026);
        await tx.budgetChange.update({ where: { id }, data: { ...approval, number } });
      }),
    ).rejects.toThrow(/change_has_entry/);
    await expect(
      database.budgetChange.update({ where: { id }, data: { ...approval, number: 'W2026-9999' } }),
    ).rejects.toThrow(/budget_change_next_number/);
    await expect(database.budgetChange.update({ where: { id }, data: { amountCents: 1n } })).rejects.toThrow(
      /budget_change_closed/,
    );
    await expect(database.$executeRaw`update ledger_day set balance_cents = 0`).rejects.toThrow(/ledger_day_derived/);
    await expect(database.$executeRaw`delete from ledger_day`).rejects.toThrow(/ledger_day_derived/);
  });

  test('a line outside the period of its source, of hours, or of the actielijn of another body', async () => {
    const { database } = own;
    const { scene, source, fund } = await aPlan(database);
    const line = { bodyId: scene.bodyId, moneySourceId: source.id, amountCents: null };
    await expect(makeFund(database, { ...line, year: 2029 })).rejects.toThrow(/fund_year_in_source/);
    await expect(database.fund.update({ where: { id: fund.id }, data: { year: 2025 } })).rejects.toThrow(/fund_fixed/);
    const hours = await makeMoneySource(database, { amountCents: 100_00, form: 'hours' });
    await expect(makeFund(database, { ...line, moneySourceId: hours })).rejects.toThrow(/fund_in_money/);
    const actielijnId = newId();
    const elsewhere = await makeBody(database);
    await database.actielijn.create({
      data: {
        id: actielijnId,
        slug: `lijn-${actielijnId}`,
        title: 'Meedoen',
        goal: 'Doel',
        bodyId: elsewhere,
        stage: 'running',
        stateNote: '',
      },
    });
    const attempt = async () =>
      database.$transaction((tx) =>
        openFund(tx, {
          slug: `lijn-${actielijnId}`,
          name: 'Lijn',
          description: '',
          bodyId: scene.bodyId,
          actielijnId,
          year: 2026,
          moneySourceId: source.id,
          isExample: true,
          amount: null,
          at: testNow,
        }),
      );
    await expect(attempt()).rejects.toThrow(/fund_actielijn_of_body/);
  });
});
