import { expect, test } from 'vitest';
import { confirmDecision } from '#app/modules/decisions/commands/confirm-decision.server.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { as, confirmation, initiativeOf, makeScene, prepared, traces } from './scene.ts';

const own = useTestDatabase();

/** Stops the power before a statement of the transaction. */
class PowerCut extends Error {}

/** The same database, whose transactions break off before their n-th statement. */
function breakingAt(database: Database, statement: number): { database: Database; statements: () => number } {
  let done = 0;
  const step = () => {
    if (done === statement) throw new PowerCut();
    done += 1;
  };
  const counted = <Target extends object>(target: Target): Target =>
    new Proxy(target, {
      get(inner, name) {
        const value: unknown = Reflect.get(inner, name);
        if (typeof value === 'function') {
          return (...given: unknown[]): unknown => {
            step();
            return Reflect.apply(value, inner, given);
          };
        }
        return typeof value === 'object' && value !== null && typeof name === 'string' ? counted(value) : value;
      },
    });
  const broken = new Proxy(database, {
    get(inner, name) {
      if (name !== '$transaction') return Reflect.get(inner, name) as unknown;
      return (work: (tx: Transaction) => Promise<unknown>, options?: object) =>
        inner.$transaction((tx) => work(counted(tx)), options);
    },
  });
  return { database: broken, statements: () => done };
}

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
