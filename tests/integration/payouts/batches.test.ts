import { describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { answerPutBack } from '#app/modules/payouts/commands/answer-put-back.server.ts';
import { approveBatch } from '#app/modules/payouts/commands/approve-batch.server.ts';
import { discardBatch } from '#app/modules/payouts/commands/discard-batch.server.ts';
import { leaveOutLine } from '#app/modules/payouts/commands/leave-out-line.server.ts';
import { proposePutBack } from '#app/modules/payouts/commands/propose-put-back.server.ts';
import { sendBatch } from '#app/modules/payouts/commands/send-batch.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { acting, today } from '#tests/integration/allowances/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { cameBack, confirmReturns, paid, statementText, take } from './bank.ts';
import {
  aDraft,
  anApproved,
  anIban,
  aSent,
  balances,
  compose,
  makePayouts,
  paidVolunteer,
  treasurer,
  withAccount,
  worked,
  type PayoutScene,
} from './scene.ts';

const own = useTestDatabase();

const state = async (id: string) => {
  const { state: now } = await own.database.paymentBatch.findUniqueOrThrow({ where: { id }, select: { state: true } });
  return now;
};

type Lines = Awaited<ReturnType<typeof aSent>>['lines'];

/** The bank says that it paid these lines. */
const settleAll = async (scene: PayoutScene, lines: Lines) => {
  const said = await take(own.database, scene, statementText(lines.map((line) => paid(line))));
  return said.ok ? said.value.settled : said.reason;
};

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
    expect(await state(draft.id)).toBe('sent');

    expect(await settleAll(scene, draft.lines)).toBe(2);
    expect(await settleAll(scene, draft.lines)).toBe(0);
    expect(await state(draft.id)).toBe('settled');
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

describe('what comes back', () => {
  test('is promised money again, and is paid by another batch', async () => {
    const scene = await makePayouts(own.database);
    const before = await balances(own.database, scene);
    const batch = await aSent(own.database, scene);
    await settleAll(scene, batch.lines);
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
    expect(await state(batch.id)).toBe('settled');
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
