import { expect, it } from 'vitest';
import { eraseLeftAccounts } from '#app/modules/bank/commands/erase-left-accounts.server.ts';
import { approveBatch } from '#app/modules/payouts/commands/approve-batch.server.ts';
import { settleLines } from '#app/modules/payouts/commands/settle-lines.server.ts';
import { writeBatchFile } from '#app/modules/payouts/commands/write-batch-file.server.ts';
import { deleteAccount } from '#app/modules/people/commands/delete-account.server.ts';
import { deletionFacts } from '#app/modules/people/queries/deletion.query.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { acting, today } from '#tests/integration/allowances/scene.ts';
import {
  aDraft,
  aSent,
  makePayouts,
  paidVolunteer,
  testKeys,
  treasurer,
  type PayoutScene,
} from '#tests/integration/payouts/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { testSecret } from '#tests/support/test-secret.ts';

const test = useTestDatabase();

const accountOf = async (personId: string) => test.database.bankAccount.findFirstOrThrow({ where: { personId } });

const leave = async (scene: PayoutScene, given: { givesUpUnpaid?: boolean; personId?: string } = {}) =>
  deleteAccount(
    { confirmation: 'verwijder', givesUpUnpaid: given.givesUpUnpaid ?? false },
    { ...acting(test.database, scene, given.personId ?? scene.volunteerId), secret: testSecret },
  );

const unpaidOf = async (scene: PayoutScene) =>
  (await deletionFacts(test.database, acting(test.database, scene, scene.volunteerId).actor, testNow)).unpaid;

it('keeps the account of who left until everybody in the batch was paid', async () => {
  const scene = await makePayouts(test.database);
  const colleague = await paidVolunteer(test.database, scene);
  expect(await unpaidOf(scene)).toBe(5_60);
  const batch = await aSent(test.database, scene);
  // two treasurers said that it is paid
  expect(await unpaidOf(scene)).toBe(0);
  expect(await leave(scene)).toMatchObject({ ok: true });
  expect(await accountOf(scene.volunteerId)).toMatchObject({ endedAt: testNow });

  const file = await writeBatchFile({ number: batch.number }, { ...treasurer(test.database, scene), keys: testKeys });
  expect(file.ok && file.value.xml.match(/<CdtrAcct>/g)).toHaveLength(2);
  const settle = async (personId: string) =>
    test.database.$transaction(async (tx) => {
      const lines = batch.lines
        .filter((line) => line.personId === personId)
        .map(({ id }) => ({ lineId: id, settledOn: today, settledBy: 'a statement' }));
      return settleLines(tx, { batchId: batch.id, lines, occasion: personId, at: testNow });
    });
  expect(await settle(scene.volunteerId)).toHaveLength(1);
  // the file still has to be the same
  expect(await eraseLeftAccounts(test.database)).toBe(0);
  expect(await settle(colleague)).toHaveLength(1);
  expect(await eraseLeftAccounts(test.database)).toBe(1);
  expect((await accountOf(scene.volunteerId)).sealed).toHaveLength(0);
  expect((await accountOf(colleague)).sealed.length).toBeGreaterThan(0);
});

it('keeps nothing for a draft, which cannot be approved with it any more', async () => {
  const scene = await makePayouts(test.database);
  const draft = await aDraft(test.database, scene);
  expect(await leave(scene)).toEqual({ ok: false, reason: 'allowance-unpaid' });
  expect(await leave(scene, { givesUpUnpaid: true })).toMatchObject({ ok: true });
  expect((await accountOf(scene.volunteerId)).sealed).toHaveLength(0);
  const order = { batchId: draft.id, revision: draft.revision, oddReason: 'Nagekeken' };
  expect(await approveBatch(order, treasurer(test.database, scene, 'other'))).toMatchObject({ ok: false });
});

it('never approves a payment to an account that is erased at the same instant', async () => {
  for (let round = 0; round < 6; round += 1) {
    const scene = await makePayouts(test.database);
    const draft = await aDraft(test.database, scene);
    const order = { batchId: draft.id, revision: draft.revision, oddReason: 'Nagekeken' };
    const [approved] = await Promise.all([
      approveBatch(order, treasurer(test.database, scene, 'other')),
      leave(scene, { givesUpUnpaid: true }),
    ]);
    const { sealed } = await accountOf(scene.volunteerId);
    expect(sealed.length > 0).toBe(approved.ok);
  }
});
