import { expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { approveChange } from '#app/modules/budgets/commands/approve-change.server.ts';
import { giveBudget } from '#app/modules/budgets/commands/give-budget.server.ts';
import { proposeChange } from '#app/modules/budgets/commands/propose-change.server.ts';
import type { ChangeSubject } from '#app/modules/budgets/change.ts';
import { moneySources, planLines } from '#app/modules/budgets/queries/plan-lines.query.server.ts';
import { makeFund, makeMoneySource, testNow } from '#tests/factories/index.ts';
import { as, confirmed, initiativeOf, makeScene, prepared } from '#tests/integration/decisions/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();

test('the plan tells what became of each line, on any day', async () => {
  const { database } = own;
  const scene = await makeScene(database);
  const moneySourceId = await makeMoneySource(database, { amountCents: 9000_00, overprogrammingBps: 1000 });
  const fundId = await makeFund(database, { bodyId: scene.bodyId, moneySourceId, amountCents: null });
  const [proposerId, approverId] = [scene.people.manager, scene.people.budgetHolder];
  const give = (amount: number, occurredOn: string) =>
    database.$transaction((tx) =>
      giveBudget(tx, {
        toFundId: fundId,
        amount: cents(amount),
        reason: 'Plan',
        occurredOn: calendarDate(occurredOn),
        proposerId,
        approverId,
        at: testNow,
      }),
    );
  await give(2000_00, '2026-01-15');
  await give(500_00, '2026-06-15');
  const number = await confirmed(
    database,
    { ...scene, fundId },
    await prepared(database, { ...scene, fundId }, await initiativeOf(database, scene)),
  );
  const decision = await database.decision.findUniqueOrThrow({ where: { number } });
  const change = async (subject: ChangeSubject, amount: number) => {
    const order = { ...subject, amount: cents(amount), reason: 'Klaar', occurredOn: calendarDate('2026-11-21') };
    const id = newId();
    await proposeChange({ formKey: id, change: order }, as(database, scene, 'manager'));
    expect(await approveChange({ changeId: id }, as(database, scene, 'budgetHolder'))).toMatchObject({ ok: true });
    return database.ledgerEntry.findUniqueOrThrow({ where: { changeId: id } });
  };
  const of = { fromFundId: fundId, decisionId: decision.id };
  await change({ kind: 'payment', ...of }, 600_00);
  const release = await change({ kind: 'release', ...of }, 100_00);

  const source = await database.moneySource.findUniqueOrThrow({ where: { id: moneySourceId } });
  const line = async (until?: string) =>
    (await planLines(database, { sourceSlug: source.slug, ...(until ? { until: calendarDate(until) } : {}) }))[0];
  expect(await line('2026-01-14')).toMatchObject({ budget: 0, available: 0 });
  expect(await line('2026-06-14')).toMatchObject({ budget: 2000_00, available: 2000_00, committed: 0 });
  const now = { budget: 2500_00, available: 1600_00, committed: 300_00, paid: 600_00, released: 100_00 };
  expect(await line()).toMatchObject(now);
  expect(await line('2026-11-21')).toMatchObject(now);
  // a correction counts under what it undoes
  await change({ kind: 'correction', correctsId: release.id }, 100_00);
  expect(await line()).toMatchObject({ ...now, available: 1500_00, committed: 400_00, released: 0 });

  expect((await moneySources(database)).find(({ slug }) => slug === source.slug)).toMatchObject({
    pledged: 9000_00,
    overprogrammed: 0,
    unallocated: 6500_00,
  });
  const { slug } = await database.body.findUniqueOrThrow({ where: { id: scene.bodyId } });
  expect(await planLines(database, { bodySlug: slug, year: 2025 })).toEqual([]);
});
