import { beforeEach, describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { readChangeFilter } from '#app/modules/budgets/change-filter.ts';
import type { ChangeSubject } from '#app/modules/budgets/change.ts';
import { approveChange } from '#app/modules/budgets/commands/approve-change.server.ts';
import { closeChange } from '#app/modules/budgets/commands/close-change.server.ts';
import { proposeChange } from '#app/modules/budgets/commands/propose-change.server.ts';
import { changePage } from '#app/modules/budgets/queries/change-page.query.server.ts';
import { changeRegister } from '#app/modules/budgets/queries/change-register.query.server.ts';
import { changeWork } from '#app/modules/budgets/queries/change-work.query.server.ts';
import { decisionMoney } from '#app/modules/budgets/queries/promise-money.query.server.ts';
import { newChangeChoices, proposableKinds } from '#app/modules/budgets/queries/new-change.query.server.ts';
import { proposedChange } from '#app/modules/budgets/queries/proposed-change.query.server.ts';
import { fundPage } from '#app/modules/ledger/queries/fund-page.query.server.ts';
import { makeFund, makeMembership, makeMoneySource } from '#tests/factories/index.ts';
import { as, confirmed, initiativeOf, makeScene, prepared, type Scene } from '#tests/integration/decisions/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
const today = '2026-11-21';
let scene: Scene;
let fundId: string;
let otherId: string;
let decision: { id: string; number: string; initiativeId: string };

beforeEach(async () => {
  const { database } = own;
  scene = await makeScene(database);
  const moneySourceId = await makeMoneySource(database, { amountCents: 9000_00, overprogrammingBps: 1000 });
  fundId = await makeFund(database, { bodyId: scene.bodyId, moneySourceId, amountCents: 5000_00 });
  otherId = await makeFund(database, { bodyId: scene.bodyId, moneySourceId, amountCents: null });
  scene = { ...scene, fundId };
  const initiativeId = await initiativeOf(database, scene);
  const number = await confirmed(database, scene, await prepared(database, scene, initiativeId));
  const { id } = await database.decision.findUniqueOrThrow({ where: { number } });
  decision = { id, number, initiativeId };
});

type Who = Parameters<typeof as>[2];
const actorOf = (who: Who, role?: Parameters<typeof as>[3]) => as(own.database, scene, who, role ?? {}).actor;

const propose = async (
  subject: ChangeSubject,
  amount: number,
  given: { on?: string; reason?: string; who?: Who } = {},
) =>
  proposeChange(
    {
      formKey: newId(),
      change: {
        ...subject,
        amount: cents(amount),
        reason: given.reason ?? 'Omdat het nodig is',
        occurredOn: calendarDate(given.on ?? today),
      },
    },
    as(own.database, scene, given.who ?? 'manager'),
  );

async function proposed(...order: Parameters<typeof propose>): Promise<string> {
  const outcome = await propose(...order);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

async function approved(...order: Parameters<typeof propose>): Promise<string> {
  const outcome = await approveChange({ changeId: await proposed(...order) }, as(own.database, scene, 'budgetHolder'));
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

const payment = (): ChangeSubject => ({ kind: 'payment', fromFundId: fundId, decisionId: decision.id });
const move = (): ChangeSubject => ({ kind: 'move', fromFundId: fundId, toFundId: otherId });
const register = async (query: string) => changeRegister(own.database, readChangeFilter(new URLSearchParams(query)));

describe('the public register of changes', () => {
  test('holds what was approved, newest first, found by kind, body, year and words', async () => {
    const first = await approved(move(), 100, { reason: 'Zomerschool in Osdorp' });
    const second = await approved(payment(), 200, { reason: 'Eerste déél' });
    await proposed(payment(), 1, { reason: 'Nog niet goedgekeurd' });
    const numbers = async (query: string) => (await register(query)).changes.map(({ number }) => number);
    expect((await numbers('')).slice(0, 2)).toEqual([second, first]);
    expect(await numbers(`soort=verschuiven&zoek=zomerschool&team=${scene.bodySlug}`)).toEqual([first]);
    expect(await numbers(`zoek=eerste deel&team=${scene.bodySlug}`)).toEqual([second]);
    expect(await numbers(`zoek=${second}`)).toEqual([second]);
    expect(await numbers(`zoek=${decision.number}`)).toContain(second);
    expect(await numbers('zoek=%25')).toEqual([]);
    expect(await numbers(`jaar=2025`)).toEqual([]);
    expect(await numbers('zoek=goedgekeurd')).toEqual([]);
    expect(await numbers('team=geen-team')).toEqual([]);
    expect((await register('pagina=9999')).page).toBe((await register('')).pageCount);
  });

  test('tells of one change what moved, who by role and never a name, and what undid it', async () => {
    const { database } = own;
    const number = await approved(move(), 70_00);
    const { id } = await database.ledgerEntry.findFirstOrThrow({ where: { change: { number } } });
    const undo = await approved({ kind: 'correction', correctsId: id }, 70_00);
    const page = await changePage(database, number);
    expect(page).toMatchObject({
      kind: 'move',
      amount: 70_00,
      correctedBy: undo,
      corrects: null,
      proposedBy: { role: 'programme_manager', body: { slug: scene.bodySlug } },
      approvedBy: { role: 'budget_holder' },
      accounts: [
        { account: 'available', change: -70_00 },
        { account: 'available', change: 70_00 },
      ],
    });
    expect(await changePage(database, undo)).toMatchObject({
      kind: 'correction',
      undoes: 'move',
      corrects: number,
      from: page?.to,
      to: page?.from,
    });
    const people = await database.person.findMany({ select: { id: true, name: true, email: true } });
    const text = JSON.stringify([page, await register('')]);
    for (const person of people) for (const secret of Object.values(person)) expect(text).not.toContain(secret);
    for (const unknown of ['W2026-9999', 'W2026-1', '', '../x', "W2026-0001'"])
      expect(await changePage(database, unknown)).toBeNull();
  });
});

describe('a decision and a fund', () => {
  test('tell what was paid and released, a correction taken off again', async () => {
    const { database } = own;
    await approved(payment(), 600_00);
    await approved({ ...payment(), kind: 'release' } as ChangeSubject, 100_00);
    const wrong = await approved(payment(), 50_00);
    const { id } = await database.ledgerEntry.findFirstOrThrow({ where: { change: { number: wrong } } });
    const undo = await approved({ kind: 'correction', correctsId: id }, 50_00);
    const money = await decisionMoney(database, decision.number);
    expect(money).toMatchObject({ promised: 1000_00, paid: 600_00, released: 100_00, open: 300_00 });
    expect(money?.changes.map(({ kind }) => kind)).toEqual(['payment', 'release', 'payment', 'correction']);
    expect(await decisionMoney(database, '2026-9999')).toBeNull();
    const { slug } = await database.fund.findUniqueOrThrow({ where: { id: fundId } });
    const page = await fundPage(database, slug);
    expect(page?.fund).toMatchObject({ budget: 5000_00, committed: 300_00, paid: 600_00, available: 4100_00 });
    expect(page?.entries.at(0)).toMatchObject({ change: undo, paidAfter: 600_00, committedAfter: 300_00 });
    expect(page?.entries.find(({ change }) => change === wrong)).toMatchObject({ correctedBy: undo });
  });
});

describe('the work page', () => {
  test('shows each person what they can do', async () => {
    const { database } = own;
    const id = await proposed(payment(), 10_00);
    const work = async (who: Who, role?: Parameters<typeof as>[3]) => changeWork(database, actorOf(who, role));
    expect((await work('budgetHolder')).waitsForMe.map((line) => line.id)).toEqual([id]);
    expect(await work('manager')).toMatchObject({ waitsForMe: [], mine: [{ id, mine: 'own' }], mayPropose: true });
    const chair = await work('chair');
    expect(chair).toMatchObject({ waitsForMe: [], waitsForOthers: [{ id, mine: 'read' }], mayPropose: false });
    const controle = await work('member', { role: 'controlegroep' });
    expect(controle.waitsForOthers.map((line) => line.id)).toContain(id);
    expect(controle.mayPropose).toBe(false);
    expect((await work('member')).lines).toEqual([]);
    const other = { ...scene, ...(await makeScene(database)) };
    const stranger = as(database, other, 'budgetHolder').actor;
    expect((await changeWork(database, stranger)).waitsForMe).toEqual([]);
    expect(await proposedChange(database, stranger, id)).toBeNull();
    expect(await proposedChange(database, actorOf('budgetHolder'), 'geen-id')).toBeNull();
  });

  test('shows before and after, who may not approve and why', async () => {
    const { database } = own;
    const id = await proposed(move(), 4000_00);
    const see = async (who: Who, subject = id) => proposedChange(database, actorOf(who), subject);
    expect(await see('budgetHolder')).toMatchObject({
      block: null,
      mayEnd: 'refuse',
      effects: [
        { account: 'available', before: 4000_00, change: -4000_00, after: 0 },
        { account: 'available', before: 0, change: 4000_00, after: 4000_00 },
      ],
    });
    expect(await see('manager')).toMatchObject({ block: 'role-needed', mayEnd: 'withdraw', isOwn: true });
    expect(await see('chair')).toMatchObject({ block: 'role-needed', mayEnd: null });
    const ownToo = await proposed(move(), 1, { who: 'budgetHolder' });
    expect(await see('budgetHolder', ownToo)).toMatchObject({ block: 'same-person', mayEnd: 'withdraw' });
    const number = await approved(move(), 1);
    expect(await see('budgetHolder')).toMatchObject({ block: 'fund-exhausted' });
    const change = await database.budgetChange.findUniqueOrThrow({ where: { number } });
    expect(await see('chair', change.id)).toEqual({ registeredAs: number });
    const tooMuch = await proposed(payment(), 1000_01);
    expect(await see('budgetHolder', tooMuch)).toMatchObject({ block: 'commitment-exhausted' });
    await closeChange({ changeId: id, reason: 'Nee' }, as(database, scene, 'budgetHolder'));
    expect(await see('manager')).toMatchObject({ state: 'refused', mayEnd: null, answered: { reason: 'Nee' } });
  });

  test('offers only what makes sense, with how it stands', async () => {
    const { database } = own;
    const choices = async (...[kind, who = 'manager']: [Parameters<typeof newChangeChoices>[2], Who?]) =>
      newChangeChoices(database, actorOf(who), kind);
    const kinds = await proposableKinds(database, actorOf('manager'));
    expect(kinds).toEqual(['payment', 'release', 'move', 'budget', 'return']);
    expect((await choices('payment')).subjects).toMatchObject([{ id: decision.id, most: 1000_00, notBefore: today }]);
    expect((await choices('return')).subjects.find(({ id }) => id === fundId)).toMatchObject({ most: 4000_00 });
    expect((await choices('return')).subjects.some(({ id }) => id === otherId)).toBe(false);
    expect((await choices('move')).targets.map(({ id }) => id)).toContain(otherId);
    expect((await choices('pledge')).subjects).toEqual([]);
    await approved(payment(), 1000_00);
    expect((await choices('payment')).subjects).toEqual([]);
    const [entry] = (await choices('correction')).subjects;
    expect(entry).toMatchObject({ now: 1000_00, undoes: { kind: 'payment' } });
    await proposed({ kind: 'correction', correctsId: entry?.id ?? '' }, 1000_00);
    expect((await choices('correction')).subjects).toEqual([]);
    expect(await proposableKinds(database, actorOf('chair'))).toEqual([]);
  });
});

describe('an interest in the plan', () => {
  async function interest(who: Who): Promise<void> {
    const organisationId = scene.organisationId;
    const { database } = own;
    await database.initiativePartner.create({ data: { initiativeId: decision.initiativeId, organisationId } });
    await makeMembership(database, {
      personId: scene.people[who],
      bodyId: scene.bodyId,
      role: 'member',
      organisationId,
    });
  }

  test('keeps out who proposes and who answers, also when it arose after the proposal', async () => {
    const { database } = own;
    const id = await proposed(payment(), 10_00);
    await interest('budgetHolder');
    const context = as(database, scene, 'budgetHolder');
    expect(await approveChange({ changeId: id }, context)).toMatchObject({ reason: 'interest' });
    expect(await closeChange({ changeId: id, reason: 'Nee' }, context)).toMatchObject({ reason: 'interest' });
    expect(await proposedChange(database, context.actor, id)).toMatchObject({ block: 'interest', mayEnd: null });
    expect((await changeWork(database, context.actor)).waitsForOthers).toMatchObject([{ id, mine: 'interest' }]);
    expect(await propose(payment(), 1, { who: 'budgetHolder' })).toMatchObject({ reason: 'interest' });
    expect((await newChangeChoices(database, context.actor, 'payment')).subjects).toEqual([]);
    const other = as(database, scene, 'otherBudgetHolder');
    expect(await approveChange({ changeId: id }, other)).toMatchObject({ ok: true });
  });
});

test('money is not paid, released or undone before the day it was there', async () => {
  expect(await propose(payment(), 1, { on: '2026-11-20' })).toMatchObject({ reason: 'too-early' });
  const number = await approved(move(), 1);
  const { id } = await own.database.ledgerEntry.findFirstOrThrow({ where: { change: { number } } });
  const undo = { kind: 'correction', correctsId: id } as const;
  expect(await propose(undo, 1, { on: '2026-11-20' })).toMatchObject({ reason: 'too-early' });
  expect(await propose(undo, 1)).toMatchObject({ ok: true });
});
