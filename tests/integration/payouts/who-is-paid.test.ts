import { describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { approveBatch } from '#app/modules/payouts/commands/approve-batch.server.ts';
import { discardBatch } from '#app/modules/payouts/commands/discard-batch.server.ts';
import { leaveOutLine } from '#app/modules/payouts/commands/leave-out-line.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aDraft, anIban, compose, makePayouts, paidVolunteer, treasurer, withAccount, worked } from './scene.ts';

const own = useTestDatabase();

describe('who is paid', () => {
  test('is not the treasurer, nor who is near', async () => {
    const scene = await makePayouts(own.database);
    // the other treasurer works as well
    await own.database.activityVolunteer.create({
      data: {
        activityId: scene.activityId,
        personId: scene.otherTreasurerId,
        signedUpById: scene.otherTreasurerId,
        signedUpAt: testNow,
      },
    });
    await withAccount(own.database, scene, scene.otherTreasurerId);
    await worked(own.database, scene, { personId: scene.otherTreasurerId });
    const draft = await aDraft(own.database, scene);
    expect(draft.lines).toHaveLength(2);
    const approval = { batchId: draft.id, revision: draft.revision, oddReason: '' };
    expect(await approveBatch(approval, treasurer(own.database, scene, 'other'))).toMatchObject({
      reason: 'near-payee',
    });
    await discardBatch({ batchId: draft.id, reason: 'Anders' }, treasurer(own.database, scene));
    // composed by who works, their own line is left out by itself
    const other = await compose(treasurer(own.database, scene, 'other'), scene);
    const composed = await own.database.paymentBatch.findUniqueOrThrow({
      where: { number: other.ok ? other.value : '' },
      include: { lines: true },
    });
    expect(composed.lines.map(({ personId }) => personId)).toEqual([scene.volunteerId]);
  });

  test('is nobody with the same bank account as a treasurer', async () => {
    const scene = await makePayouts(own.database);
    const iban = anIban();
    await withAccount(own.database, scene, scene.treasurerId, { iban });
    const personId = await paidVolunteer(own.database, scene);
    const { id } = await own.database.bankAccount.findFirstOrThrow({ where: { personId } });
    await withAccount(own.database, scene, personId, { iban, replaces: id });
    const draft = await aDraft(own.database, scene);
    expect(draft.lines.map((line) => line.personId)).toEqual([scene.volunteerId]);
  });

  test('has an account that still runs when it is approved', async () => {
    const scene = await makePayouts(own.database);
    const draft = await aDraft(own.database, scene);
    await withAccount(own.database, scene, scene.volunteerId, { replaces: draft.lines[0]?.bankAccountId ?? null });
    const approval = { batchId: draft.id, revision: draft.revision, oddReason: 'Nagekeken' };
    expect(await approveBatch(approval, treasurer(own.database, scene, 'other'))).toMatchObject({
      reason: 'account-changed',
    });
  });

  test('stays within the law, also when they told of money elsewhere since', async () => {
    const scene = await makePayouts(own.database);
    const draft = await aDraft(own.database, scene);
    await own.database.otherAllowance.create({
      data: { id: newId(), personId: scene.volunteerId, year: 2026, amountCents: 2195_00, toldAt: testNow },
    });
    const approval = { batchId: draft.id, revision: draft.revision, oddReason: 'Nagekeken' };
    // to the cent: 2,195.00 and 5.60 pass 2,200.00
    expect(await approveBatch(approval, treasurer(own.database, scene, 'other'))).toMatchObject({
      reason: 'over-limit',
    });
    await own.database.otherAllowance.create({
      data: { id: newId(), personId: scene.volunteerId, year: 2026, amountCents: 2194_40, toldAt: testNow },
    });
    expect(await approveBatch(approval, treasurer(own.database, scene, 'other'))).toEqual({ ok: true });
  });

  test('can be left out of a draft, and waits for another batch', async () => {
    const scene = await makePayouts(own.database);
    await paidVolunteer(own.database, scene);
    const draft = await aDraft(own.database, scene);
    const lineId = draft.lines[0]?.id ?? '';
    const out = { batchId: draft.id, lineId, reason: 'Eerst bellen' };
    expect(await leaveOutLine({ ...out, reason: ' ' }, treasurer(own.database, scene))).toMatchObject({
      reason: 'reason-missing',
    });
    expect(await leaveOutLine({ ...out, lineId: newId() }, treasurer(own.database, scene))).toMatchObject({
      reason: 'line-unknown',
    });
    expect(await leaveOutLine(out, treasurer(own.database, scene))).toEqual({ ok: true });
    expect(await leaveOutLine(out, treasurer(own.database, scene))).toEqual({ ok: true });
    // what was seen before is not what is approved
    const approval = { batchId: draft.id, revision: draft.revision, oddReason: '' };
    expect(await approveBatch(approval, treasurer(own.database, scene, 'other'))).toMatchObject({
      reason: 'changed-meanwhile',
    });
    const again = await aDraft(own.database, scene);
    expect(again.lines.map(({ personId }) => personId)).toEqual([draft.lines[0]?.personId]);
  });

  test('waits for work of later days', async () => {
    const scene = await makePayouts(own.database);
    expect(await compose(treasurer(own.database, scene), scene, { until: calendarDate('2026-11-20') })).toMatchObject({
      reason: 'nothing-to-pay',
    });
    expect(await compose(treasurer(own.database, scene), scene, { until: calendarDate('2026-11-22') })).toMatchObject({
      reason: 'day-ahead',
    });
  });
});
