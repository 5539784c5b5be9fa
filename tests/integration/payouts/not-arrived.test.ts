import { beforeEach, expect, test } from 'vitest';
import { answerPutBack } from '#app/modules/payouts/commands/answer-put-back.server.ts';
import { proposePutBack } from '#app/modules/payouts/commands/propose-put-back.server.ts';
import { payoutMailHandlers } from '#app/modules/payouts/mails/mail-not-arrived.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { openMailer } from '#app/platform/mail.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { cameBack, confirmReturns, sentBatch, settleAll, statementText, take, type BankScene } from './bank.ts';
import { treasurer } from './scene.ts';

const own = useTestDatabase();
const publicUrl = 'https://wijkbeurs.example';
let scene: BankScene;

beforeEach(async () => {
  scene = await sentBatch(own.database, 2);
  await own.database.demoMail.deleteMany();
});

/** Does what waits to be mailed about lines. */
async function mails() {
  const jobs = await own.database.$queryRaw<{ key: string; payload: unknown }[]>`
    delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier = 'mail-not-arrived' returning j.key, j.payload`;
  const mailer = openMailer({ smtpUrl: null, mailFrom: 'Wijkbeurs <x@wijkbeurs.example>', publicUrl }, own.database);
  for (const { key: jobKey, payload } of jobs)
    for (const handler of payoutMailHandlers)
      await handler.run(payload, { database: own.database, mailer, publicUrl, secret: 'x', now: testNow, jobKey });
  return own.database.demoMail.findMany();
}

test('who the bank could not pay reads so in a mail, with why, and without a number', async () => {
  const { lines } = scene.batch;
  const [line] = lines;
  await settleAll(own.database, scene, lines);
  await take(own.database, scene, statementText([cameBack(line!)]));
  expect(await mails()).toEqual([]);
  await confirmReturns(own.database, scene);
  const { email } = await own.database.person.findUniqueOrThrow({ where: { id: line!.personId } });
  const [mail, ...more] = await mails();
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ toAddress: email, subject: 'Je vergoeding is niet aangekomen' });
  expect(mail?.text).toContain('de rekening is opgeheven');
  expect(mail?.text).not.toMatch(/[A-Z]{2}\d{2}[A-Z]{4}|••/);
});

test('nobody is told to look at their account when two treasurers say that a file was refused', async () => {
  const formKey = newId();
  const asked = { batchId: scene.batch.id, lineId: null, reason: 'De bank weigerde het bestand', formKey };
  await proposePutBack(asked, treasurer(own.database, scene));
  expect(await answerPutBack({ putBackId: formKey, confirm: true }, treasurer(own.database, scene, 'other'))).toEqual({
    ok: true,
  });
  expect(await mails()).toEqual([]);
});
