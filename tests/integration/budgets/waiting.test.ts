import { expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { makeChange } from '#app/modules/budgets/commands/make-change.server.ts';
import { makeMoneySource, testNow } from '#tests/factories/index.ts';
import { makeScene } from '#tests/integration/decisions/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { someoneWaitsForLock } from '#tests/support/locks.ts';

const own = useTestDatabase();

test('a change that waits for its source has no number in hand yet', async () => {
  const { database } = own;
  const { people } = await makeScene(database);
  const moneySourceId = await makeMoneySource(database, { amountCents: 1000_00 });
  const two = { proposerId: people.manager, approverId: people.budgetHolder, at: testNow };
  const pledge = async () =>
    database.$transaction((tx) =>
      makeChange(
        tx,
        { kind: 'pledge', moneySourceId, amount: cents(5), reason: 'Nodig', occurredOn: calendarDate('2026-11-21') },
        two,
      ),
    );
  expect(await pledge()).toBe('W2026-0001');
  let waiting: ReturnType<typeof pledge> | undefined;
  await database.$transaction(async (tx) => {
    // as the import of a plan begins
    await tx.$queryRaw`select 1 from money_source for no key update`;
    waiting = pledge();
    await someoneWaitsForLock(database, waiting);
    // as it goes on: whoever has the counter by now would wait for the source, and this for the counter
    await tx.$queryRaw`select 1 from budget_change_counter for update nowait`;
  });
  expect(await waiting).toBe('W2026-0002');
});
