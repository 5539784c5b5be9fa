import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { approvePlanImport } from '#app/modules/budgets/commands/approve-plan-import.server.ts';
import { closePlanImport } from '#app/modules/budgets/commands/close-plan-import.server.ts';
import { proposePlanImport } from '#app/modules/budgets/commands/propose-plan-import.server.ts';
import { dryRun, planImportView } from '#app/modules/budgets/queries/plan-import.query.server.ts';
import { planLines } from '#app/modules/budgets/queries/plan-lines.query.server.ts';
import { type Database } from '#app/platform/database.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { approve, holding, makePlanScene, propose, proposed, type PlanScene } from './plan-scene.ts';

const own = useTestDatabase();
const headers = 'jaar;team;actielijn;bron;label;bedrag;omschrijving';
const plan = (...rows: string[]) => [headers, ...rows].join('\n');
const check = async (text: string) => dryRun(own.database, new TextEncoder().encode(text));

async function budgets(database: Database, scene: PlanScene) {
  const lines = await planLines(database, { sourceSlug: scene.source });
  return lines.map(({ label, year, budget }) => [label, year, budget]);
}

async function traces(database: Database) {
  return Promise.all([
    database.fund.count(),
    database.ledgerEntry.count(),
    database.budgetChange.count(),
    database.ledgerAccount.count(),
  ]);
}

describe('nobody imports alone, and nothing twice', () => {
  test('who proposed it, and who lacks the role in the office, cannot approve', async () => {
    const { database } = own;
    const scene = await makePlanScene(database);
    const id = await proposed(database, scene, plan(`2026;${scene.team};;${scene.source};;5;`));
    const seen = (await planImportView(database, holding(database, scene.holderId, 'budget_holder').actor, id))?.seen;
    const as = (personId: string, ...role: [Parameters<typeof holding>[2], Parameters<typeof holding>[3]?]) =>
      approvePlanImport({ importId: id, seen: seen ?? '' }, holding(database, personId, ...role));
    expect(await as(scene.managerId, 'budget_holder')).toMatchObject({ reason: 'same-person' });
    expect(await as(scene.holderId, 'programme_manager')).toMatchObject({ reason: 'role-needed' });
    const team = { id: scene.teamId, slug: scene.team };
    expect(await as(scene.holderId, 'budget_holder', team)).toMatchObject({ reason: 'role-needed' });
    expect(await as(scene.holderId, 'controlegroep')).toMatchObject({ reason: 'role-needed' });
    expect(await as(scene.holderId, null)).toMatchObject({ reason: 'role-needed' });
    expect(await budgets(database, scene)).toEqual([]);
    const uploading = holding(database, scene.managerId, 'programme_manager', team);
    const order = {
      content: plan(`2026;${scene.team};;${scene.source};;6;`),
      fileName: 'x.csv',
      isExample: false,
      formKey: newId(),
    };
    expect(await proposePlanImport(order, uploading)).toMatchObject({ reason: 'role-needed' });
    await expect(
      database.planImport.update({
        where: { id },
        data: { state: 'approved', approverId: scene.managerId, answeredAt: testNow },
      }),
    ).rejects.toThrow('plan_import_two_persons');
  });

  test('the same file is told apart from a new one; posting the form twice proposes once', async () => {
    const { database } = own;
    const scene = await makePlanScene(database);
    const text = plan(`2026;${scene.team};;${scene.source};;5;`);
    const formKey = newId();
    expect(await propose(database, scene, text, formKey)).toEqual({ ok: true, value: formKey });
    expect(await propose(database, scene, text, formKey)).toEqual({ ok: true, value: formKey });
    expect(await propose(database, scene, text)).toMatchObject({ reason: 'import-twice' });
    // the same words with other line ends and the mark of Excel
    expect(await propose(database, scene, `\uFEFF${text.replaceAll('\n', '\r\n')}`)).toMatchObject({
      reason: 'import-twice',
    });
    expect(await approve(database, scene, formKey)).toMatchObject({ ok: true });
    expect((await check(text)).earlier).toMatchObject({ id: formKey, state: 'approved' });
    expect(await propose(database, scene, text)).toMatchObject({ reason: 'import-twice' });
    expect(await propose(database, scene, `${text} `)).toMatchObject({ reason: 'import-nothing-new' });
    expect(await approve(database, scene, formKey)).toMatchObject({ reason: 'already-approved' });
    expect(await propose(database, scene, `${text}\n`, 'x')).toMatchObject({ reason: 'form-key-invalid' });
  });

  test('two people at once propose it once and import it once', async () => {
    const { database } = own;
    const scene = await makePlanScene(database);
    const text = plan(`2026;${scene.team};;${scene.source};;1000;`);
    const outcomes = await Promise.all([propose(database, scene, text), propose(database, scene, text)]);
    expect(outcomes.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual(['import-twice', 'ok']);
    const id = outcomes.find((one) => one.ok)?.value ?? '';
    const answers = await Promise.all([approve(database, scene, id), approve(database, scene, id)]);
    expect(answers.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual(['already-approved', 'ok']);
    expect(await budgets(database, scene)).toEqual([['', 2026, 1000_00]]);
  });

  test('two plans for the same money: one goes through whole, the other not at all', async () => {
    const { database } = own;
    const scene = await makePlanScene(database, { pledged: 1000_00 });
    const row = (label: string) => `2026;${scene.team};;${scene.source};${label};400;`;
    const first = await proposed(database, scene, plan(row('A'), row('B')));
    const second = await proposed(database, scene, plan(row('C'), row('D')));
    const answers = await Promise.all([approve(database, scene, first), approve(database, scene, second)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await budgets(database, scene)).toHaveLength(2);
    const left = answers[0].ok ? second : first;
    const view = await planImportView(database, holding(database, scene.holderId, 'budget_holder').actor, left);
    expect(view).toMatchObject({ state: 'proposed', mayApprove: false, mayClose: 'refuse' });
    expect(view?.outlook?.mistakes).toMatchObject([{ row: 2, code: 'source-exceeded' }]);
    expect(await approve(database, scene, left)).toMatchObject({ reason: 'import-has-mistakes' });
  });

  test('what was seen is what is approved', async () => {
    const { database } = own;
    const scene = await makePlanScene(database);
    const id = await proposed(database, scene, plan(`2026;${scene.team};;${scene.source};;500;`));
    const seen = (await planImportView(database, holding(database, scene.holderId, 'budget_holder').actor, id))?.seen;
    const other = await proposed(database, scene, plan(`2026;${scene.team};;${scene.source};;100;`));
    await approve(database, scene, other);
    const before = await traces(database);
    expect(await approve(database, scene, id, seen)).toMatchObject({ reason: 'changed-meanwhile' });
    expect(await traces(database)).toEqual(before);
    expect(await approve(database, scene, id)).toMatchObject({ ok: true });
    expect(await budgets(database, scene)).toEqual([['', 2026, 500_00]]);
  });

  test('is withdrawn by who proposed it or refused by the other, and may come back', async () => {
    const { database } = own;
    const scene = await makePlanScene(database);
    const text = plan(`2026;${scene.team};;${scene.source};;5;`);
    const id = await proposed(database, scene, text);
    const close = (importId: string, personId: string, role: 'budget_holder' | 'programme_manager', reason = 'nee') =>
      closePlanImport({ importId, reason }, holding(database, personId, role));
    expect(await close(id, scene.otherHolderId, 'programme_manager')).toMatchObject({ reason: 'role-needed' });
    expect(await close(id, scene.holderId, 'budget_holder', ' ')).toMatchObject({ reason: 'reason-missing' });
    expect(await close(id, scene.holderId, 'budget_holder')).toEqual({ ok: true, value: 'refused' });
    expect(await approve(database, scene, id)).toMatchObject({ reason: 'already-refused' });
    const again = await proposed(database, scene, text);
    expect(await close(again, scene.managerId, 'programme_manager')).toEqual({ ok: true, value: 'withdrawn' });
    for (const forged of ['x', newId()])
      expect(await close(forged, scene.holderId, 'budget_holder')).toMatchObject({ reason: 'import-unknown' });
    await expect(database.planImport.delete({ where: { id } })).rejects.toThrow('plan_import_closed');
    await expect(database.planImport.update({ where: { id: again }, data: { answer: 'anders' } })).rejects.toThrow(
      'plan_import_closed',
    );
  });
});
