import { expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { noteLineCheck } from '#app/modules/payouts/commands/note-line-check.server.ts';
import { proposePutBack } from '#app/modules/payouts/commands/propose-put-back.server.ts';
import { myData } from '#app/modules/people/queries/my-data.query.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { acting } from '#tests/integration/allowances/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { sentBatch } from './bank.ts';
import { treasurer } from './scene.ts';

const own = useTestDatabase();

test('the download has what was paid, checked, put back and asked by Stripe, and nothing of anybody else', async () => {
  const scene = await sentBatch(own.database, 2);
  const mine = scene.batch.lines.find(({ personId }) => personId === scene.volunteerId)!;
  const other = scene.batch.lines.find(({ personId }) => personId !== scene.volunteerId)!;
  const first = treasurer(own.database, scene);
  for (const [{ id: lineId }, bankName] of [
    [mine, 'J. de Voorbeeld'],
    [other, 'Geheime Naam'],
  ] as const)
    expect(await noteLineCheck({ lineId, answer: 'close', bankName }, first)).toEqual({ ok: true });
  const proposal = { batchId: scene.batch.id, lineId: mine.id, reason: 'De bank weigerde', formKey: newId() };
  expect(await proposePutBack(proposal, first)).toEqual({ ok: true });
  for (const [personId, accountId] of [
    [scene.volunteerId, 'acct_mine'],
    [await makePerson(own.database), 'acct_theirs'],
  ] as const)
    await own.database.stripeAccount.create({
      data: { id: newId(), personId, accountId, stillNeeded: ['individual.dob.day'], begunAt: testNow },
    });

  const me = acting(own.database, scene, scene.volunteerId);
  const data = await myData(own.database, me.actor, testNow);
  expect(data).toMatchObject({
    payments: [
      {
        amountCents: mine.amountCents,
        state: 'open',
        batch: { number: scene.batch.number, rail: 'sepa' },
        checks: [{ answer: 'close', bankName: 'J. de Voorbeeld' }],
        putBacks: [{ state: 'proposed', reason: 'De bank weigerde' }],
      },
    ],
    stripeAccounts: [{ accountId: 'acct_mine', stillNeeded: ['individual.dob.day'] }],
    paymentsComposed: [],
  });
  expect(data.payments[0]?.claims).toHaveLength(1);
  const text = JSON.stringify(data);
  for (const secret of [other.id, other.personId, other.endToEndId, 'Geheime Naam', 'acct_theirs', scene.treasurerId])
    expect(text).not.toContain(secret);

  const done = await myData(own.database, first.actor, testNow);
  expect(done).toMatchObject({
    payments: [],
    paymentsComposed: [{ number: scene.batch.number }],
    putBacksProposed: [{ reason: 'De bank weigerde', batch: { number: scene.batch.number } }],
    namesChecked: [{ answer: 'close' }, { answer: 'close' }],
  });
  const theirs = JSON.stringify(done);
  for (const secret of [mine.personId, other.personId, 'Geheime Naam', 'J. de Voorbeeld', mine.endToEndId])
    expect(theirs).not.toContain(secret);
});
