import { beforeEach, describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { approveChange } from '#app/modules/budgets/commands/approve-change.server.ts';
import { proposeChange } from '#app/modules/budgets/commands/propose-change.server.ts';
import type { ChangeSubject } from '#app/modules/budgets/change.ts';
import { newChangeChoices } from '#app/modules/budgets/queries/new-change.query.server.ts';
import { decisionMoney } from '#app/modules/budgets/queries/promise-money.query.server.ts';
import { confirmDecision } from '#app/modules/decisions/commands/confirm-decision.server.ts';
import { prepareDecision } from '#app/modules/decisions/commands/prepare-decision.server.ts';
import { discardDecision } from '#app/modules/decisions/commands/discard-decision.server.ts';
import type { Proposal } from '#app/modules/decisions/proposal.ts';
import { decisionPage } from '#app/modules/decisions/queries/decision-page.query.server.ts';
import { preparation } from '#app/modules/decisions/queries/preparation.query.server.ts';
import { preparedDecision } from '#app/modules/decisions/queries/prepared-decision.query.server.ts';
import { planToDecideAnew } from '#app/modules/decisions/queries/replacement.query.server.ts';
import {
  as,
  confirmation,
  confirmed,
  initiativeOf,
  makeScene,
  prepared,
  proposalOf,
  type Scene,
} from '#tests/integration/decisions/scene.ts';
import { testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';

/** A grant of 1,000.00 from a fund of 1,500.00, to be replaced by another: what was paid stays with the old one. */
const own = useTestDatabase();
let scene: Scene;
let initiativeId: string;
let first: { id: string; number: string };

beforeEach(async () => {
  const { database } = own;
  scene = await makeScene(database, { fundCents: 1500_00 });
  initiativeId = await initiativeOf(database, scene, { requestedCents: 1000_00 });
  const number = await confirmed(database, scene, await prepared(database, scene, initiativeId));
  first = { id: (await database.decision.findUniqueOrThrow({ where: { number } })).id, number };
});

async function change(subject: ChangeSubject, amount: number) {
  const formKey = newId();
  const order = { ...subject, amount: cents(amount), reason: 'Zo is het', occurredOn: calendarDate('2026-11-21') };
  expect(await proposeChange({ formKey, change: order }, as(own.database, scene, 'manager'))).toMatchObject({
    ok: true,
  });
  return approveChange({ changeId: formKey }, as(own.database, scene, 'budgetHolder'));
}

const ofFirst = (kind: 'payment' | 'release', amount: number) =>
  change({ kind, fromFundId: scene.fundId, decisionId: first.id }, amount);

/** 400.00 was paid, the other 600.00 released. */
async function closed() {
  expect(await ofFirst('payment', 400_00)).toMatchObject({ ok: true });
  expect(await ofFirst('release', 600_00)).toMatchObject({ ok: true });
}

const again = (changes: Partial<Proposal> = {}): Partial<Proposal> => ({
  replacesId: first.id,
  amount: cents(550_00),
  amountNote: 'Er is al 400 euro betaald.',
  ...changes,
});

async function prepareAgain(changes: Partial<Proposal>) {
  const proposal = proposalOf(scene, changes);
  return prepareDecision({ formKey: newId(), initiativeId, version: 1, proposal }, as(own.database, scene, 'chair'));
}

async function blocked() {
  const { actor, now } = as(own.database, scene, 'chair');
  return (await preparation(own.database, actor, initiativeId, now, ''))?.blocked;
}

test('the old one is closed with what was paid, the new one commits', async () => {
  const { database } = own;
  await closed();
  const { actor, now } = as(database, scene, 'chair');
  expect(await planToDecideAnew(database, actor, first.number)).toBe(initiativeId);
  const form = await preparation(database, actor, initiativeId, now, '');
  expect(form).toMatchObject({ blocked: null, typed: { replacesId: first.id, amount: '600,00' } });

  const number = await confirmed(database, scene, await prepared(database, scene, initiativeId, again()));
  expect(await decisionMoney(database, first.number)).toMatchObject({ paid: 400_00, released: 600_00, open: 0 });
  expect(await decisionMoney(database, number)).toMatchObject({ promised: 550_00, paid: 0, open: 550_00 });
  const fund = await database.fund.findUniqueOrThrow({
    where: { id: scene.fundId },
    include: { available: true, committed: true, paid: true },
  });
  expect([fund.available, fund.committed, fund.paid].map(({ balanceCents }) => Number(balanceCents))).toEqual([
    550_00, 550_00, 400_00,
  ]);
  expect(await decisionPage(database, first.number)).toMatchObject({ replacedBy: number });
  expect(await planToDecideAnew(database, actor, first.number)).toBeNull();
  expect(await planToDecideAnew(database, actor, number)).toBe(initiativeId);
  expect(
    await planToDecideAnew(database, as(database, scene, 'member', { role: 'treasurer' }).actor, number),
  ).toBeNull();
  expect((await database.initiative.findUniqueOrThrow({ where: { id: initiativeId } })).stage).toBe('granted');
});

describe('while money of the old one is promised', () => {
  test('nothing can be prepared, and that is said', async () => {
    expect(await blocked()).toBe('granted-open');
    await ofFirst('payment', 400_00);
    await ofFirst('release', 599_99);
    expect(await blocked()).toBe('granted-open');
    expect(await prepareAgain(again())).toEqual({
      ok: false,
      reason: 'proposal-incomplete',
      detail: { problem: 'replaces-open' },
    });
    await ofFirst('release', 1);
    expect(await blocked()).toBeNull();
  });

  test('nothing can be confirmed: a release that was undone after preparing', async () => {
    const { database } = own;
    await ofFirst('payment', 400_00);
    expect(await ofFirst('release', 600_00)).toMatchObject({ ok: true });
    const entry = await database.ledgerEntry.findFirstOrThrow({ where: { kind: 'release', decisionId: first.id } });
    const decisionId = await prepared(database, scene, initiativeId, again());
    const form = await confirmation(database, decisionId);
    expect(await change({ kind: 'correction', correctsId: entry.id }, 600_00)).toMatchObject({ ok: true });
    const holder = as(database, scene, 'budgetHolder');
    expect(await preparedDecision(database, holder.actor, decisionId, testNow)).toMatchObject({
      block: 'replaced-open',
    });
    expect(await confirmDecision(form, holder)).toEqual({ ok: false, reason: 'replaced-open' });
    expect(await database.decision.count({ where: { state: 'confirmed', initiativeId } })).toBe(1);
  });
});

test('once all was paid there is nothing left to grant', async () => {
  await ofFirst('payment', 1000_00);
  expect(await blocked()).toBe('granted-paid');
});

test.each([
  ['more than what is left beside what was paid', { amount: cents(600_01) }, 'amount-above-rest'],
  ['a grant that takes no place', { replacesId: null }, 'replaces-missing'],
  ['a decision that is not there', { replacesId: '0193b1a0-0000-7000-8000-000000000000' }, 'replaces-unknown'],
  ['an id that is none', { replacesId: "' or 1=1 --" }, 'replaces-unknown'],
  ['declining what was granted', { outcome: 'decline', amount: null, fundId: null }, 'outcome-impossible'],
] as const)('%s is refused', async (_what, changes, problem) => {
  await closed();
  expect(await prepareAgain(again(changes))).toMatchObject({ reason: 'proposal-incomplete', detail: { problem } });
});

test('its release is not undone any more; a wrong payment is, and then released', async () => {
  const { database } = own;
  await closed();
  const entryOf = async (kind: string) =>
    database.ledgerEntry.findFirstOrThrow({ where: { kind, decisionId: first.id } });
  const release = await entryOf('release');
  const payment = await entryOf('payment');
  const waiting = newId();
  const undo = {
    kind: 'correction' as const,
    correctsId: release.id,
    amount: cents(600_00),
    reason: 'Toch niet',
    occurredOn: calendarDate('2026-11-21'),
  };
  // proposed before, approved after
  expect(await proposeChange({ formKey: waiting, change: undo }, as(database, scene, 'manager'))).toMatchObject({
    ok: true,
  });
  await confirmed(database, scene, await prepared(database, scene, initiativeId, again()));
  expect(await approveChange({ changeId: waiting }, as(database, scene, 'budgetHolder'))).toEqual({
    ok: false,
    reason: 'replaced-meanwhile',
  });
  expect(await proposeChange({ formKey: newId(), change: undo }, as(database, scene, 'manager'))).toEqual({
    ok: false,
    reason: 'replaced-meanwhile',
  });
  const { subjects } = await newChangeChoices(database, as(database, scene, 'manager').actor, 'correction');
  expect(subjects.map(({ id }) => id)).toEqual([payment.id]);
  expect(await change({ kind: 'correction', correctsId: payment.id }, 400_00)).toMatchObject({ ok: true });
  expect(await ofFirst('release', 400_00)).toMatchObject({ ok: true });
  expect(await decisionMoney(database, first.number)).toMatchObject({ paid: 0, released: 1000_00, open: 0 });
});

test('replacing and undoing the release at the same instant: one of the two', async () => {
  const { database } = own;
  await closed();
  const release = await database.ledgerEntry.findFirstOrThrow({ where: { kind: 'release', decisionId: first.id } });
  const form = await confirmation(database, await prepared(database, scene, initiativeId, again()));
  const formKey = newId();
  const undo = {
    kind: 'correction' as const,
    correctsId: release.id,
    amount: cents(600_00),
    reason: 'Toch niet',
    occurredOn: calendarDate('2026-11-21'),
  };
  await proposeChange({ formKey, change: undo }, as(database, scene, 'manager'));
  const outcomes = await Promise.all([
    confirmDecision(form, as(database, scene, 'budgetHolder')),
    approveChange({ changeId: formKey }, as(database, scene, 'budgetHolder')),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const [{ open } = { open: -1n }] = await database.$queryRaw<{ open: bigint }[]>`
    select sum(d.amount_cents)::bigint as open from decision_day d join decision e on e.id = d.decision_id
    where e.initiative_id = ${initiativeId}::uuid`;
  // the new grant, or the old one again: never both
  expect([550_00n, 600_00n]).toContain(open);
});

test('what was laid aside leaves the grant as it stands', async () => {
  const { database } = own;
  await closed();
  const decisionId = await prepared(database, scene, initiativeId, again());
  const { revision } = await database.decision.findUniqueOrThrow({ where: { id: decisionId } });
  expect(
    await discardDecision({ decisionId, revision, reason: 'Toch niet' }, as(database, scene, 'chair')),
  ).toMatchObject({ ok: true });
  expect(await decisionPage(database, first.number)).toMatchObject({ replacedBy: null });
  expect(await blocked()).toBeNull();
});

test('the database itself refuses a second grant beside the first', async () => {
  const { database } = own;
  await closed();
  const decisionId = await prepared(database, scene, initiativeId, again());
  const number = '2026-9999';
  await expect(
    database.$executeRaw`update decision set state = 'confirmed', replaces_id = null, number = ${number},
      confirmer_id = ${scene.people.budgetHolder}::uuid, confirmed_at = now(), published = '{}', receipt = 'x'
      where id = ${decisionId}::uuid`,
  ).rejects.toThrow(/grant_replaces_grant/);
});
