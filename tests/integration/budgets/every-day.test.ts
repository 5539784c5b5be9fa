import { describe, expect, test } from 'vitest';
import { addDays, calendarDate, fromDateColumn } from '#app/kernel/calendar-date.ts';
import { instant } from '#app/kernel/instant.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import type { ChangeSubject } from '#app/modules/budgets/change.ts';
import { approveChange } from '#app/modules/budgets/commands/approve-change.server.ts';
import { makeChange } from '#app/modules/budgets/commands/make-change.server.ts';
import { proposeChange } from '#app/modules/budgets/commands/propose-change.server.ts';
import { moneySources, planLines } from '#app/modules/budgets/queries/plan-lines.query.server.ts';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import { makeFund, makeMoneySource, testNow } from '#tests/factories/index.ts';
import { as, confirmed, initiativeOf, makeScene, prepared, type Scene } from '#tests/integration/decisions/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlan, carriedOut } from './by-hand.ts';

/** What holds today must have held at the end of every day before. */
const own = useTestDatabase();

/** Proposed and approved on a day in December, dated to another. */
async function changedLater(scene: Scene, subject: ChangeSubject, amount: number, occurredOn: string) {
  const later = { now: instant('2026-12-10T12:00:00Z') };
  const change = { ...subject, amount: cents(amount), reason: 'Nodig', occurredOn: calendarDate(occurredOn) };
  const id = newId();
  const manager = { ...as(own.database, scene, 'manager'), ...later };
  expect(await proposeChange({ formKey: id, change }, manager)).toMatchObject({ ok: true });
  const done = await approveChange({ changeId: id }, { ...as(own.database, scene, 'budgetHolder'), ...later });
  const entry = await own.database.ledgerEntry.findUnique({ where: { changeId: id } });
  return { ...done, entryId: entry?.id ?? '' };
}

/** Two decisions on one fund, so that the account always holds what the other promised. Taken on 21 November. */
async function twoGrants(scene: Scene) {
  const fundId = await makeFund(own.database, { bodyId: scene.bodyId, amountCents: 5000_00 });
  const at = { ...scene, fundId };
  const numbers = [];
  for (let taken = 0; taken < 2; taken += 1)
    numbers.push(
      await confirmed(own.database, at, await prepared(own.database, at, await initiativeOf(own.database, at))),
    );
  const decision = await own.database.decision.findUniqueOrThrow({ where: { number: numbers[0] ?? '' } });
  return { of: { fromFundId: fundId, decisionId: decision.id }, amount: Number(decision.amountCents) };
}

describe('what one decision promised', () => {
  test.each(['payment', 'release'] as const)('is not paid again from the days before a %s was undone', async (kind) => {
    const scene = await makeScene(own.database);
    const { of, amount } = await twoGrants(scene);
    const { entryId } = await changedLater(scene, { kind, ...of }, amount, '2026-11-25');
    await changedLater(scene, { kind: 'correction', correctsId: entryId }, amount, '2026-12-05');
    const between = await changedLater(scene, { kind: 'payment', ...of }, 1, '2026-12-04');
    expect(between).toMatchObject({ ok: false, reason: 'commitment-exhausted-then' });
    expect(await changedLater(scene, { kind: 'payment', ...of }, amount, '2026-12-05')).toMatchObject({ ok: true });
    // dated before all of that, it would be short from the fifth of December on
    const before = await changedLater(scene, { kind: 'release', ...of }, 1, '2026-11-24');
    expect(before).toMatchObject({ ok: false, reason: 'commitment-exhausted' });
  });
});

describe('what one source pledged', () => {
  test('is not planned beyond its share before the day of the pledge, nor taken away from under it', async () => {
    const { database } = own;
    const { people } = await makeScene(database);
    const moneySourceId = await makeMoneySource(database, { overprogrammingBps: 1000 });
    const two = { proposerId: people.manager, approverId: people.budgetHolder, at: testNow };
    const change = async (kind: 'pledge' | 'pledge-lowered' | 'overprogramming', amount: number, day: string) =>
      database.$transaction((tx) =>
        makeChange(
          tx,
          { kind, moneySourceId, amount: cents(amount), reason: 'Nodig', occurredOn: calendarDate(day) },
          two,
        ),
      );
    await change('pledge', 1000_00, '2026-03-01');
    await expect(change('overprogramming', 1, '2026-02-28')).rejects.toThrow(/source_overprogramming_stated/);
    await change('overprogramming', 100_00, '2026-03-01');
    await change('pledge', 1000_00, '2026-10-01');
    // today half of the share is used, in March all of it
    await expect(change('overprogramming', 1, '2026-05-01')).rejects.toThrow(/source_overprogramming_stated/);
    await expect(change('pledge-lowered', 1, '2026-05-01')).rejects.toThrow(/source_overprogramming_stated/);
    await change('overprogramming', 100_00, '2026-10-01');
    // a new share has no history
    const share = async (overprogrammingBps: number) =>
      database.moneySource.update({ where: { id: moneySourceId }, data: { overprogrammingBps } });
    await expect(share(999)).rejects.toThrow(/source_overprogramming_stated/);
    await change('pledge', 18_000_00, '2026-11-01');
    await share(100);
  });
});

test('a line goes to no other actielijn or label by itself', async () => {
  const { fund } = await aPlan(own.database);
  const actielijn = {
    id: newId(),
    slug: 'andere-lijn',
    title: 'Andere lijn',
    goal: '',
    stage: 'running',
    stateNote: '',
  };
  await own.database.actielijn.create({ data: { ...actielijn, bodyId: fund.bodyId } });
  for (const data of [{ label: 'Jeugd' }, { actielijnId: actielijn.id }])
    await expect(own.database.fund.update({ where: { id: fund.id }, data })).rejects.toThrow(/fund_fixed/);
  await own.database.fund.update({ where: { id: fund.id }, data: { description: 'Voor het plein.' } });
});

test('a line and its source show every day what the entries of that day and before add up to', async () => {
  const { database } = own;
  const { scene, fund, source } = await aPlan(database, 1000_00);
  const budget = { kind: 'budget', toFundId: fund.id } as const;
  const back = { kind: 'return', fromFundId: fund.id } as const;
  // written in another order than they are dated
  for (const [subject, amount, day] of [
    [budget, 50_00, '2026-10-10'],
    [budget, 300_00, '2026-02-01'],
    [back, 20_00, '2026-10-10'],
    [budget, 7_00, '2026-06-15'],
    [back, 100_00, '2026-03-01'],
    [budget, 1, '2026-02-01'],
  ] as const)
    expect(await carriedOut(database, scene, subject, amount, day)).toMatchObject({ ok: true });
  const rows = await database.posting.findMany({
    where: { accountId: { in: [fund.availableAccountId, source.unallocatedAccountId] } },
    include: { entry: { include: { change: true } } },
  });
  const dated = rows.map(({ accountId, amountCents, entry }) => ({
    accountId,
    amount: Number(amountCents),
    day: entry.change === null ? '0000-00-00' : fromDateColumn(entry.change.occurredOn),
  }));
  for (const at of ['2026-02-01', '2026-03-01', '2026-06-15', '2026-10-10'].flatMap((day) => [
    addDays(calendarDate(day), -1),
    calendarDate(day),
    addDays(calendarDate(day), 1),
  ])) {
    const sum = (accountId: string) =>
      dated
        .filter((row) => row.accountId === accountId && row.day <= at)
        .reduce((total, { amount }) => total + amount, 0);
    const [line] = await planLines(database, { sourceSlug: source.slug, until: at });
    expect(line, at).toMatchObject({ available: sum(fund.availableAccountId), budget: sum(fund.availableAccountId) });
    const found = (await moneySources(database, { until: at })).find(({ slug }) => slug === source.slug);
    expect(found?.unallocated, at).toBe(sum(source.unallocatedAccountId));
  }
  const { findings: found } = await findings(database, new Date('2026-12-31'));
  expect(found.filter(({ offenders }) => offenders.length > 0)).toEqual([]);
});
