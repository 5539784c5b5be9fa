import { expect, test } from 'vitest';
import { approveChange } from '#app/modules/budgets/commands/approve-change.server.ts';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import { openDatabase, type Database } from '#app/platform/database.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { as } from '#tests/integration/decisions/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { breakingAt, PowerCut } from '#tests/support/power-cut.ts';
import { aPlan, propose } from './by-hand.ts';

const own = useTestDatabase();

/** Everything that an approval writes. */
async function traces(database: Database) {
  return {
    counters: await database.budgetChangeCounter.findMany(),
    changes: await database.budgetChange.findMany({ orderBy: { id: 'asc' } }),
    entries: await database.ledgerEntry.count(),
    postings: await database.posting.count(),
    days: await database.ledgerDay.findMany({ orderBy: [{ accountId: 'asc' }, { day: 'asc' }] }),
    balances: await database.ledgerAccount.findMany({ orderBy: { id: 'asc' } }),
  };
}

test.each(['throw', 'kill'] as const)(
  'approving that breaks off before any of its statements leaves nothing behind, and the next try takes the next number (%s)',
  async (how) => {
    const { database } = own;
    const { scene, fund } = await aPlan(database);
    const proposed = await propose(database, scene, { kind: 'budget', toFundId: fund.id }, 60_00);
    if (!proposed.ok) throw new Error(proposed.reason);
    const before = await traces(database);
    const last = before.counters[0]?.last ?? 0;
    let statement = 0;
    for (; ; statement += 1) {
      // a process of its own, so to speak: what it leaves behind is looked at over other connections
      const dying = openDatabase(own.url);
      const broken = breakingAt(dying, statement, how);
      const context = { ...as(database, scene, 'budgetHolder'), database: broken.database };
      const attempt = await approveChange({ changeId: proposed.value }, context).catch((error: unknown) => error);
      await dying.$disconnect();
      if (!(attempt instanceof Error)) {
        expect(attempt).toEqual({ ok: true, value: `W2026-000${String(last + 1)}` });
        break;
      }
      if (how === 'throw') expect(attempt).toBeInstanceOf(PowerCut);
      expect(await traces(database), `after ${statement} statements`).toEqual(before);
    }
    // lock, counter, change, entry and its two lines are all among them
    expect(statement).toBeGreaterThan(7);
    expect(await traces(database)).toMatchObject({ entries: before.entries + 1, postings: before.postings + 2 });
    const { findings: found } = await findings(database, testNow);
    expect(found.filter(({ offenders }) => offenders.length > 0)).toEqual([]);
  },
);
