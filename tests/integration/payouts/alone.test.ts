import { beforeEach, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { approveBatch } from '#app/modules/payouts/commands/approve-batch.server.ts';
import { importStatement } from '#app/modules/payouts/commands/import-statement.server.ts';
import { makeMembership, testNow } from '#tests/factories/index.ts';
import { acting } from '#tests/integration/allowances/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { cameBack, lineStates, paid, pieces, sentBatch, statementText, take, waiting, type BankScene } from './bank.ts';
import { aDraft, makePayouts, officeTreasurer, testKeys } from './scene.ts';

/** What one person can make the bank say, with a file of their own making: nothing that moves money. */

const own = useTestDatabase();
let scene: BankScene;
beforeEach(async () => {
  scene = await sentBatch(own.database);
});
const line = (index: number) => scene.batch.lines[index]!;
const states = async () => lineStates(own.database, scene);

/** A statement of one day on which the bank says that it paid a line. */
const bookedOn = async (day: string) =>
  take(own.database, scene, statementText([paid(line(0))], { day: calendarDate(day) }));

// first and last in this file: statements follow each other day by day
test('a booking of a day before the batch was sent waits, and the line stays', async () => {
  expect(await bookedOn('2026-11-20')).toMatchObject({ ok: true, value: { settled: 0, waiting: 1 } });
  expect(await states()).toEqual(['open', 'open', 'open']);
  expect(await waiting(own.database)).toEqual(['booked-early']);
});

test('what came back is not paid again because one person says so', async () => {
  await take(own.database, scene, statementText([paid(line(0)), cameBack(line(0))]));
  expect(await states()).toEqual(['settled', 'open', 'open']);
});

test('who approved hours does not approve their payment while another treasurer can', async () => {
  const fresh = await makePayouts(own.database);
  await makeMembership(own.database, {
    personId: fresh.otherCoordinatorId,
    bodyId: fresh.team.bodyId,
    role: 'treasurer',
  });
  const draft = await aDraft(own.database, fresh);
  const approval = { batchId: draft.id, revision: draft.revision, oddReason: 'Nagekeken' };
  const hands = acting(own.database, fresh, fresh.otherCoordinatorId, 'treasurer', testNow);
  expect(await approveBatch(approval, hands)).toMatchObject({ ok: false, reason: 'same-hands' });
});

test('a booking of a day that is yet to come waits until that day, and the line stays', async () => {
  expect(await bookedOn('2026-11-22')).toMatchObject({ ok: true, value: { settled: 0, waiting: 1 } });
  expect(await states()).toEqual(['open', 'open', 'open']);
  expect(await waiting(own.database)).toContain('booked-ahead');
  const tomorrow = officeTreasurer(own.database, scene, 'first', new Date('2026-11-22T09:00:00Z'));
  const next = statementText([], { day: calendarDate('2026-11-22') });
  expect(await importStatement(pieces(next), { ...tomorrow, keys: testKeys })).toMatchObject({ value: { settled: 1 } });
});
