import { describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { proposeChange } from '#app/modules/budgets/commands/propose-change.server.ts';
import { confirmDecision } from '#app/modules/decisions/commands/confirm-decision.server.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { makeFund, makeMoneySource } from '#tests/factories/index.ts';
import {
  as,
  confirmation,
  confirmed,
  initiativeOf,
  makeScene,
  prepared,
  type Scene,
} from '#tests/integration/decisions/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlan, approvedBudget, carriedOut, propose, type Line } from './by-hand.ts';

const own = useTestDatabase();

const run = async (work: (tx: Transaction) => Promise<unknown>) => own.database.$transaction(work);

async function granted(scene: Scene, fundId: string) {
  const { database } = own;
  const at = { ...scene, fundId };
  const number = await confirmed(database, at, await prepared(database, at, await initiativeOf(database, at)));
  return database.decision.findUniqueOrThrow({ where: { number } });
}

describe('money dated back', () => {
  test('is not spent before it was there, nor taken away from days on which it was used', async () => {
    const { scene, fund } = await aPlan(own.database);
    expect(
      await carriedOut(own.database, scene, { kind: 'budget', toFundId: fund.id }, 100, '2026-06-01'),
    ).toMatchObject({
      ok: true,
    });
    const back = { kind: 'return', fromFundId: fund.id } as const;
    expect(await carriedOut(own.database, scene, back, 1, '2026-05-31')).toMatchObject({
      reason: 'fund-exhausted-then',
    });
    expect(await carriedOut(own.database, scene, back, 60, '2026-10-01')).toMatchObject({ ok: true });
    expect(
      await carriedOut(own.database, scene, { kind: 'budget', toFundId: fund.id }, 60, '2026-11-01'),
    ).toMatchObject({
      ok: true,
    });
    // today there is 100, but in October there was 40
    expect(await carriedOut(own.database, scene, back, 41, '2026-07-01')).toMatchObject({
      reason: 'fund-exhausted-then',
    });
    expect(await carriedOut(own.database, scene, back, 40, '2026-07-01')).toMatchObject({ ok: true });
  });

  test('is not before its source, its commitment, or what it corrects', async () => {
    const { scene, fund } = await aPlan(own.database, 2000_00);
    const budget = { kind: 'budget', toFundId: fund.id } as const;
    expect(await propose(own.database, scene, budget, 5, '2022-12-31')).toMatchObject({ reason: 'too-early' });
    expect(await propose(own.database, scene, budget, 5, '0001-01-01')).toMatchObject({ reason: 'too-early' });
    expect(await propose(own.database, scene, budget, 5, '2023-01-01')).toMatchObject({ ok: true });
    await carriedOut(own.database, scene, budget, 1000_00, '2026-01-05');
    const decision = await granted(scene, fund.id);
    const of = { fromFundId: fund.id, decisionId: decision.id };
    expect(await propose(own.database, scene, { kind: 'payment', ...of }, 5, '2026-11-20')).toMatchObject({
      reason: 'too-early',
    });
    expect(await carriedOut(own.database, scene, { kind: 'payment', ...of }, 5)).toMatchObject({ ok: true });
    const payment = await own.database.ledgerEntry.findFirstOrThrow({
      where: { kind: 'payment', decisionId: decision.id },
    });
    const undo = { kind: 'correction', correctsId: payment.id } as const;
    expect(await propose(own.database, scene, undo, 5, '2026-11-20')).toMatchObject({ reason: 'too-early' });
    expect(await propose(own.database, scene, undo, 5)).toMatchObject({ ok: true });
  });

  test('from a source whose period is over is not granted any more', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const moneySourceId = await makeMoneySource(database, { amountCents: 5, endsOn: '2026-11-20' });
    const fundId = await makeFund(database, { bodyId: scene.bodyId, moneySourceId, amountCents: 5000_00 });
    const late = { ...scene, fundId };
    const form = await confirmation(database, await prepared(database, late, await initiativeOf(database, late)));
    expect(await confirmDecision(form, as(database, late, 'budgetHolder'))).toMatchObject({ reason: 'source-ended' });
  });
});

describe('numbers and amounts', () => {
  test('a number is the next one, used at once, and the counter goes nowhere by hand', async () => {
    const { scene, source, fund } = await aPlan(own.database);
    const lines: Line[] = [
      [source.unallocatedAccountId, -5],
      [fund.availableAccountId, 5],
    ];
    await run((tx) => approvedBudget(tx, scene, fund.id, { lines }));
    await expect(own.database.$executeRaw`update budget_change_counter set last = last + 1`).rejects.toThrow(
      /budget_change_counter/,
    );
    await expect(own.database.$executeRaw`update budget_change_counter set last = 0`).rejects.toThrow(
      /budget_change_counter/,
    );
    await expect(own.database.$executeRaw`delete from budget_change_counter`).rejects.toThrow(/budget_change_counter/);
    await expect(own.database.$executeRaw`truncate budget_change_counter`).rejects.toThrow(/budget_change_counter/);
    await expect(own.database.$executeRaw`insert into budget_change_counter values (2031, 7)`).rejects.toThrow(
      /budget_change_counter/,
    );
    // two in one transaction, as an import does
    await run(async (tx) => {
      await approvedBudget(tx, scene, fund.id, { lines });
      await approvedBudget(tx, scene, fund.id, { lines });
    });
  });

  test('more than a hundred billion is a slip of the keyboard', async () => {
    const { scene, fund } = await aPlan(own.database);
    const budget = { kind: 'budget', toFundId: fund.id } as const;
    expect(await propose(own.database, scene, budget, 10_000_000_000_001)).toMatchObject({
      reason: 'amount-too-large',
    });
    expect(await propose(own.database, scene, budget, Number.MAX_SAFE_INTEGER)).toMatchObject({
      reason: 'amount-too-large',
    });
    expect(await propose(own.database, scene, budget, 10_000_000_000_000)).toMatchObject({ ok: true });
  });

  test('the same form twice at once proposes once', async () => {
    const { scene, fund } = await aPlan(own.database);
    const formKey = newId();
    const change = {
      kind: 'budget' as const,
      toFundId: fund.id,
      amount: cents(5),
      reason: 'Nodig',
      occurredOn: calendarDate('2026-11-21'),
    };
    const post = () => proposeChange({ formKey, change }, as(own.database, scene, 'manager'));
    expect(await Promise.all([post(), post(), post()])).toEqual(Array(3).fill({ ok: true, value: formKey }));
  });
});
