import { expect, test } from 'vitest';
import { confirmDecision } from '#app/modules/decisions/commands/confirm-decision.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { breakingAt, PowerCut } from '#tests/support/power-cut.ts';
import { as, confirmation, initiativeOf, makeScene, prepared, traces } from './scene.ts';

const own = useTestDatabase();

test('a crash before any of its statements leaves nothing behind, and the next try takes the first number', async () => {
  const { database } = own;
  const scene = await makeScene(database);
  const decisionId = await prepared(database, scene, await initiativeOf(database, scene));
  const form = await confirmation(database, decisionId);
  const before = await traces(database);
  let statement = 0;
  for (; ; statement += 1) {
    const broken = breakingAt(database, statement);
    const context = { ...as(database, scene, 'budgetHolder'), database: broken.database };
    const attempt = await confirmDecision(form, context).catch((error: unknown) => error);
    if (!(attempt instanceof PowerCut)) {
      expect(attempt).toEqual({ ok: true, value: '2026-0001' });
      break;
    }
    expect(await traces(database), `after ${statement} statements`).toEqual(before);
  }
  // number, decision, step, mail, entry and its two lines are all among them
  expect(statement).toBeGreaterThan(15);
  expect(await traces(database)).toMatchObject({
    entries: before.entries + 1,
    jobs: before.jobs + 1,
    counters: [{ year: 2026, last: 1 }],
  });
});
