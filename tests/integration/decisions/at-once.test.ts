import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { instant } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import { changeDecision } from '#app/modules/decisions/commands/change-decision.server.ts';
import { confirmDecision } from '#app/modules/decisions/commands/confirm-decision.server.ts';
import { discardDecision } from '#app/modules/decisions/commands/discard-decision.server.ts';
import { prepareDecision } from '#app/modules/decisions/commands/prepare-decision.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { as, confirmation, initiativeOf, makeScene, prepared, proposalOf, traces } from './scene.ts';

const own = useTestDatabase();

/** What of several attempts at once came out, in no order. */
async function outcomes(attempts: Promise<{ ok: true; value: unknown } | { ok: false; reason: string }>[]) {
  return (await Promise.all(attempts)).map((one) => (one.ok ? 'ok' : one.reason)).sort();
}

describe('at the same instant', () => {
  test('two confirmations of one decision: one wins', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const decisionId = await prepared(database, scene, await initiativeOf(database, scene));
    const form = await confirmation(database, decisionId);
    const before = await traces(database);
    const result = await outcomes([
      confirmDecision(form, as(database, scene, 'budgetHolder')),
      confirmDecision({ ...form, formKey: newId() }, as(database, scene, 'otherBudgetHolder')),
    ]);
    expect(result).toEqual(['already-confirmed', 'ok']);
    const after = await traces(database);
    expect(after.entries).toBe(before.entries + 1);
    expect(after.jobs).toBe(before.jobs + 1);
  });

  test('the same form posted five times: one decision, five times the same answer', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const decisionId = await prepared(database, scene, await initiativeOf(database, scene));
    const form = await confirmation(database, decisionId);
    const before = await traces(database);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => confirmDecision(form, as(database, scene, 'budgetHolder'))),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: true });
    expect((await traces(database)).entries).toBe(before.entries + 1);
  });

  test('two decisions on one fund that holds enough for one: one is refused', async () => {
    const { database } = own;
    const scene = await makeScene(database, { fundCents: 1500_00 });
    const forms = [];
    for (let index = 0; index < 2; index += 1) {
      forms.push(await confirmation(database, await prepared(database, scene, await initiativeOf(database, scene))));
    }
    const before = await traces(database);
    const result = await outcomes(forms.map((form) => confirmDecision(form, as(database, scene, 'budgetHolder'))));
    expect(result).toEqual(['fund-exhausted', 'ok']);
    const after = await traces(database);
    expect([after.entries, after.jobs, after.events, after.keys]).toEqual([
      before.entries + 1,
      before.jobs + 1,
      before.events + 1,
      before.keys + 1,
    ]);
    const { available } = await database.fund.findUniqueOrThrow({
      where: { id: scene.fundId },
      include: { available: true },
    });
    expect(available.balanceCents).toBe(500_00n);
  });

  test('many decisions: the fund gives what it holds, and the numbers have no gap', async () => {
    const { database } = own;
    const scene = await makeScene(database, { fundCents: 5000_00 });
    const now = instant('2027-05-01T10:00:00Z');
    const forms = [];
    for (let index = 0; index < 8; index += 1) {
      const initiativeId = await initiativeOf(database, scene);
      forms.push(await confirmation(database, await prepared(database, scene, initiativeId)));
    }
    const result = await outcomes(
      forms.map((form) => confirmDecision(form, as(database, scene, 'budgetHolder', { now }))),
    );
    expect(result).toEqual([...Array<string>(3).fill('fund-exhausted'), ...Array<string>(5).fill('ok')]);
    const numbers = await database.decision.findMany({
      where: { number: { startsWith: '2027-' } },
      orderBy: { number: 'asc' },
    });
    expect(numbers.map(({ number }) => number)).toEqual([
      '2027-0001',
      '2027-0002',
      '2027-0003',
      '2027-0004',
      '2027-0005',
    ]);
    const { available } = await database.fund.findUniqueOrThrow({
      where: { id: scene.fundId },
      include: { available: true },
    });
    expect(available.balanceCents).toBe(0n);
  });

  test('two proposals for one initiative: one lies open', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const initiativeId = await initiativeOf(database, scene);
    const order = () => ({ formKey: newId(), initiativeId, version: 1, proposal: proposalOf(scene) });
    const result = await outcomes([
      prepareDecision(order(), as(database, scene, 'chair')),
      prepareDecision(order(), as(database, scene, 'manager')),
    ]);
    expect(result).toEqual(['already-prepared', 'ok']);
  });

  test('the same proposal posted twice is one', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const order = {
      formKey: newId(),
      initiativeId: await initiativeOf(database, scene),
      version: 1,
      proposal: proposalOf(scene),
    };
    const attempt = () => prepareDecision(order, as(database, scene, 'chair'));
    expect(await Promise.all([attempt(), attempt()])).toEqual([
      { ok: true, value: order.formKey },
      { ok: true, value: order.formKey },
    ]);
    expect(await database.decision.count({ where: { initiativeId: order.initiativeId } })).toBe(1);
  });

  test('a change, a confirmation and laying aside: exactly one happens', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const decisionId = await prepared(database, scene, await initiativeOf(database, scene));
    const form = await confirmation(database, decisionId);
    const proposal = proposalOf(scene, { amount: cents(500_00), amountNote: 'De helft is genoeg.' });
    const result = await outcomes([
      confirmDecision(form, as(database, scene, 'budgetHolder')),
      changeDecision({ decisionId, revision: form.revision, proposal }, as(database, scene, 'chair')),
      discardDecision({ decisionId, revision: form.revision, reason: 'Toch niet.' }, as(database, scene, 'manager')),
    ]);
    expect(result.filter((one) => one === 'ok')).toHaveLength(1);
    const { state, amountCents, number } = await database.decision.findUniqueOrThrow({ where: { id: decisionId } });
    const entries = await database.ledgerEntry.count({ where: { decisionId } });
    expect([
      { state: 'confirmed', amountCents: 1000_00n, numbered: true, entries: 1 },
      { state: 'prepared', amountCents: 500_00n, numbered: false, entries: 0 },
      { state: 'discarded', amountCents: 1000_00n, numbered: false, entries: 0 },
    ]).toContainEqual({ state, amountCents, numbered: number !== null, entries });
  });

  test('a confirmation and a declaration of interest: never both with that person in it', async () => {
    const { database } = own;
    for (let index = 0; index < 5; index += 1) {
      const scene = await makeScene(database);
      const initiativeId = await initiativeOf(database, scene);
      const form = await confirmation(database, await prepared(database, scene, initiativeId));
      const declaredAt = new Date();
      const [outcome] = await Promise.all([
        confirmDecision(form, as(database, scene, 'budgetHolder')),
        database.interestDeclaration.create({
          data: { id: newId(), personId: scene.people.member, initiativeId, kind: 'board', declaredAt },
        }),
      ]);
      const { confirmedAt } = await database.decision.findUniqueOrThrow({ where: { id: form.decisionId } });
      expect(outcome.ok ? confirmedAt : outcome.reason).toEqual(outcome.ok ? expect.any(Date) : 'participant-interest');
    }
  });
});
