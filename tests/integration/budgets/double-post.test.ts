import { describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { proposeSpending } from '#app/modules/alliances/commands/propose-spending.server.ts';
import { startReport } from '#app/modules/budgets/commands/start-report.server.ts';
import { makeFund } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { by, contentOf, makeAlliance } from './alliance-scene.ts';
import { holding, makePlanScene, propose } from './plan-scene.ts';

const own = useTestDatabase();

/** The same form, posted by an impatient finger several times at the same instant. */
async function atOnce<Outcome>(post: () => Promise<Outcome>): Promise<Outcome[]> {
  return Promise.all([post(), post(), post(), post()]);
}

describe('one form posted several times at once does it once, and everybody hears that it went well', () => {
  test('a bestedingsplan', async () => {
    const scene = await makePlanScene(own.database);
    const formKey = newId();
    const text = `jaar;team;bron;bedrag\n2026;${scene.team};${scene.source};12,50`;
    const outcomes = await atOnce(async () => propose(own.database, scene, text, formKey));
    expect(outcomes).toEqual(outcomes.map(() => ({ ok: true, value: formKey })));
    expect(await own.database.planImport.count({ where: { proposerId: scene.managerId } })).toBe(1);
  });

  test('a spending report', async () => {
    const scene = await makePlanScene(own.database);
    await makeFund(own.database, {
      bodyId: scene.teamId,
      moneySourceId: scene.sourceId,
      amountCents: null,
      year: 2026,
    });
    const office = holding(own.database, scene.managerId, 'programme_manager');
    const report = { year: 2026, until: calendarDate('2026-10-31'), intro: '', formKey: newId() };
    const outcomes = await atOnce(async () => startReport(report, office));
    expect(outcomes).toEqual(outcomes.map(() => ({ ok: true, value: report.formKey })));
  });

  test('a small spending', async () => {
    const scene = await makeAlliance(own.database);
    const input = { bodyId: scene.bodyId, content: contentOf(scene), formKey: newId() };
    const member = await by(own.database, scene, 'proposer');
    const outcomes = await atOnce(async () => proposeSpending(input, member));
    expect(outcomes).toEqual(outcomes.map(() => ({ ok: true, value: input.formKey })));
    expect(await own.database.smallSpending.count({ where: { bodyId: scene.bodyId } })).toBe(1);
  });
});
