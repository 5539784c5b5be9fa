import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { confirmDecision } from '#app/modules/decisions/commands/confirm-decision.server.ts';
import { preparedDecision } from '#app/modules/decisions/queries/prepared-decision.query.server.ts';
import { readPublished } from '#app/modules/decisions/published.ts';
import { receiptOf } from '#app/modules/decisions/receipt.server.ts';
import type { Proposal } from '#app/modules/decisions/proposal.ts';
import { makeBody, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import {
  as,
  confirmation,
  confirmed,
  initiativeOf,
  makeScene,
  prepared,
  proposalOf,
  traces,
  type Scene,
} from './scene.ts';

const own = useTestDatabase();

async function ready(given: { requestedCents?: number; changes?: (scene: Scene) => Partial<Proposal> } = {}) {
  const scene = await makeScene(own.database);
  const initiativeId = await initiativeOf(own.database, scene, given);
  const decisionId = await prepared(own.database, scene, initiativeId, given.changes?.(scene));
  return { scene, initiativeId, decisionId, form: await confirmation(own.database, decisionId) };
}

describe('confirming a grant', () => {
  test('publishes it, promises the money, moves the initiative and queues the mail', async () => {
    const { database } = own;
    const { scene, initiativeId, decisionId, form } = await ready();
    const before = await traces(database);
    const outcome = await confirmDecision(form, as(database, scene, 'budgetHolder'));
    expect(outcome).toEqual({ ok: true, value: expect.stringMatching(/^2026-\d{4}$/) as unknown });
    const decision = await database.decision.findUniqueOrThrow({ where: { id: decisionId } });
    expect(decision).toMatchObject({ state: 'confirmed', confirmerId: scene.people.budgetHolder });
    const published = readPublished(decision.published);
    expect(decision.receipt).toBe(receiptOf(published));
    expect(published).toMatchObject({
      number: decision.number,
      outcome: 'grant',
      amountCents: 1000_00,
      publishedOn: '2026-11-21',
      participants: [{ count: 1 }, { organisation: null, count: 1 }],
    });
    const fund = await database.fund.findUniqueOrThrow({
      where: { id: scene.fundId },
      include: { available: true, committed: true },
    });
    expect([fund.available.balanceCents, fund.committed.balanceCents]).toEqual([9000_00n, 1000_00n]);
    const event = await database.initiativeEvent.findFirstOrThrow({ where: { initiativeId, kind: 'decided' } });
    expect(event.detail).toMatchObject({ number: decision.number, outcome: 'grant', amountCents: 1000_00 });
    expect(await database.initiative.findUniqueOrThrow({ where: { id: initiativeId } })).toMatchObject({
      stage: 'granted',
    });
    expect((await traces(database)).jobs).toBe(before.jobs + 1);
  });

  test('publishes no person: no id, name or address of anybody is in it', async () => {
    const { database } = own;
    const { scene, decisionId } = await ready();
    await confirmed(database, scene, decisionId);
    const { published } = await database.decision.findUniqueOrThrow({ where: { id: decisionId } });
    const text = JSON.stringify(published);
    const people = await database.person.findMany();
    expect(people.flatMap(({ id, email, name }) => [id, email, name]).filter((one) => text.includes(one))).toEqual([]);
  });

  test('twice with the same form gives the same answer, and does its work once', async () => {
    const { database } = own;
    const { scene, form } = await ready();
    const context = as(database, scene, 'budgetHolder');
    const first = await confirmDecision(form, context);
    const after = await traces(database);
    expect(await confirmDecision(form, context)).toEqual(first);
    expect(await confirmDecision({ ...form, formKey: newId() }, context)).toMatchObject({
      ok: false,
      reason: 'already-confirmed',
    });
    expect(await confirmDecision(form, as(database, scene, 'otherBudgetHolder'))).toMatchObject({
      ok: false,
      reason: 'already-confirmed',
    });
    expect(await traces(database)).toEqual(after);
  });

  test('without money, for a plan that asks none, leaves the ledger alone', async () => {
    const { database } = own;
    const { scene, initiativeId, form } = await ready({
      requestedCents: 0,
      changes: () => ({ amount: null, fundId: null }),
    });
    const { entries } = await traces(database);
    expect(await confirmDecision(form, as(database, scene, 'budgetHolder'))).toMatchObject({ ok: true });
    expect((await traces(database)).entries).toBe(entries);
    expect(await database.initiative.findUniqueOrThrow({ where: { id: initiativeId } })).toMatchObject({
      stage: 'granted',
    });
  });
});

describe('other outcomes', () => {
  test.each([
    ['decline', 'declined'],
    ['park', 'parked'],
  ] as const)('%s makes it %s', async (outcome, stage) => {
    const { scene, initiativeId, form } = await ready({ changes: () => ({ outcome, amount: null, fundId: null }) });
    // the chair prepared it, so the budget holder confirms
    expect(await confirmDecision(form, as(own.database, scene, 'budgetHolder'))).toMatchObject({ ok: true });
    expect(await own.database.initiative.findUniqueOrThrow({ where: { id: initiativeId } })).toMatchObject({
      stage,
      bodyId: scene.bodyId,
    });
  });

  test('refer gives it to the other body', async () => {
    const referToBodyId = await makeBody(own.database);
    const { scene, initiativeId, form } = await ready({
      changes: () => ({ outcome: 'refer', referToBodyId, amount: null, fundId: null }),
    });
    expect(await confirmDecision(form, as(own.database, scene, 'budgetHolder'))).toMatchObject({ ok: true });
    expect(await own.database.initiative.findUniqueOrThrow({ where: { id: initiativeId } })).toMatchObject({
      stage: 'submitted',
      bodyId: referToBodyId,
    });
    const event = await own.database.initiativeEvent.findFirstOrThrow({ where: { initiativeId, kind: 'decided' } });
    expect(event.bodyId).toBe(scene.bodyId);
  });

  test('a decline can be replaced by a grant, and both stay', async () => {
    const { database } = own;
    const { scene, initiativeId, decisionId } = await ready({
      changes: () => ({ outcome: 'decline', amount: null, fundId: null }),
    });
    const declined = await confirmed(database, scene, decisionId);
    const again = await prepared(database, scene, initiativeId, { replacesId: decisionId });
    await confirmed(database, scene, again);
    const { published } = await database.decision.findUniqueOrThrow({ where: { id: again } });
    expect(readPublished(published).replaces).toBe(declined);
    expect(await database.decision.findUniqueOrThrow({ where: { id: decisionId } })).toMatchObject({
      state: 'confirmed',
      number: declined,
    });
  });
});

describe('refuses, and leaves no trace', () => {
  async function refusal(attempt: Promise<unknown>, reason: string, before: Awaited<ReturnType<typeof traces>>) {
    expect(await attempt).toMatchObject({ ok: false, reason });
    expect(await traces(own.database)).toEqual(before);
  }

  test('the person who prepared it, also with the right role', async () => {
    const { scene, form } = await ready();
    const before = await traces(own.database);
    await refusal(
      confirmDecision(form, as(own.database, scene, 'chair', { role: 'budget_holder' })),
      'same-person',
      before,
    );
  });

  test.each(['chair', 'member', 'programme_manager', 'treasurer', 'controlegroep', 'reviewer', null] as const)(
    'money by a %s',
    async (role) => {
      const { scene, form } = await ready();
      const before = await traces(own.database);
      await refusal(confirmDecision(form, as(own.database, scene, 'member', { role })), 'role-needed', before);
    },
  );

  test('a budget holder of another body', async () => {
    const { form } = await ready();
    const elsewhere = await makeScene(own.database);
    const before = await traces(own.database);
    await refusal(confirmDecision(form, as(own.database, elsewhere, 'budgetHolder')), 'role-needed', before);
  });

  test.each([
    ['budgetHolder', 'interest'],
    ['member', 'participant-interest'],
    ['chair', 'participant-interest'],
  ] as const)('an interest that the %s declared after preparing', async (who, reason) => {
    const { database } = own;
    const { scene, initiativeId, form } = await ready();
    await database.interestDeclaration.create({
      data: { id: newId(), personId: scene.people[who], initiativeId, kind: 'family', declaredAt: new Date() },
    });
    const before = await traces(database);
    await refusal(confirmDecision(form, as(database, scene, 'budgetHolder')), reason, before);
  });

  test('somebody who stayed out of it, as its attendance says', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const out = (personId: string) => ({ personId, part: 'recused' as const, vote: null, interest: 'family' as const });
    const attendance = [...proposalOf(scene).attendance, out(scene.people.budgetHolder)];
    const decisionId = await prepared(database, scene, await initiativeOf(database, scene), { attendance });
    const form = await confirmation(database, decisionId);
    const before = await traces(database);
    await refusal(confirmDecision(form, as(database, scene, 'budgetHolder')), 'interest', before);
    const view = await preparedDecision(database, as(database, scene, 'budgetHolder').actor, decisionId, testNow);
    expect(view).toMatchObject({ block: 'interest' });
    await expect(
      database.decision.update({
        where: { id: decisionId },
        data: { state: 'confirmed', confirmerId: scene.people.budgetHolder },
      }),
    ).rejects.toThrow(/decision_without_interest/);
    expect(await confirmDecision(form, as(database, scene, 'otherBudgetHolder'))).toMatchObject({ ok: true });
  });

  test('an organisation of a participant that became partner since', async () => {
    const { database } = own;
    const { scene, initiativeId, form } = await ready();
    await database.initiativePartner.create({ data: { initiativeId, organisationId: scene.organisationId } });
    const before = await traces(database);
    await refusal(confirmDecision(form, as(database, scene, 'budgetHolder')), 'participant-interest', before);
  });

  test('more than the fund still has', async () => {
    const { database } = own;
    const scene = await makeScene(database, { fundCents: 999_99 });
    const decisionId = await prepared(database, scene, await initiativeOf(database, scene));
    const form = await confirmation(database, decisionId);
    const before = await traces(database);
    await refusal(confirmDecision(form, as(database, scene, 'budgetHolder')), 'fund-exhausted', before);
  });

  test('an objection that nobody met', async () => {
    const { scene, form } = await ready({ changes: () => ({ objections: [{ objection: 'Te duur.', answer: '' }] }) });
    const before = await traces(own.database);
    await refusal(confirmDecision(form, as(own.database, scene, 'budgetHolder')), 'objection-unmet', before);
  });

  test('a decision that was changed, a preview that no longer fits, a plan with a new version', async () => {
    const { database } = own;
    const { scene, initiativeId, form } = await ready();
    const context = as(database, scene, 'budgetHolder');
    let before = await traces(database);
    await refusal(confirmDecision({ ...form, revision: form.revision + 1 }, context), 'changed-meanwhile', before);
    await refusal(confirmDecision({ ...form, seen: '0'.repeat(64) }, context), 'changed-meanwhile', before);
    await database.initiative.update({ where: { id: initiativeId }, data: { currentVersion: 2 } });
    before = await traces(database);
    await refusal(confirmDecision(form, context), 'initiative-changed', before);
  });

  test.each(['withdrawn', 'granted', 'scoring'] as const)('an initiative that is %s by now', async (stage) => {
    const { database } = own;
    const { scene, initiativeId, form } = await ready();
    await database.initiative.update({ where: { id: initiativeId }, data: { stage } });
    const before = await traces(database);
    await refusal(confirmDecision(form, as(database, scene, 'budgetHolder')), 'stage-does-not-allow', before);
  });

  test('ids that do not exist or are no ids, and the key of another form', async () => {
    const { database } = own;
    const { scene, form } = await ready();
    const other = await ready();
    const context = as(database, scene, 'budgetHolder');
    expect(await confirmDecision(other.form, as(database, other.scene, 'budgetHolder'))).toMatchObject({ ok: true });
    const before = await traces(database);
    await refusal(confirmDecision({ ...form, decisionId: newId() }, context), 'decision-unknown', before);
    await refusal(
      confirmDecision({ ...form, decisionId: "'; drop table decision --" }, context),
      'decision-unknown',
      before,
    );
    await refusal(confirmDecision({ ...form, formKey: other.form.formKey }, context), 'form-key-invalid', before);
  });
});
