import { expect, test } from 'vitest';
import { planLines } from '#app/modules/budgets/queries/plan-lines.query.server.ts';
import { moneyLines } from '#app/modules/alliances/queries/money-lines.server.ts';
import { fundPage } from '#app/modules/ledger/queries/fund-page.query.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { cameBack, confirmReturns, paid, statementText, take } from './bank.ts';
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
  await take(own.database, scene, statementText(batch.lines.map((line) => paid(line))));
  expect(await own.database.ledgerEntry.count({ where: { kind: 'settlement' } })).toBe(1);
  expect(await everybodyReads(scene)).toEqual(before);
  await take(own.database, scene, statementText(batch.lines.map((line) => cameBack(line))));
  expect(await everybodyReads(scene)).toEqual(before);
  expect(await confirmReturns(own.database, scene)).toBe(batch.lines.length);
  expect(await everybodyReads(scene)).toEqual(before);
});
