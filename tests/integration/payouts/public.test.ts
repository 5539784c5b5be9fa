import { expect, test } from 'vitest';
import { planLines } from '#app/modules/budgets/queries/plan-lines.query.server.ts';
import { moneyLines } from '#app/modules/alliances/queries/money-lines.server.ts';
import { fundPage } from '#app/modules/ledger/queries/fund-page.query.server.ts';
import { returnLines } from '#app/modules/payouts/commands/return-lines.server.ts';
import { settleLines } from '#app/modules/payouts/commands/settle-lines.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { today } from '#tests/integration/allowances/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aDraft, anApproved, aSent, makePayouts, paidVolunteer, type PayoutScene } from './scene.ts';

/** A batch can be of one person: nothing that everybody reads changes because of it, on any day. */

const own = useTestDatabase();

async function everybodyReads(scene: PayoutScene) {
  const fund = await own.database.fund.findFirstOrThrow({
    where: { decisions: { some: { id: scene.decisionId } } },
    select: { slug: true, bodyId: true, year: true },
  });
  const promised = await own.database.decisionDay.findMany({ where: { groundId: scene.decisionId } });
  return {
    plan: await planLines(own.database),
    page: await fundPage(own.database, fund.slug),
    shortPage: await fundPage(own.database, fund.slug, { size: 1 }),
    money: await moneyLines(own.database, fund.bodyId, fund.year),
    promised,
  };
}

test('what everybody reads of the money stays the same at each step of a batch', async () => {
  const scene = await makePayouts(own.database);
  const before = await everybodyReads(scene);
  expect(before.page?.entries.length).toBeGreaterThan(0);
  await aDraft(own.database, scene);
  expect(await everybodyReads(scene)).toEqual(before);
  await paidVolunteer(own.database, scene);
  await anApproved(own.database, scene);
  expect(await everybodyReads(scene)).toEqual(before);
  await paidVolunteer(own.database, scene);
  const batch = await aSent(own.database, scene);
  const lines = batch.lines.map(({ id }) => id);
  await own.database.$transaction(async (tx) =>
    settleLines(tx, {
      batchId: batch.id,
      lines: lines.map((lineId) => ({ lineId, settledOn: today, settledBy: 'afschrift' })),
      occasion: 'een',
      at: testNow,
    }),
  );
  expect(await own.database.ledgerEntry.count({ where: { kind: 'settlement' } })).toBe(1);
  expect(await everybodyReads(scene)).toEqual(before);
  await own.database.$transaction(async (tx) =>
    returnLines(tx, {
      batchId: batch.id,
      lines: lines.map((lineId) => ({ lineId, reason: 'AC04', endedBy: 'afschrift' })),
      occasion: 'twee',
      at: testNow,
    }),
  );
  expect(await everybodyReads(scene)).toEqual(before);
});
