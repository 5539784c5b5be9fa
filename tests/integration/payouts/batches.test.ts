import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { approveBatch } from '#app/modules/payouts/commands/approve-batch.server.ts';
import { discardBatch } from '#app/modules/payouts/commands/discard-batch.server.ts';
import { leaveOutLine } from '#app/modules/payouts/commands/leave-out-line.server.ts';
import { proposePutBack } from '#app/modules/payouts/commands/propose-put-back.server.ts';
import { sendBatch } from '#app/modules/payouts/commands/send-batch.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { acting, today } from '#tests/integration/allowances/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { settleAll } from './bank.ts';
import { aDraft, batchState, aSent, balances, compose, makePayouts, paidVolunteer, treasurer } from './scene.ts';

const own = useTestDatabase();

describe('a batch', () => {
  test('goes from hours to the bank by two treasurers, with an entry at each step', async () => {
    const scene = await makePayouts(own.database);
    await paidVolunteer(own.database, scene, 90);
    const before = await balances(own.database, scene);
    expect(before).toEqual({ available: 10_000_00, committed: 10_000_00, paid: 0, payable: 0, settled: 0 });

    const draft = await aDraft(own.database, scene);
    expect(draft.number).toMatch(/^V2026-\d{4}$/);
    expect(draft.lines.map(({ amountCents }) => amountCents).sort((a, b) => a - b)).toEqual([560, 840]);
    expect(await balances(own.database, scene)).toEqual(before);

    const approval = { batchId: draft.id, revision: draft.revision, oddReason: '' };
    expect(await approveBatch(approval, treasurer(own.database, scene, 'other'))).toEqual({ ok: true });
    expect(await approveBatch(approval, treasurer(own.database, scene, 'other'))).toEqual({ ok: true });
    expect(await balances(own.database, scene)).toEqual({ ...before, committed: 9986_00, payable: 1400 });

    const sending = { batchId: draft.id, executeOn: today };
    expect(await sendBatch(sending, treasurer(own.database, scene))).toEqual({ ok: true });
    expect(await sendBatch(sending, treasurer(own.database, scene))).toEqual({ ok: true });
    expect(await batchState(own.database, draft.id)).toBe('sent');

    expect(await settleAll(own.database, scene, draft.lines)).toBe(2);
    expect(await settleAll(own.database, scene, draft.lines)).toBe(0);
    expect(await batchState(own.database, draft.id)).toBe('settled');
    expect(await balances(own.database, scene)).toEqual({ ...before, committed: 9986_00, settled: 1400 });
    expect(await own.database.ledgerEntry.count({ where: { batchId: draft.id } })).toBe(2);

    // and nothing is left to pay
    expect(await compose(treasurer(own.database, scene), scene)).toMatchObject({ reason: 'nothing-to-pay' });
  });

  test('is of nobody who is no treasurer, and approved by nobody alone', async () => {
    const scene = await makePayouts(own.database);
    const stranger = await makePerson(own.database);
    for (const role of [null, 'coordinator', 'budget_holder', 'controlegroep'] as const)
      expect(await compose(acting(own.database, scene, stranger, role), scene)).toMatchObject({
        reason: 'role-needed',
      });
    // a role in the browser that the database does not know
    expect(await compose(acting(own.database, scene, stranger, 'treasurer'), scene)).toMatchObject({
      reason: 'role-needed',
    });
    const draft = await aDraft(own.database, scene);
    const approval = { batchId: draft.id, revision: 1, oddReason: '' };
    expect(await approveBatch(approval, treasurer(own.database, scene))).toMatchObject({ reason: 'same-person' });
    expect(await approveBatch(approval, acting(own.database, scene, stranger, 'treasurer'))).toMatchObject({
      reason: 'role-needed',
    });
    const { id: payerAccountId } = await own.database.payerAccount.findFirstOrThrow({ orderBy: { sequence: 'desc' } });
    await expect(
      own.database.paymentBatch.update({
        where: { id: draft.id },
        data: { state: 'approved', approvedById: scene.treasurerId, approvedAt: testNow, payerAccountId },
      }),
    ).rejects.toThrow(/payment_batch_(two_persons|without)/);
    expect(await sendBatch({ batchId: draft.id, executeOn: today }, treasurer(own.database, scene))).toMatchObject({
      reason: 'not-approved',
    });
  });

  test.each(['x', newId(), ''])('is not one that is not there (%j)', async (batchId) => {
    const scene = await makePayouts(own.database);
    const context = treasurer(own.database, scene);
    for (const outcome of [
      await approveBatch({ batchId, revision: 1, oddReason: '' }, context),
      await discardBatch({ batchId, reason: 'Weg ermee' }, context),
      await sendBatch({ batchId, executeOn: today }, context),
      await leaveOutLine({ batchId, lineId: newId(), reason: 'Nee' }, context),
      await proposePutBack({ batchId, lineId: null, reason: 'Geweigerd', formKey: newId() }, context),
    ])
      expect(outcome).toMatchObject({ reason: 'batch-unknown' });
  });

  test('posted twice is one, and two at once never hold the same hours', async () => {
    const scene = await makePayouts(own.database);
    const formKey = newId();
    const twice = await Promise.all([
      compose(treasurer(own.database, scene), scene, { formKey }),
      compose(treasurer(own.database, scene), scene, { formKey }),
    ]);
    expect(twice[0]).toEqual(twice[1]);
    const discarded = await own.database.paymentBatch.findUniqueOrThrow({ where: { formKey } });
    await discardBatch({ batchId: discarded.id, reason: 'Opnieuw' }, treasurer(own.database, scene));

    const both = await Promise.all([
      compose(treasurer(own.database, scene), scene),
      compose(treasurer(own.database, scene, 'other'), scene),
    ]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const claims = await own.database.paymentLineClaim.findMany({ where: { isActive: true } });
    expect(new Set(claims.map(({ claimId }) => claimId)).size).toBe(claims.length);
  });

  test('approved by two at the same instant is approved once', async () => {
    const scene = await makePayouts(own.database);
    const draft = await aDraft(own.database, scene);
    const approval = { batchId: draft.id, revision: draft.revision, oddReason: '' };
    const answers = await Promise.all([
      approveBatch(approval, treasurer(own.database, scene, 'other')),
      approveBatch(approval, treasurer(own.database, scene, 'other')),
      discardBatch({ batchId: draft.id, reason: 'Toch niet' }, treasurer(own.database, scene)),
    ]);
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    const found = await own.database.$queryRaw`select * from batch_differences(${draft.id}::uuid)`;
    expect(found).toEqual([]);
  });
});

describe('the database', () => {
  test('keeps lines and ledger together', async () => {
    const scene = await makePayouts(own.database);
    const batch = await aSent(own.database, scene);
    const lineId = batch.lines[0]?.id ?? '';
    // a line that was paid without an entry
    await expect(
      own.database.paymentLine.update({
        where: { id: lineId },
        data: { state: 'settled', settledOn: new Date('2026-11-21'), settledBy: 'mij' },
      }),
    ).rejects.toThrow(/batch_adds_up/);
    await expect(own.database.paymentLine.update({ where: { id: lineId }, data: { amountCents: 1 } })).rejects.toThrow(
      /payment_line_fixed/,
    );
    await expect(
      own.database.paymentLineClaim.updateMany({ where: { lineId }, data: { isActive: false } }),
    ).rejects.toThrow(/payment_line_fixed/);
    for (const table of ['payment_batch', 'payment_line', 'payment_line_claim', 'payer_account'])
      await expect(own.database.$executeRawUnsafe(`delete from ${table}`)).rejects.toThrow(/append.only/);
    await expect(own.database.$executeRaw`update payment_batch_counter set last = 1`).rejects.toThrow(
      /payment_batch_counter/,
    );
    await expect(
      own.database.paymentBatch.update({ where: { id: batch.id }, data: { state: 'draft' } }),
    ).rejects.toThrow(/payment_batch/);
  });
});
