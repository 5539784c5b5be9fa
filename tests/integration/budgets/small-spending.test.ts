import { beforeEach, describe, expect, test } from 'vitest';
import { calendarDate, dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { changeSpending, withdrawSpending } from '#app/modules/alliances/commands/change-spending.server.ts';
import { proposeSpending } from '#app/modules/alliances/commands/propose-spending.server.ts';
import { approveChange } from '#app/modules/budgets/commands/approve-change.server.ts';
import { proposeChange } from '#app/modules/budgets/commands/propose-change.server.ts';
import { readSetting } from '#app/modules/programme/setting.ts';
import {
  makeBody,
  makeFund,
  makeInitiative,
  makeMembership,
  makeOrganisation,
  testNow,
} from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import {
  agreed,
  answer,
  by,
  confirm,
  contentOf,
  makeAlliance,
  propose,
  proposed,
  today,
  type AllianceScene,
} from './alliance-scene.ts';

const own = useTestDatabase();
let scene: AllianceScene;

beforeEach(async () => {
  scene = await makeAlliance(own.database);
});

const moneyOf = async (fundId: string) => {
  const { available, committed, paid } = await own.database.fund.findUniqueOrThrow({
    where: { id: fundId },
    include: { available: true, committed: true, paid: true },
  });
  return [available, committed, paid].map(({ balanceCents }) => Number(balanceCents));
};

describe('proposing', () => {
  test('moves no money, once per form, and mails the members', async () => {
    const formKey = newId();
    const input = { bodyId: scene.bodyId, content: contentOf(scene), formKey };
    const context = await by(own.database, scene, 'proposer');
    expect(await proposeSpending(input, context)).toEqual({ ok: true, value: formKey });
    expect(await proposeSpending(input, context)).toEqual({ ok: true, value: formKey });
    expect(await proposeSpending(input, await by(own.database, scene, 'first'))).toMatchObject({
      reason: 'form-key-invalid',
    });
    expect(await own.database.smallSpending.findMany({ where: { bodyId: scene.bodyId } })).toMatchObject([
      { id: formKey, state: 'proposed', closesOn: toDateColumn(calendarDate('2026-11-28')) },
    ]);
    expect(await moneyOf(scene.fundId)).toEqual([5_000_00, 0, 0]);
    const jobs = await own.database.$queryRaw`
      select 1 from graphile_worker.jobs where key = ${`mail-spending:${formKey}:1:proposed`}`;
    expect(jobs).toHaveLength(1);
  });

  test.each([
    ['nothing', { amount: cents(0) }, 'amount-not-positive'],
    ['less than nothing', { amount: cents(-1) }, 'amount-not-positive'],
    ['a cent above the threshold', { amount: cents(500_01) }, 'above-threshold'],
    ['without a reason', { why: ' ' }, 'text-length'],
    ['with too long a title', { what: 'x'.repeat(121) }, 'text-length'],
    ['a fund that is not there', { fundId: newId() }, 'fund-unknown'],
    ['a broken fund', { fundId: 'fonds' }, 'fund-unknown'],
    ['an unknown organisation', { payee: { kind: 'organisation', organisationId: newId() } }, 'organisation-unknown'],
    ['an unknown plan', { initiativeSlug: 'geen-plan' }, 'initiative-unknown'],
  ] as const)('refuses %s', async (_what, changes, reason) => {
    expect(await propose(own.database, scene, changes)).toMatchObject({ ok: false, reason });
  });

  test('is for members, of a wijkalliantie, out of its own money', async () => {
    const input = { bodyId: scene.bodyId, content: contentOf(scene), formKey: newId() };
    expect(await proposeSpending(input, await by(own.database, scene, 'outsider'))).toMatchObject({
      reason: 'role-needed',
    });
    expect(await proposeSpending({ ...input, bodyId: 'x' }, await by(own.database, scene, 'first'))).toMatchObject({
      reason: 'alliance-unknown',
    });
    const other = await makeAlliance(own.database);
    expect(await propose(own.database, scene, { fundId: other.fundId })).toMatchObject({ reason: 'fund-unknown' });
    const team = await makeBody(own.database);
    await makeMembership(own.database, { personId: scene.people.first, bodyId: team, role: 'member' });
    const fundId = await makeFund(own.database, { bodyId: team });
    const theirs = { bodyId: team, content: contentOf(scene, { fundId }), formKey: newId() };
    expect(await proposeSpending(theirs, await by(own.database, scene, 'first'))).toMatchObject({
      reason: 'alliance-unknown',
    });
  });
});

describe('confirming', () => {
  test('gives a number and commits the money; again by the same person says the same', async () => {
    const id = await agreed(own.database, scene);
    const outcome = await confirm(own.database, scene, 'budgetHolder', id);
    expect(outcome).toMatchObject({ ok: true, value: expect.stringMatching(/^K2026-\d{4}$/) as string });
    expect(await moneyOf(scene.fundId)).toEqual([4_750_00, 250_00, 0]);
    expect(await confirm(own.database, scene, 'budgetHolder', id)).toEqual(outcome);
    expect(await confirm(own.database, scene, 'first', id)).toMatchObject({ reason: 'already-confirmed' });
    expect(await answer(own.database, scene, 'chair', id, 'objection')).toMatchObject({ reason: 'already-confirmed' });
    expect(await own.database.ledgerEntry.count({ where: { spendingId: id } })).toBe(1);
  });

  test('is never for the proposer or somebody from outside, and of what was read', async () => {
    const id = await agreed(own.database, scene);
    expect(await confirm(own.database, scene, 'proposer', id)).toMatchObject({ reason: 'same-person' });
    expect(await confirm(own.database, scene, 'outsider', id)).toMatchObject({ reason: 'role-needed' });
    expect(await confirm(own.database, scene, 'first', id, { revision: 2 })).toMatchObject({
      reason: 'changed-meanwhile',
    });
    for (const unknown of [newId(), 'geen-id'])
      expect(await confirm(own.database, scene, 'first', unknown)).toMatchObject({ reason: 'spending-unknown' });
  });

  test('waits for three consents, of two households or organisations', async () => {
    const id = await proposed(own.database, scene);
    await answer(own.database, scene, 'first', id);
    await answer(own.database, scene, 'second', id);
    expect(await confirm(own.database, scene, 'budgetHolder', id)).toMatchObject({ reason: 'consents-missing' });
    await answer(own.database, scene, 'third', id);
    const house = [scene.people.first, scene.people.second, scene.people.third];
    const together = { personId: { in: house }, bodyId: scene.bodyId };
    await own.database.bodyMembership.updateMany({ where: together, data: { household: 'Dichtersplein  4' } });
    await own.database.bodyMembership.updateMany({
      where: { personId: house[0] },
      data: { household: 'dichtersplein 4' },
    });
    expect(await confirm(own.database, scene, 'budgetHolder', id)).toMatchObject({ reason: 'consents-missing' });
    // an organisation counts as one, and is another than a household
    await own.database.bodyMembership.updateMany({
      where: { personId: house[0] },
      data: { organisationId: await makeOrganisation(own.database) },
    });
    expect(await confirm(own.database, scene, 'budgetHolder', id)).toMatchObject({ ok: true });
  });

  test('waits until the period is over or everybody answered', async () => {
    const id = await agreed(own.database, scene);
    expect(await confirm(own.database, scene, 'first', id, { days: 7 })).toMatchObject({ reason: 'period-running' });
    await answer(own.database, scene, 'chair', id);
    expect(await confirm(own.database, scene, 'first', id, { days: 0 })).toMatchObject({ reason: 'period-running' });
    await answer(own.database, scene, 'budgetHolder', id, 'interest');
    expect(await confirm(own.database, scene, 'first', id, { days: 0 })).toMatchObject({ ok: true });
  });

  test('stops at an open objection until it is taken back, or the proposal changes and all answer anew', async () => {
    const id = await agreed(own.database, scene);
    expect(await answer(own.database, scene, 'chair', id, 'withdrawn')).toMatchObject({ reason: 'no-objection' });
    await answer(own.database, scene, 'chair', id, 'objection');
    expect(await confirm(own.database, scene, 'budgetHolder', id)).toMatchObject({ reason: 'objection-open' });
    const change = { spendingId: id, revision: 1, content: contentOf(scene, { amount: cents(200_00) }) };
    expect(await changeSpending(change, await by(own.database, scene, 'first'))).toMatchObject({
      reason: 'not-the-proposer',
    });
    expect(await changeSpending(change, await by(own.database, scene, 'proposer'))).toEqual({ ok: true, value: 2 });
    expect(await changeSpending(change, await by(own.database, scene, 'proposer'))).toMatchObject({
      reason: 'changed-meanwhile',
    });
    expect(await answer(own.database, scene, 'first', id)).toMatchObject({ reason: 'changed-meanwhile' });
    expect(await confirm(own.database, scene, 'budgetHolder', id, { revision: 2 })).toMatchObject({
      reason: 'consents-missing',
    });
    for (const who of ['first', 'second', 'third'] as const) await answer(own.database, scene, who, id, 'consent', 2);
    await answer(own.database, scene, 'chair', id, 'objection', 2);
    await answer(own.database, scene, 'chair', id, 'withdrawn', 2);
    expect(await confirm(own.database, scene, 'budgetHolder', id, { revision: 2 })).toMatchObject({ ok: true });
    expect(await moneyOf(scene.fundId)).toEqual([4_800_00, 200_00, 0]);
  });

  test('follows the threshold of the moment, which starts the same in product and database', async () => {
    const [row] = await own.database.$queryRaw<{ most: bigint }[]>`select small_spending_threshold() as most`;
    expect(Number(row?.most)).toBe(readSetting('small-spending', undefined).thresholdCents);
    const id = await agreed(own.database, scene);
    const key = 'small-spending';
    const row2 = {
      key,
      value: { thresholdCents: 249_99, days: 7 },
      updatedAt: testNow,
      updatedById: scene.people.outsider,
    };
    await own.database.programmeSetting.create({ data: row2 });
    try {
      expect(await confirm(own.database, scene, 'first', id)).toMatchObject({ reason: 'above-threshold' });
      expect(await propose(own.database, scene)).toMatchObject({ reason: 'above-threshold' });
    } finally {
      await own.database.programmeSetting.delete({ where: { key } });
    }
  });

  test('withdrawn by the proposer it stays so', async () => {
    const id = await agreed(own.database, scene);
    const input = { spendingId: id, revision: 1, reason: 'Toch niet nodig.' };
    expect(await withdrawSpending({ ...input, reason: ' ' }, await by(own.database, scene, 'proposer'))).toMatchObject({
      reason: 'reason-missing',
    });
    expect(await withdrawSpending(input, await by(own.database, scene, 'first'))).toMatchObject({
      reason: 'not-the-proposer',
    });
    expect(await withdrawSpending(input, await by(own.database, scene, 'proposer'))).toMatchObject({ ok: true });
    expect(await withdrawSpending(input, await by(own.database, scene, 'proposer'))).toMatchObject({
      reason: 'already-withdrawn',
    });
    expect(await confirm(own.database, scene, 'first', id)).toMatchObject({ reason: 'already-withdrawn' });
  });
});

describe('an interest', () => {
  test('of the paid organisation keeps its people from consenting and confirming, also when they left', async () => {
    const organisationId = await makeOrganisation(own.database, { members: [scene.people.first] });
    const id = await proposed(own.database, scene, { payee: { kind: 'organisation', organisationId } });
    expect(await answer(own.database, scene, 'first', id)).toMatchObject({ reason: 'interest' });
    await own.database.organisationMember.updateMany({
      where: { organisationId },
      data: { endsOn: toDateColumn(today) },
    });
    expect(await answer(own.database, scene, 'first', id, 'objection')).toMatchObject({ reason: 'interest' });
    for (const who of ['second', 'third', 'chair'] as const) await answer(own.database, scene, who, id);
    expect(await confirm(own.database, scene, 'first', id)).toMatchObject({ reason: 'interest' });
    expect(await confirm(own.database, scene, 'second', id)).toMatchObject({ ok: true });
  });

  test('in the linked plan does so by the rules of plans; one that arose since takes the consent away', async () => {
    const initiativeId = await makeInitiative(own.database, { submitterId: scene.people.first });
    const { slug } = await own.database.initiative.findUniqueOrThrow({ where: { id: initiativeId } });
    const id = await proposed(own.database, scene, { initiativeSlug: slug });
    expect(await answer(own.database, scene, 'first', id)).toMatchObject({ reason: 'interest' });
    for (const who of ['second', 'third', 'chair'] as const) await answer(own.database, scene, who, id);
    const declared = { id: newId(), initiativeId, personId: scene.people.chair, kind: 'family', declaredAt: testNow };
    await own.database.interestDeclaration.create({ data: declared });
    expect(await confirm(own.database, scene, 'budgetHolder', id)).toMatchObject({ reason: 'consents-missing' });
  });

  test('that a member declares counts for good; the proposer never answers', async () => {
    const id = await proposed(own.database, scene);
    await answer(own.database, scene, 'first', id, 'interest');
    expect(await answer(own.database, scene, 'first', id)).toMatchObject({ reason: 'interest' });
    expect(await answer(own.database, scene, 'proposer', id)).toMatchObject({ reason: 'own-proposal' });
    expect(await answer(own.database, scene, 'outsider', id)).toMatchObject({ reason: 'role-needed' });
  });
});

describe('the money of a confirmed spending', () => {
  test('is paid and released as of a decision, never more than was committed, and a correction undoes it', async () => {
    const id = await agreed(own.database, scene);
    await confirm(own.database, scene, 'first', id);
    // another spending of the fund is no money of this one
    await confirm(own.database, scene, 'first', await agreed(own.database, scene));
    const change = async (kind: 'payment' | 'release', amount: number) => {
      const context = await by(own.database, scene, 'budgetHolder', { days: 9 });
      const subject = { kind, fromFundId: scene.fundId, spendingId: id, amount: cents(amount) };
      const made = await proposeChange(
        { formKey: newId(), change: { ...subject, reason: 'Bon', occurredOn: dayInAmsterdam(context.now) } },
        context,
      );
      if (!made.ok) return made;
      const second = await own.database.bodyMembership.count({
        where: { personId: scene.people.third, role: 'budget_holder' },
      });
      if (second === 0)
        await makeMembership(own.database, {
          personId: scene.people.third,
          bodyId: scene.bodyId,
          role: 'budget_holder',
        });
      return approveChange({ changeId: made.value }, await by(own.database, scene, 'third', { days: 9 }));
    };
    expect(await change('payment', 200_00)).toMatchObject({ ok: true });
    expect(await change('release', 50_01)).toMatchObject({ reason: 'commitment-exhausted' });
    expect(await change('release', 50_00)).toMatchObject({ ok: true });
    expect(await moneyOf(scene.fundId)).toEqual([4_550_00, 250_00, 200_00]);
    const entry = await own.database.ledgerEntry.findFirstOrThrow({ where: { spendingId: id, kind: 'payment' } });
    const context = await by(own.database, scene, 'budgetHolder', { days: 9 });
    const undo = {
      kind: 'correction',
      correctsId: entry.id,
      amount: cents(200_00),
      reason: 'Verkeerde bon',
      occurredOn: dayInAmsterdam(context.now),
    } as const;
    const made = await proposeChange({ formKey: newId(), change: undo }, context);
    expect(made.ok).toBe(true);
    if (made.ok) await approveChange({ changeId: made.value }, await by(own.database, scene, 'third', { days: 9 }));
    expect(await moneyOf(scene.fundId)).toEqual([4_550_00, 450_00, 0]);
  });
});
