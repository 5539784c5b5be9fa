import { beforeEach, describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { spendingPage } from '#app/modules/alliances/queries/spending-page.query.server.ts';
import { readChangeFilter } from '#app/modules/budgets/change-filter.ts';
import { approveChange } from '#app/modules/budgets/commands/approve-change.server.ts';
import { proposeChange } from '#app/modules/budgets/commands/propose-change.server.ts';
import { changePage } from '#app/modules/budgets/queries/change-page.query.server.ts';
import { changeRegister } from '#app/modules/budgets/queries/change-register.query.server.ts';
import { changeWork } from '#app/modules/budgets/queries/change-work.query.server.ts';
import { newChangeChoices } from '#app/modules/budgets/queries/new-change.query.server.ts';
import { proposedChange } from '#app/modules/budgets/queries/proposed-change.query.server.ts';
import type { Role } from '#app/modules/people/role.ts';
import { makeMembership, makeOrganisation } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { agreed, by, confirm, makeAlliance, proposed, type AllianceScene, type Who } from './alliance-scene.ts';

/** 250.00 for plants, confirmed as a small spending; a treasurer proposes to pay it, a budget holder approves. */
const own = useTestDatabase();
let scene: AllianceScene;
let spending: { id: string; number: string };
const days = 9;

beforeEach(async () => {
  scene = await makeAlliance(own.database);
  await give('outsider', 'treasurer');
  spending = await decided();
});

const give = async (who: Who, role: Role) =>
  makeMembership(own.database, { personId: scene.people[who], bodyId: scene.bodyId, role });

async function decided(): Promise<{ id: string; number: string }> {
  const id = await agreed(own.database, scene);
  expect(await confirm(own.database, scene, 'chair', id)).toMatchObject({ ok: true });
  const { number } = await own.database.smallSpending.findUniqueOrThrow({ where: { id } });
  return { id, number: number ?? '' };
}

type Given = { kind?: 'payment' | 'release'; spendingId?: string; fromFundId?: string; formKey?: string };

async function propose(who: Who, amount: number, given: Given = {}) {
  const { kind = 'payment', spendingId = spending.id, fromFundId = scene.fundId, formKey = newId() } = given;
  const subject = { kind, spendingId, fromFundId };
  const change = { ...subject, amount: cents(amount), reason: 'De bon', occurredOn: calendarDate('2026-11-30') };
  return proposeChange({ formKey, change }, await by(own.database, scene, who, { days }));
}

async function proposedBy(who: Who, amount: number, given: Given = {}): Promise<string> {
  const outcome = await propose(who, amount, given);
  if (!outcome.ok) throw new Error(`not proposed: ${outcome.reason}`);
  return outcome.value;
}

const approve = async (who: Who, changeId: string) =>
  approveChange({ changeId }, await by(own.database, scene, who, { days }));

const choices = async (who: Who, kind: 'payment' | 'release' | 'correction' = 'payment') =>
  (await newChangeChoices(own.database, (await by(own.database, scene, who, { days })).actor, kind)).subjects;

test('it can be chosen, paid and released, and is found in the register by its number', async () => {
  expect(await choices('outsider')).toMatchObject([
    {
      id: spending.id,
      slug: spending.number,
      ground: 'spending',
      fundId: scene.fundId,
      now: 250_00,
      most: 250_00,
      notBefore: '2026-11-29',
    },
  ]);
  const paid = await approve('budgetHolder', await proposedBy('outsider', 230_10));
  expect(await choices('outsider', 'release')).toMatchObject([{ most: 19_90 }]);
  expect(await approve('budgetHolder', await proposedBy('outsider', 19_90, { kind: 'release' }))).toMatchObject({
    ok: true,
  });
  expect(await choices('outsider')).toEqual([]);
  expect((await choices('outsider', 'correction')).map(({ undoes }) => undoes?.kind)).toEqual(['release', 'payment']);

  const { slug } = await own.database.body.findUniqueOrThrow({ where: { id: scene.bodyId } });
  const address = `/wijkallianties/${slug}?jaar=2026#${spending.number}`;
  expect(await changePage(own.database, paid.ok ? paid.value : '')).toMatchObject({
    decision: null,
    spending: { number: spending.number, title: 'Plantenbakken voor het plein', page: address },
    proposedBy: { role: 'treasurer' },
    approvedBy: { role: 'budget_holder' },
  });
  const found = await changeRegister(own.database, readChangeFilter(new URLSearchParams({ zoek: spending.number })));
  expect(found.total).toBe(2);
  const holder = await by(own.database, scene, 'budgetHolder', { days });
  expect(await spendingPage(own.database, holder.actor, spending.id, holder.now)).toMatchObject({
    money: { promised: 250_00, paid: 230_10, released: 19_90, open: 0 },
    mayPay: false,
  });
});

test('whoever may begins it from the page of the spending; members only read', async () => {
  for (const [who, mayPay] of [
    ['budgetHolder', true],
    ['first', false],
    ['proposer', false],
  ] as const) {
    const { actor, now } = await by(own.database, scene, who, { days });
    expect(await spendingPage(own.database, actor, spending.id, now)).toMatchObject({
      mayPay,
      money: { open: 250_00 },
    });
  }
});

describe('is refused', () => {
  test.each(['first', 'chair', 'proposer'] as const)('to who has no role for money: %s', async (who) => {
    expect(await choices(who)).toEqual([]);
    expect(await propose(who, 10_00)).toEqual({ ok: false, reason: 'role-needed' });
  });

  test('to one person alone', async () => {
    expect(await approve('budgetHolder', await proposedBy('budgetHolder', 10_00))).toEqual({
      ok: false,
      reason: 'same-person',
    });
  });

  test('to who proposed the spending, as treasurer and as budget holder', async () => {
    const waiting = await proposedBy('outsider', 10_00);
    await give('proposer', 'treasurer');
    await give('proposer', 'budget_holder');
    expect(await choices('proposer')).toEqual([]);
    expect(await propose('proposer', 10_00)).toEqual({ ok: false, reason: 'interest' });
    expect(await approve('proposer', waiting)).toEqual({ ok: false, reason: 'interest' });
    const { actor } = await by(own.database, scene, 'proposer', { days });
    expect(await proposedChange(own.database, actor, waiting)).toMatchObject({ block: 'interest', mayEnd: null });
    const work = await changeWork(own.database, actor);
    expect(work.waitsForOthers.map(({ id, mine }) => [id, mine])).toContainEqual([waiting, 'interest']);
    expect(work.waitsForMe).toEqual([]);
  });

  test('to who belongs to the organisation that is paid', async () => {
    const organisationId = await makeOrganisation(own.database);
    await own.database.organisationMember.create({
      data: { id: newId(), organisationId, personId: scene.people.outsider, beginsOn: new Date('2026-01-01') },
    });
    const id = await agreed(own.database, scene, { payee: { kind: 'organisation', organisationId } });
    await confirm(own.database, scene, 'chair', id);
    expect(await propose('outsider', 10_00, { spendingId: id })).toEqual({ ok: false, reason: 'interest' });
    expect((await choices('outsider')).map((one) => one.id)).toEqual([spending.id]);
  });

  test('beyond what was promised, also when two are approved at the same instant', async () => {
    // the line promised as much to another spending
    await decided();
    const tooMuch = await proposedBy('outsider', 250_01);
    const { actor } = await by(own.database, scene, 'budgetHolder', { days });
    expect(await proposedChange(own.database, actor, tooMuch)).toMatchObject({ block: 'commitment-exhausted' });
    expect(await approve('budgetHolder', tooMuch)).toEqual({ ok: false, reason: 'commitment-exhausted' });
    const [one, other] = [await proposedBy('outsider', 200_00), await proposedBy('outsider', 50_01)];
    const outcomes = await Promise.all([approve('budgetHolder', one), approve('budgetHolder', other)]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'commitment-exhausted' });
  });

  test.each([
    ['a spending that is none', async () => Promise.resolve({ spendingId: newId() }), 'other-decision'],
    ['an id that is none', async () => Promise.resolve({ spendingId: "' or 1=1 --" }), 'fund-unknown'],
    [
      'a proposal that was not confirmed',
      async () => ({ spendingId: await proposed(own.database, scene) }),
      'other-decision',
    ],
    [
      'a fund of another wijkalliantie',
      async () => ({ fromFundId: (await makeAlliance(own.database)).fundId }),
      'role-needed',
    ],
  ] as const)('for %s', async (_what, forged, reason) => {
    expect(await propose('outsider', 10_00, await forged())).toEqual({ ok: false, reason });
  });
});

test('a double post proposes once', async () => {
  const formKey = newId();
  expect(await propose('outsider', 10_00, { formKey })).toEqual({ ok: true, value: formKey });
  expect(await propose('outsider', 10_00, { formKey })).toEqual({ ok: true, value: formKey });
  expect(await own.database.budgetChange.count({ where: { spendingId: spending.id } })).toBe(1);
});
