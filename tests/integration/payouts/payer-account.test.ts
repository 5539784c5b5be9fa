import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { answerPayerAccount } from '#app/modules/payouts/commands/answer-payer-account.server.ts';
import { discardBatch } from '#app/modules/payouts/commands/discard-batch.server.ts';
import { proposePayerAccount } from '#app/modules/payouts/commands/propose-payer-account.server.ts';
import { sendBatch } from '#app/modules/payouts/commands/send-batch.server.ts';
import { writeBatchFile } from '#app/modules/payouts/commands/write-batch-file.server.ts';
import { batchPage } from '#app/modules/payouts/queries/batch-page.query.server.ts';
import { payerAccount, payerProposal } from '#app/modules/payouts/queries/payer-account.query.server.ts';
import { payerMailHandlers } from '#app/modules/payouts/mails/mail-payer-account.server.ts';
import { openMailer } from '#app/platform/mail.server.ts';
import { makeMembership, makePerson, testNow } from '#tests/factories/index.ts';
import { acting, today } from '#tests/integration/allowances/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import {
  anApproved,
  anIban,
  aSent,
  asOffice,
  makePayouts,
  officeTreasurer,
  payFrom,
  testKeys,
  treasurer,
  type PayoutScene,
} from './scene.ts';

/** From which account volunteers are paid is said by two, and a batch keeps the one with which it was approved. */

const own = useTestDatabase();
let scene: PayoutScene;
let adminId: string;
beforeEach(async () => {
  scene = await makePayouts(own.database);
  adminId = await makePerson(own.database);
  await makeMembership(own.database, { personId: adminId, bodyId: scene.officeId, role: 'administrator' });
});

const admin = () => asOffice(acting(own.database, scene, adminId, 'administrator'), scene.officeId);
const office = () => officeTreasurer(own.database, scene);
const order = (iban = anIban()) => ({ holder: 'Stichting Anders', iban, bic: '', formKey: newId() });

describe('another account', () => {
  test('counts when somebody else confirms it, once', async () => {
    const before = await payerAccount(own.database);
    const proposed = order();
    expect(await proposePayerAccount(proposed, admin())).toEqual({ ok: true });
    expect(await proposePayerAccount(proposed, admin())).toEqual({ ok: true });
    expect(await payerAccount(own.database)).toEqual(before);
    expect(await payerProposal(own.database, office().actor)).toMatchObject({ iban: proposed.iban, isMine: false });
    expect(await payerProposal(own.database, treasurer(own.database, scene).actor)).toBeNull();
    const answer = { proposalId: proposed.formKey, confirm: true };
    expect(await answerPayerAccount(answer, admin())).toMatchObject({ reason: 'payer-own' });
    expect(await answerPayerAccount(answer, treasurer(own.database, scene))).toMatchObject({ reason: 'role-needed' });
    const both = await Promise.all([answerPayerAccount(answer, office()), answerPayerAccount(answer, office())]);
    expect(both).toEqual([{ ok: true }, { ok: true }]);
    expect(await payerAccount(own.database)).toMatchObject({ iban: proposed.iban, holder: 'Stichting Anders' });
    expect(await payerProposal(own.database, office().actor)).toBeNull();
    expect(await proposePayerAccount({ ...proposed, formKey: newId() }, admin())).toMatchObject({
      reason: 'payer-same',
    });
  });

  test('is proposed by an administrator, one at a time, and can be taken back', async () => {
    expect(await proposePayerAccount(order(), office())).toMatchObject({ reason: 'role-needed' });
    // with the role in the session and not in the register: the database knows better
    const nobody = asOffice(acting(own.database, scene, scene.coordinatorId, 'administrator'), scene.officeId);
    expect(await proposePayerAccount(order(), nobody)).toMatchObject({ reason: 'payer-role' });
    const first = order();
    await proposePayerAccount(first, admin());
    expect(await proposePayerAccount(order(), admin())).toMatchObject({ reason: 'payer-proposed' });
    expect(await answerPayerAccount({ proposalId: first.formKey, confirm: false }, admin())).toEqual({ ok: true });
    expect(await answerPayerAccount({ proposalId: first.formKey, confirm: true }, office())).toMatchObject({
      reason: 'payer-answered',
    });
    expect(await answerPayerAccount({ proposalId: "x' or 1=1", confirm: true }, office())).toMatchObject({
      reason: 'payer-unknown',
    });
  });

  test('is not written by one person, whoever writes', async () => {
    const said = { holder: 'Stichting Anders', iban: anIban() };
    const alone = own.database.payerAccount.create({
      data: { id: newId(), ...said, addedById: adminId, addedAt: testNow },
    });
    await expect(alone).rejects.toThrow(/payer_account_two_persons/);
    const proposalId = newId();
    await own.database.payerAccountProposal.create({
      data: { id: proposalId, ...said, proposedById: adminId, proposedAt: testNow },
    });
    const both = own.database.payerAccountProposal.update({
      where: { id: proposalId },
      data: { state: 'confirmed', answeredById: adminId, answeredAt: testNow },
    });
    await expect(both).rejects.toThrow(/payer_proposal_two_persons/);
    await answerPayerAccount({ proposalId, confirm: false }, admin());
  });
});

const publicUrl = 'https://wijkbeurs.example';

/** Does what waits in the queue, until nothing is left. */
async function work(): Promise<void> {
  const mailer = openMailer({ smtpUrl: null, mailFrom: 'Wijkbeurs <x@wijkbeurs.example>', publicUrl }, own.database);
  for (;;) {
    const jobs = await own.database.$queryRaw<{ name: string; key: string; payload: unknown }[]>`
      select t.identifier as name, j.key, j.payload from graphile_worker._private_jobs j
        join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`;
    await own.database.$executeRaw`delete from graphile_worker._private_jobs`;
    if (jobs.length === 0) return;
    for (const { name, key, payload } of jobs) {
      const context = { database: own.database, mailer, publicUrl, secret: 'x', now: testNow, jobKey: key };
      await payerMailHandlers.find((handler) => handler.name === name)?.run(payload, context);
    }
  }
}

test('everybody who could be the second person is mailed at each step, with a masked number', async () => {
  await work();
  await own.database.demoMail.deleteMany();
  const proposed = order();
  await proposePayerAccount(proposed, admin());
  await work();
  await answerPayerAccount({ proposalId: proposed.formKey, confirm: true }, office());
  await work();
  const emailOf = async (id: string) => (await own.database.person.findUniqueOrThrow({ where: { id } })).email;
  for (const id of [adminId, scene.treasurerId, scene.otherTreasurerId]) {
    const sent = await own.database.demoMail.findMany({
      where: { toAddress: await emailOf(id) },
      orderBy: { sentAt: 'asc' },
    });
    expect(sent.map(({ subject }) => subject).sort()).toEqual([
      'Er is een andere betaalrekening voorgesteld',
      'Het programma betaalt van een andere rekening',
    ]);
    expect(JSON.stringify(sent)).not.toContain(proposed.iban);
  }
  const coordinator = await emailOf(scene.coordinatorId);
  expect(await own.database.demoMail.count({ where: { toAddress: coordinator } })).toBe(0);
});

describe('a batch', () => {
  test('that was approved with another account is not sent, but laid aside', async () => {
    const batch = await anApproved(own.database, scene);
    const pageOf = async () =>
      batchPage(own.database, treasurer(own.database, scene).actor, { number: batch.number, page: 1 });
    expect(await pageOf()).toMatchObject({ payerChanged: false });
    const old = await payerAccount(own.database);
    await payFrom(own.database, anIban());
    expect(await pageOf()).toMatchObject({ payerChanged: true, payer: { iban: old?.iban } });
    const sending = { batchId: batch.id, executeOn: today };
    expect(await sendBatch(sending, treasurer(own.database, scene))).toMatchObject({ reason: 'payer-changed' });
    const now = await payerAccount(own.database);
    const other = own.database.paymentBatch.update({
      where: { id: batch.id },
      data: { payerAccountId: now?.id ?? null },
    });
    await expect(other).rejects.toThrow(/payment_batch_fixed/);
    expect(
      await discardBatch({ batchId: batch.id, reason: 'Andere rekening' }, treasurer(own.database, scene)),
    ).toEqual({ ok: true });
    const again = await aSent(own.database, scene);
    expect(again.lines).toHaveLength(batch.lines.length);
  });

  test('that was sent is paid from the account with which it was approved', async () => {
    const batch = await aSent(own.database, scene);
    const old = await payerAccount(own.database);
    await payFrom(own.database, anIban());
    const file = await writeBatchFile({ number: batch.number }, { ...treasurer(own.database, scene), keys: testKeys });
    expect(file.ok && file.value.xml).toContain(`<DbtrAcct><Id><IBAN>${old?.iban ?? ''}</IBAN>`);
  });
});
