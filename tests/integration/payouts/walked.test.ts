import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { answerPutBack } from '#app/modules/payouts/commands/answer-put-back.server.ts';
import { approveBatch } from '#app/modules/payouts/commands/approve-batch.server.ts';
import { proposePutBack } from '#app/modules/payouts/commands/propose-put-back.server.ts';
import { sendBatch } from '#app/modules/payouts/commands/send-batch.server.ts';
import { writeBatchFile } from '#app/modules/payouts/commands/write-batch-file.server.ts';
import { batchPage } from '#app/modules/payouts/queries/batch-page.query.server.ts';
import { ownPayments } from '#app/modules/payouts/queries/own-payments.query.server.ts';
import { openItems } from '#app/modules/payouts/statement.store.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { acting, today, volunteer } from '#tests/integration/allowances/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { paid, sentBatch, statementText, take, type BankScene } from './bank.ts';
import {
  aDraft,
  anApproved,
  anIban,
  makePayouts,
  paidVolunteer,
  testKeys,
  treasurer,
  withAccount,
  type PayoutScene,
} from './scene.ts';

const own = useTestDatabase();

const pageOf = async (scene: PayoutScene, number: string) => {
  const page = await batchPage(own.database, treasurer(own.database, scene).actor, { number, page: 1 });
  if (page === null) throw new Error('no page');
  return page;
};

describe('the file for the bank', () => {
  const download = async (scene: BankScene) => {
    const written = await writeBatchFile(
      { number: scene.batch.number },
      { ...treasurer(own.database, scene), keys: testKeys },
    );
    return written.ok ? createHash('sha256').update(written.value.xml).digest('hex') : written.reason;
  };

  test('is known by its fingerprint, once for the same payments', async () => {
    const scene = await sentBatch(own.database, 2);
    expect((await pageOf(scene, scene.batch.number)).files).toEqual([]);
    const sha256 = await download(scene);
    expect(await download(scene)).toBe(sha256);
    const total = cents(scene.batch.lines.reduce((sum, { amountCents }) => sum + amountCents, 0));
    expect((await pageOf(scene, scene.batch.number)).files).toMatchObject([{ sha256, lines: 2, total }]);
    const { id: batchId } = scene.batch;
    const gone = own.database.$executeRaw`delete from payment_batch_file where batch_id = ${batchId}::uuid`;
    await expect(gone).rejects.toThrow('record_append_only');
  });

  test('is made for a day that was chosen', async () => {
    const scene = await makePayouts(own.database);
    const { id: batchId } = await anApproved(own.database, scene);
    const context = treasurer(own.database, scene);
    expect(await sendBatch({ batchId, executeOn: null }, context)).toEqual({ ok: false, reason: 'day-missing' });
  });
});

describe('a line that the bank booked something for', () => {
  let scene: BankScene;
  const wrongAmount = async () =>
    take(own.database, scene, statementText([paid(scene.batch.lines[0]!, { amount: cents(1_23) })]));
  const putBack = async (line: number | null) => {
    const formKey = newId();
    const lineId = line === null ? null : scene.batch.lines[line]!.id;
    const asked = { batchId: scene.batch.id, lineId, reason: 'De bank weigerde', formKey };
    return { formKey, outcome: await proposePutBack(asked, treasurer(own.database, scene)) };
  };
  const confirm = async (putBackId: string) =>
    answerPutBack({ putBackId, confirm: true }, treasurer(own.database, scene, 'other'));
  beforeEach(async () => {
    scene = await sentBatch(own.database, 2);
  });

  test('is not put back before somebody found out what it is, nor is all that is open', async () => {
    await wrongAmount();
    expect((await putBack(0)).outcome).toEqual({ ok: false, reason: 'booked-already' });
    expect((await putBack(null)).outcome).toEqual({ ok: false, reason: 'booked-already' });
    const { formKey, outcome } = await putBack(1);
    expect(outcome).toEqual({ ok: true });
    expect(await confirm(formKey)).toEqual({ ok: true });
    const { odd } = await pageOf(scene, scene.batch.number);
    expect(odd).toContainEqual({ kind: 'on-worklist', people: 1 });
  });

  test('is not put back either when the bank told it meanwhile', async () => {
    const { formKey } = await putBack(0);
    await wrongAmount();
    expect(await confirm(formKey)).toEqual({ ok: false, reason: 'booked-already' });
  });

  test('is held while a statement is read, so that nobody dismisses it halfway', async () => {
    await wrongAmount();
    const free = async () =>
      own.database.$queryRaw`select id from statement_item where state = 'open' for update skip locked`;
    const [{ all } = { all: 0 }] = await own.database.$queryRaw<{ all: number }[]>`
      select count(*)::int as all from statement_item where state = 'open' and end_to_end_id <> ''`;
    expect(all).toBeGreaterThan(0);
    await own.database.$transaction(async (tx) => {
      expect((await openItems(tx)).length).toBe(all);
      expect(await free()).toEqual([]);
    });
  });
});

describe('who shares an account', () => {
  /** How near the volunteer is to somebody who had the same account, and ended it these days ago. */
  const nearness = async (daysAgo: number) => {
    const scene = await makePayouts(own.database);
    const personId = await volunteer(own.database, scene);
    const iban = anIban();
    const at = (days: number) => new Date(Date.now() - days * 86_400_000);
    const shared = await withAccount(own.database, scene, personId, { iban, now: at(daysAgo + 10) });
    await withAccount(own.database, scene, personId, { replaces: shared, now: at(daysAgo) });
    const { id: running } = await own.database.bankAccount.findFirstOrThrow({ where: { personId: scene.volunteerId } });
    await withAccount(own.database, scene, scene.volunteerId, { iban, replaces: running });
    const near = await own.database.$queryRaw<{ nearness: string }[]>`
      select nearness from near_ones(${scene.volunteerId}::uuid) where person_id = ${personId}::uuid`;
    return near.map((one) => one.nearness);
  };

  test('is near for a year after it ended, and then no more', async () => {
    expect(await nearness(300)).toEqual(['bank-account']);
    expect(await nearness(400)).toEqual([]);
  });
});

describe('a draft that cannot be approved', () => {
  test('says of whom the account is another one by now', async () => {
    const scene = await makePayouts(own.database);
    await paidVolunteer(own.database, scene);
    const draft = await aDraft(own.database, scene);
    const line = draft.lines.find(({ personId }) => personId === scene.volunteerId);
    await withAccount(own.database, scene, scene.volunteerId, { replaces: line?.bankAccountId ?? null });
    const approval = { batchId: draft.id, revision: draft.revision, oddReason: 'Nagekeken' };
    expect(await approveBatch(approval, treasurer(own.database, scene, 'other'))).toMatchObject({
      reason: 'account-changed',
    });
    const { lines } = await pageOf(scene, draft.number);
    expect(lines.filter(({ odd }) => odd.includes('account-ended')).map(({ id }) => id)).toEqual([line?.id]);
  });

  test('says who gets more than is allowed since they told of money elsewhere', async () => {
    const scene = await makePayouts(own.database);
    await paidVolunteer(own.database, scene);
    const draft = await aDraft(own.database, scene);
    const tell = async (amountCents: number) =>
      own.database.otherAllowance.create({
        data: { id: newId(), personId: scene.volunteerId, year: 2026, amountCents, toldAt: testNow },
      });
    const over = async () =>
      (await pageOf(scene, draft.number)).lines.filter(({ odd }) => odd.includes('over-limit')).map(({ id }) => id);
    // to the cent: 2,194.40 and 5.60 are 2,200.00
    await tell(2194_40);
    expect(await over()).toEqual([]);
    await tell(2194_41);
    expect(await over()).toEqual(
      draft.lines.filter(({ personId }) => personId === scene.volunteerId).map(({ id }) => id),
    );
  });
});

test('a volunteer sees how far a payment is', async () => {
  const scene = await makePayouts(own.database);
  const { actor } = acting(own.database, scene, scene.volunteerId, null);
  const mine = async () => Object.values(await ownPayments(own.database, actor));
  expect(await mine()).toEqual([{ state: 'waits' }]);
  const draft = await aDraft(own.database, scene);
  expect(await mine()).toEqual([{ state: 'prepared' }]);
  const approval = { batchId: draft.id, revision: draft.revision, oddReason: '' };
  await approveBatch(approval, treasurer(own.database, scene, 'other'));
  expect(await mine()).toEqual([{ state: 'approved' }]);
  await sendBatch({ batchId: draft.id, executeOn: today }, treasurer(own.database, scene));
  expect(await mine()).toMatchObject([{ state: 'underway' }]);
  const formKey = newId();
  const asked = { batchId: draft.id, lineId: null, reason: 'AC04 zei de bank', formKey };
  await proposePutBack(asked, treasurer(own.database, scene));
  await answerPutBack({ putBackId: formKey, confirm: true }, treasurer(own.database, scene, 'other'));
  expect(await mine()).toEqual([{ state: 'came-back', rail: 'sepa', why: null }]);
});
