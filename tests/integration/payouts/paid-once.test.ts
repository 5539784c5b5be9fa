import { beforeEach, describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { answerPutBack } from '#app/modules/payouts/commands/answer-put-back.server.ts';
import { approveBatch } from '#app/modules/payouts/commands/approve-batch.server.ts';
import { discardBatch } from '#app/modules/payouts/commands/discard-batch.server.ts';
import { lockBatch } from '#app/modules/payouts/commands/lock-batch.server.ts';
import { proposePutBack } from '#app/modules/payouts/commands/propose-put-back.server.ts';
import { sendBatch } from '#app/modules/payouts/commands/send-batch.server.ts';
import { writeBatchFile } from '#app/modules/payouts/commands/write-batch-file.server.ts';
import { oddLines } from '#app/modules/payouts/queries/odd-lines.server.ts';
import { makeMembership, makePerson, testNow } from '#tests/factories/index.ts';
import { acting, today } from '#tests/integration/allowances/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aReference, cameBack, confirmReturns, paid, sentBatch, statementText, take, type BankScene } from './bank.ts';
import { aDraft, anIban, aSent, compose, makePayouts, testKeys, treasurer, withAccount, worked } from './scene.ts';

const own = useTestDatabase();
let scene: BankScene;
beforeEach(async () => {
  scene = await sentBatch(own.database);
});

const line = (index: number) => scene.batch.lines[index]!;

const fileNow = async () =>
  writeBatchFile({ number: scene.batch.number }, { ...treasurer(own.database, scene), keys: testKeys });

const idsInFile = async () => {
  const file = await fileNow();
  if (!file.ok) throw new Error(file.reason);
  return [...file.value.xml.matchAll(/<EndToEndId>([^<]+)</g)].map(([, id]) => id);
};

/** Two treasurers say that the bank did not pay one line, or all that are open. */
const putBack = async (lineId: string | null) => {
  const formKey = newId();
  const proposal = { batchId: scene.batch.id, lineId, reason: 'De bank weigerde', formKey };
  expect(await proposePutBack(proposal, treasurer(own.database, scene))).toEqual({ ok: true });
  const answer = { putBackId: formKey, confirm: true };
  expect(await answerPutBack(answer, treasurer(own.database, scene, 'other'))).toEqual({ ok: true });
};

describe('the file for the bank', () => {
  test('leaves out who can be paid by another batch', async () => {
    expect(await idsInFile()).toHaveLength(3);
    await putBack(line(0).id);
    expect(await idsInFile()).toEqual([line(1).endToEndId, line(2).endToEndId]);
    expect(await take(own.database, scene, statementText([paid(line(1))]))).toMatchObject({ ok: true });
    // who was paid stays: it is what the bank had
    expect(await idsInFile()).toEqual([line(1).endToEndId, line(2).endToEndId]);
    expect(await take(own.database, scene, statementText([cameBack(line(1))]))).toMatchObject({ ok: true });
    // one person says that it came back: it stays in the file until another agrees, so that nobody is paid by two files
    expect(await idsInFile()).toEqual([line(1).endToEndId, line(2).endToEndId]);
    expect(await confirmReturns(own.database, scene)).toBe(1);
    expect(await idsInFile()).toEqual([line(2).endToEndId]);
  });

  test('is given out no more when nobody in it waits', async () => {
    await putBack(null);
    expect(await fileNow()).toMatchObject({ reason: 'file-over' });
    // no account counts as seen for it
    expect(await own.database.bankAccountLook.count({ where: { batchId: scene.batch.id } })).toBe(0);
  });
});

describe('money of a treasurer', () => {
  test('is put back by others', async () => {
    const fresh = await makePayouts(own.database);
    const paidTreasurer = await makePerson(own.database);
    await makeMembership(own.database, { personId: paidTreasurer, bodyId: fresh.team.bodyId, role: 'treasurer' });
    await own.database.activityVolunteer.create({
      data: { activityId: fresh.activityId, personId: paidTreasurer, signedUpById: paidTreasurer, signedUpAt: testNow },
    });
    await withAccount(own.database, fresh, paidTreasurer);
    await worked(own.database, fresh, { personId: paidTreasurer });
    const composed = await compose(treasurer(own.database, fresh), fresh);
    const { id: batchId, lines } = await own.database.paymentBatch.findUniqueOrThrow({
      where: { number: composed.ok ? composed.value : '' },
      include: { lines: true },
    });
    const approval = { batchId, revision: 1, oddReason: 'Nagekeken' };
    expect(await approveBatch(approval, treasurer(own.database, fresh, 'other'))).toEqual({ ok: true });
    expect(await sendBatch({ batchId, executeOn: today }, treasurer(own.database, fresh))).toEqual({ ok: true });

    const self = acting(own.database, fresh, paidTreasurer, 'treasurer');
    const mine = lines.find(({ personId }) => personId === paidTreasurer)!;
    const colleagues = lines.find(({ personId }) => personId !== paidTreasurer)!;
    const proposal = (lineId: string | null) => ({ batchId, lineId, reason: 'Niet betaald', formKey: newId() });
    expect(await proposePutBack(proposal(mine.id), self)).toMatchObject({ reason: 'put-back-own' });
    expect(await proposePutBack(proposal(null), self)).toMatchObject({ reason: 'put-back-own' });
    expect(await proposePutBack(proposal(colleagues.id), self)).toEqual({ ok: true });

    const ofMine = proposal(mine.id);
    expect(await proposePutBack(ofMine, treasurer(own.database, fresh))).toEqual({ ok: true });
    expect(await answerPutBack({ putBackId: ofMine.formKey, confirm: true }, self)).toMatchObject({
      reason: 'put-back-own',
    });
    // saying that it was paid gives them nothing
    expect(await answerPutBack({ putBackId: ofMine.formKey, confirm: false }, self)).toEqual({ ok: true });
  });
});

describe('a payment that the bank made to another account', () => {
  const waits = async (index: number) =>
    own.database.statementItem.findFirst({ where: { endToEndId: line(index).endToEndId }, orderBy: { id: 'desc' } });

  test('waits, whatever later statements tell', async () => {
    const stolen = anIban();
    const text = statementText([paid(line(0), { to: stolen }), paid(line(1))]);
    expect(await take(own.database, scene, text)).toMatchObject({ value: { settled: 1, waiting: 1 } });
    expect(await waits(0)).toMatchObject({ state: 'open', reason: 'other-payee' });
    expect(await take(own.database, scene, statementText([paid(line(2))]))).toMatchObject({ value: { settled: 1 } });
    expect(await waits(0)).toMatchObject({ state: 'open', reason: 'other-payee' });
    expect(JSON.stringify(await waits(0), (_, value: unknown) => String(value))).not.toContain(stolen);
  });

  test('is told from one that reached the volunteer, however the bank writes the number', async () => {
    const iban = anIban();
    const { id } = await own.database.bankAccount.findFirstOrThrow({
      where: { personId: scene.volunteerId, endedAt: null },
    });
    await withAccount(own.database, scene, scene.volunteerId, { iban, replaces: id });
    await worked(own.database, scene, { minutes: 30, day: calendarDate('2026-11-20') });
    const batch = await aSent(own.database, scene);
    const to = iban.toLowerCase().replaceAll(/(.{4})/g, '$1 ');
    const text = statementText([paid(batch.lines[0]!, { to })]);
    expect(await take(own.database, scene, text)).toMatchObject({ value: { settled: 1, waiting: 0 } });
  });

  test('may be written in a way that is no number', async () => {
    const gift = { reference: aReference(), amount: cents(100), direction: 'credit' as const };
    const payments = [{ endToEndId: 'NOTPROVIDED', amount: cents(100), name: 'Iemand', iban: 'nl-onbekend-12345-x' }];
    expect(await take(own.database, scene, statementText([{ ...gift, payments }]))).toMatchObject({
      value: { waiting: 1 },
    });
  });
});

describe('the second treasurer is told', () => {
  const kindsOf = async (batchId: string, approverId: string) =>
    (await oddLines(own.database, batchId, approverId)).map(({ kind }) => kind);

  test('that something was sent to the bank before', async () => {
    expect(await kindsOf(scene.batch.id, scene.otherTreasurerId)).toEqual([]);
    const texts = [statementText([paid(line(0))]), statementText([cameBack(line(0))])];
    for (const text of texts) expect(await take(own.database, scene, text)).toMatchObject({ ok: true });
    expect(await confirmReturns(own.database, scene)).toBe(1);
    const again = await aDraft(own.database, scene);
    expect(again.lines).toHaveLength(1);
    expect(await kindsOf(again.id, scene.otherTreasurerId)).toEqual(['sent-before']);
    const approval = { batchId: again.id, revision: again.revision, oddReason: '' };
    expect(await approveBatch(approval, treasurer(own.database, scene, 'other'))).toMatchObject({
      reason: 'odd-reason-missing',
    });
  });

  test('that who composed or approves it approved the hours as well', async () => {
    const fresh = await makePayouts(own.database);
    for (const personId of [fresh.otherCoordinatorId, fresh.coordinatorId])
      await makeMembership(own.database, { personId, bodyId: fresh.team.bodyId, role: 'treasurer' });
    // the other coordinator answered the hours
    const draft = await aDraft(own.database, fresh);
    expect(await kindsOf(draft.id, fresh.coordinatorId)).toEqual([]);
    expect(await kindsOf(draft.id, fresh.otherCoordinatorId)).toEqual(['same-hands']);
    await discardBatch({ batchId: draft.id, reason: 'Opnieuw' }, treasurer(own.database, fresh));
    const composed = await compose(acting(own.database, fresh, fresh.otherCoordinatorId, 'treasurer'), fresh);
    const { id } = await own.database.paymentBatch.findUniqueOrThrow({
      where: { number: composed.ok ? composed.value : '' },
    });
    expect(await kindsOf(id, fresh.otherTreasurerId)).toEqual(['same-hands']);
  });
});

test('hours are put in a line by nobody while somebody decides on its batch', async () => {
  const fresh = await makePayouts(own.database);
  const composed = await compose(treasurer(own.database, fresh), fresh);
  const batch = await own.database.paymentBatch.findUniqueOrThrow({
    where: { number: composed.ok ? composed.value : '' },
    include: { lines: true },
  });
  await worked(own.database, fresh, { minutes: 30, activityId: fresh.activityId, day: calendarDate('2026-11-20') });
  const claim = await own.database.allowanceClaim.findFirstOrThrow({
    where: { personId: fresh.volunteerId, minutes: 30, state: 'approved' },
  });
  const slipIn = async () =>
    own.database.$transaction(async (tx) => {
      await tx.$executeRaw`set local lock_timeout = '50ms'`;
      await tx.paymentLineClaim.create({
        data: {
          lineId: batch.lines[0]!.id,
          claimId: claim.id,
          amountCents: claim.amountCents,
          groundId: fresh.decisionId,
        },
      });
    });
  await own.database.$transaction(async (tx) => {
    await lockBatch(tx, batch.id);
    await expect(slipIn()).rejects.toThrow(/lock timeout/);
  });
});
