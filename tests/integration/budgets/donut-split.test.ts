import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { decisionPage } from '#app/modules/decisions/queries/decision-page.query.server.ts';
import { proposeSplit } from '#app/modules/donutfonds/commands/propose-split.server.ts';
import { donutYear } from '#app/modules/donutfonds/queries/public-year.query.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import {
  afterClosing,
  applied,
  by,
  closed,
  confirmAs,
  makeDonutfonds,
  propose,
  proposed,
  threeAppliedIn,
  today,
  type DonutScene,
  type Who,
} from './donut-scene.ts';

const own = useTestDatabase();

const confirm = async (scene: DonutScene, splitId: string, who?: Who) => confirmAs(own.database, scene, splitId, who);
const threeApplied = async (fundCents?: number) => threeAppliedIn(own.database, fundCents);

const balances = async (fundId: string) => {
  const fund = await own.database.fund.findUniqueOrThrow({
    where: { id: fundId },
    include: { available: true, committed: true },
  });
  return { available: Number(fund.available.balanceCents), committed: Number(fund.committed.balanceCents) };
};

describe('the split of the donutfonds', () => {
  test('gives equal parts, leaves the remainder, and publishes a decision with reasons for everybody', async () => {
    const { scene } = await threeApplied(100_01);
    const confirmed = await confirm(scene, await proposed(own.database, scene));
    expect(confirmed).toEqual({ ok: true, value: scene.year });
    expect(await balances(scene.fundId)).toEqual({ available: 1, committed: 100_00 });
    const view = await donutYear(own.database, scene.year, today(scene));
    expect(view).toMatchObject({
      standing: 'decided',
      result: { available: 100_01, recipients: 2, share: 50_00, remainder: 1 },
    });
    expect(view?.result?.lines.map(({ reward }) => reward)).toEqual([50_00, 50_00, null]);
    const declined = view?.result?.lines.at(-1);
    const page = await decisionPage(own.database, declined?.number ?? '');
    expect(page).toMatchObject({
      receiptMatches: true,
      publication: {
        outcome: 'decline',
        instrument: 'award',
        amountCents: null,
        subject: { kind: 'donut-application', costsCents: 0, meetsRules: false, rules: { version: 1 } },
      },
    });
    expect(page?.publication.motivation).toContain('De kosten zijn nul.');
    const mails = await own.database.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from graphile_worker.jobs where key like 'mail-donut:%:decided'`;
    expect(mails[0]?.count).toBe(3);
  });

  test('with nobody who qualifies divides nothing and declines with reasons', async () => {
    const scene = await makeDonutfonds(own.database);
    await applied(own.database, scene, 'one', { value: cents(9_999_99) });
    await closed(own.database, scene);
    expect(await confirm(scene, await proposed(own.database, scene))).toMatchObject({ ok: true });
    expect(await balances(scene.fundId)).toEqual({ available: 100_00, committed: 0 });
    expect((await donutYear(own.database, scene.year, today(scene)))?.result).toMatchObject({
      recipients: 0,
      remainder: 100_00,
    });
  });

  test('with nobody who applied is decided all the same', async () => {
    const scene = await makeDonutfonds(own.database);
    await closed(own.database, scene);
    expect(await confirm(scene, await proposed(own.database, scene))).toMatchObject({ ok: true });
  });

  test('leaves out what is set aside, with its reason in the decision', async () => {
    const { scene, ids } = await threeApplied();
    expect(await propose(own.database, scene, { [ids.three]: 'Klopt niet.' })).toMatchObject({
      reason: 'application-unknown',
    });
    const splitId = await proposed(own.database, scene, { [ids.two]: 'Het bewijs klopte niet bij het bezoek.' });
    expect(await confirm(scene, splitId)).toMatchObject({ ok: true });
    const decision = await own.database.decision.findUniqueOrThrow({ where: { donutApplicationId: ids.two } });
    expect(decision).toMatchObject({ outcome: 'decline', amountCents: null });
    expect(decision.motivation).toContain('Het bewijs klopte niet bij het bezoek.');
    expect(await balances(scene.fundId)).toEqual({ available: 0, committed: 100_00 });
  });

  test('is confirmed once by two at once, and a double post gets the same answer', async () => {
    const { scene } = await threeApplied();
    const other = scene.people.outsider;
    await own.database.bodyMembership.create({
      data: {
        id: newId(),
        bodyId: scene.bodyId,
        personId: other,
        role: 'budget_holder',
        beginsOn: new Date('2026-01-01'),
      },
    });
    const splitId = await proposed(own.database, scene);
    const outcomes = await Promise.all([
      confirm(scene, splitId),
      confirm(scene, splitId, 'outsider'),
      confirm(scene, splitId),
    ]);
    const holders = outcomes.filter(({ ok }) => ok).length;
    expect(holders === 1 || holders === 2).toBe(true);
    expect(outcomes.filter((one) => !one.ok)).toSatisfy((refused: { reason: string }[]) =>
      refused.every(({ reason }) => reason === 'already-confirmed'),
    );
    expect(await own.database.decision.count({ where: { donutApplication: { callId: scene.callId } } })).toBe(3);
    expect(await balances(scene.fundId)).toEqual({ available: 0, committed: 100_00 });
  });

  test('is proposed once by two at once, and once by a double post', async () => {
    const { scene } = await threeApplied();
    const outcomes = await Promise.all([propose(own.database, scene), propose(own.database, scene, {}, 'chair')]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'already-proposed' });
    const splits = await own.database.donutSplit.findMany({ where: { callId: scene.callId } });
    const [first] = splits;
    const who = first?.proposerId === scene.people.manager ? 'manager' : 'chair';
    const input = {
      callId: scene.callId,
      formKey: first?.id ?? '',
      motivation: 'Nog eens.',
      setAside: new Map<string, string>(),
    };
    expect(await proposeSplit(input, await by(own.database, scene, who, afterClosing))).toEqual({
      ok: true,
      value: first?.id,
    });
  });

  test('waits for closing, a new proposal when the fund changed, and money', async () => {
    const scene = await makeDonutfonds(own.database, { fundCents: 1 });
    await applied(own.database, scene, 'one');
    await applied(own.database, scene, 'two');
    expect(await propose(own.database, scene)).toMatchObject({ reason: 'still-open' });
    await closed(own.database, scene);
    expect(await propose(own.database, scene)).toMatchObject({ reason: 'nothing-to-divide' });

    const { scene: rich } = await threeApplied();
    const splitId = await proposed(own.database, rich);
    await own.database.$transaction(async (tx) => {
      const { giveBudget } = await import('#app/modules/budgets/commands/give-budget.server.ts');
      const { makeChange } = await import('#app/modules/budgets/commands/make-change.server.ts');
      const persons = {
        proposerId: rich.people.manager,
        approverId: rich.people.budgetHolder,
        at: new Date('2026-11-21T12:00:00Z'),
      };
      const given = {
        amount: cents(5_00),
        reason: 'Erbij.',
        occurredOn: today({ ...rich, opensOn: '2026-09-12' as never }),
      };
      await makeChange(tx, { kind: 'pledge', moneySourceId: rich.moneySourceId, ...given }, persons);
      await giveBudget(tx, { toFundId: rich.fundId, ...given, ...persons });
    });
    expect(await confirm(rich, splitId)).toMatchObject({ reason: 'fund-changed' });
  });

  test.each(['', 'x', '../etc', newId()])('is not there for the id "%s"', async (id) => {
    const { scene } = await threeApplied();
    expect(await confirm(scene, id)).toMatchObject({ reason: 'split-unknown' });
    const input = { callId: id, formKey: newId(), motivation: 'x', setAside: new Map<string, string>() };
    expect(await proposeSplit(input, await by(own.database, scene, 'manager', afterClosing))).toMatchObject({
      reason: 'call-unknown',
    });
  });

  test('cannot be bent in the database: another verdict, part, state or decision', async () => {
    const { scene, ids } = await threeApplied();
    const row = {
      id: newId(),
      callId: scene.callId,
      state: 'prepared',
      availableCents: 100_00n,
      recipients: 3,
      shareCents: 33_33n,
      remainderCents: 1n,
      motivation: 'x',
      proposerId: scene.people.manager,
      preparedAt: new Date(),
    };
    const verdict = (applicationId: string, meetsRules = true) => ({
      splitId: row.id,
      applicationId,
      meetsRules,
      setAsideReason: '',
      rewarded: meetsRules,
    });
    await expect(
      own.database.$transaction([
        own.database.donutSplit.create({ data: row }),
        own.database.donutVerdict.createMany({ data: Object.values(ids).map((id) => verdict(id)) }),
      ]),
    ).rejects.toThrow(/donut_split_by_the_rules/);
    await expect(own.database.donutSplit.create({ data: { ...row, shareCents: 33_34n } })).rejects.toThrow(
      /donut_split_computed/,
    );
    const splitId = await proposed(own.database, scene);
    await expect(
      own.database.donutSplit.update({
        where: { id: splitId },
        data: { state: 'confirmed', confirmerId: scene.people.budgetHolder, confirmedAt: new Date() },
      }),
    ).rejects.toThrow(/donut_(decision_follows_split|split_decides_call)/);
    await expect(
      own.database.donutCall.update({ where: { id: scene.callId }, data: { state: 'decided' } }),
    ).rejects.toThrow(/donut_split_decides_call/);
    await expect(own.database.donutVerdict.deleteMany({ where: { splitId } })).rejects.toThrow(/record_append_only/);
    await expect(own.database.donutSplit.update({ where: { id: splitId }, data: { motivation: 'y' } })).rejects.toThrow(
      /donut_split_fixed/,
    );
    await expect(
      own.database.decision.create({
        data: {
          id: newId(),
          origin: 'product',
          state: 'prepared',
          bodyId: scene.bodyId,
          donutApplicationId: ids.one,
          recipientOrganisationId: scene.organisations.one,
          instrument: 'award',
          title: 'x',
          outcome: 'decline',
          method: 'consent',
          motivation: 'x',
          takenOn: new Date('2026-11-21'),
          proposerId: scene.people.manager,
          preparedAt: new Date(),
        },
      }),
    ).rejects.toThrow(/donut_decision_follows_split/);
  });
});
