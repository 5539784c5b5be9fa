import { describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { answerPutBack } from '#app/modules/payouts/commands/answer-put-back.server.ts';
import { discardBatch } from '#app/modules/payouts/commands/discard-batch.server.ts';
import { proposePutBack } from '#app/modules/payouts/commands/propose-put-back.server.ts';
import { sendBatch } from '#app/modules/payouts/commands/send-batch.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { cameBack, confirmReturns, settleAll, statementText, take } from './bank.ts';
import { aDraft, anApproved, aSent, balances, batchState, compose, makePayouts, treasurer } from './scene.ts';

const own = useTestDatabase();

describe('what comes back', () => {
  test('is promised money again, and is paid by another batch', async () => {
    const scene = await makePayouts(own.database);
    const before = await balances(own.database, scene);
    const batch = await aSent(own.database, scene);
    await settleAll(own.database, scene, batch.lines);
    await take(own.database, scene, statementText(batch.lines.map((line) => cameBack(line))));
    expect(await compose(treasurer(own.database, scene), scene)).toMatchObject({ reason: 'nothing-to-pay' });
    expect(await confirmReturns(own.database, scene)).toBe(1);
    expect(await confirmReturns(own.database, scene)).toBe(0);
    expect(await balances(own.database, scene)).toEqual(before);
    const again = await aDraft(own.database, scene);
    expect(again.lines).toHaveLength(1);
    expect(again.lines[0]?.endToEndId).not.toBe(batch.lines[0]?.endToEndId);
  });

  test('from a file that the bank refused is said by two treasurers', async () => {
    const scene = await makePayouts(own.database);
    const before = await balances(own.database, scene);
    const batch = await aSent(own.database, scene);
    const formKey = newId();
    const proposal = { batchId: batch.id, lineId: null, reason: 'De bank weigerde het bestand', formKey };
    expect(await proposePutBack(proposal, treasurer(own.database, scene))).toEqual({ ok: true });
    expect(await proposePutBack(proposal, treasurer(own.database, scene))).toEqual({ ok: true });
    expect(await proposePutBack({ ...proposal, formKey: newId() }, treasurer(own.database, scene))).toMatchObject({
      reason: 'put-back-known',
    });
    const answer = { putBackId: formKey, confirm: true };
    expect(await answerPutBack(answer, treasurer(own.database, scene))).toMatchObject({ reason: 'same-person' });
    await expect(
      own.database.paymentLine.updateMany({
        where: { batchId: batch.id },
        data: { state: 'put_back', endedAt: testNow, endReason: 'Zomaar' },
      }),
    ).rejects.toThrow(/put_back_two_persons/);
    expect(await answerPutBack(answer, treasurer(own.database, scene, 'other'))).toEqual({ ok: true });
    expect(await balances(own.database, scene)).toEqual(before);
    expect(await batchState(own.database, batch.id)).toBe('settled');
  });

  test('from a batch that was never sent is put back by laying it aside', async () => {
    const scene = await makePayouts(own.database);
    const before = await balances(own.database, scene);
    const batch = await anApproved(own.database, scene);
    for (const [day, reason] of [
      ['2026-11-20', 'day-past'],
      ['2027-01-21', 'day-far'],
    ] as const)
      expect(
        await sendBatch({ batchId: batch.id, executeOn: calendarDate(day) }, treasurer(own.database, scene)),
      ).toMatchObject({ reason });
    const aside = { batchId: batch.id, reason: 'Verkeerde maand' };
    expect(await discardBatch(aside, treasurer(own.database, scene))).toEqual({ ok: true });
    expect(await discardBatch(aside, treasurer(own.database, scene))).toEqual({ ok: true });
    expect(await balances(own.database, scene)).toEqual(before);
    const sent = await aSent(own.database, scene);
    expect(await discardBatch({ ...aside, batchId: sent.id }, treasurer(own.database, scene))).toMatchObject({
      reason: 'already-sent',
    });
  });
});
