import { beforeEach, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { removeAccount } from '#app/modules/bank/commands/remove-account.server.ts';
import { bankJobs } from '#app/modules/bank/mails/bank-jobs.server.ts';
import { openMailer } from '#app/platform/mail.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { freshly, haveAccount, ibanOf } from './scene.ts';

const test = useTestDatabase();
const publicUrl = 'https://wijkbeurs.example';

beforeEach(async () => {
  await test.database.demoMail.deleteMany();
  await test.database.$executeRaw`delete from graphile_worker._private_jobs`;
});

/** Does what waits in the queue. @returns what was queued */
async function work(): Promise<string[]> {
  const jobs = await test.database.$queryRaw<{ name: string; key: string; payload: unknown }[]>`
    select t.identifier as name, j.key, j.payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`;
  await test.database.$executeRaw`delete from graphile_worker._private_jobs`;
  const mailer = openMailer({ smtpUrl: null, mailFrom: 'Wijkbeurs <x@wijkbeurs.example>', publicUrl }, test.database);
  for (const { name, key, payload } of jobs) {
    const context = { database: test.database, mailer, publicUrl, secret: 'x', now: testNow, jobKey: key };
    await bankJobs.find((handler) => handler.name === name)?.run(payload, context);
  }
  return jobs.map(({ name, key, payload }) => JSON.stringify({ name, key, payload }));
}

const mails = async (email: string) =>
  test.database.demoMail.findMany({ where: { toAddress: email }, orderBy: { sentAt: 'asc' } });

it('tells of each change, with masked numbers and nothing to press', async () => {
  const email = 'jan@wijkbeurs.example';
  const personId = await makePerson(test.database, { email, name: 'Jan' });
  // whatever mails they want
  await test.database.person.update({ where: { id: personId }, data: { mailOnSteps: false, mailOnWork: false } });
  const first = await haveAccount(test.database, personId, { iban: ibanOf(1234) });
  const queued = await work();
  const next = addMinutes(testNow, 1);
  const second = await haveAccount(test.database, personId, { iban: ibanOf(5678), replaces: first, now: next });
  queued.push(...(await work()));
  await removeAccount({ accountId: second }, freshly(test.database, personId, { now: addMinutes(testNow, 2) }));
  queued.push(...(await work()));

  const sent = await mails(email);
  expect(sent.map(({ subject }) => subject)).toEqual([
    'Je rekeningnummer is ingevuld',
    'Je rekeningnummer is veranderd',
    'Je rekeningnummer is weggehaald',
  ]);
  expect(sent[0]?.text).toContain('Beste Jan,');
  expect(sent[0]?.text).toContain('zaterdag 21 november 2026 om 13:00');
  expect(sent[1]?.text).toContain('Het was NL•• •••• •••• ••12 34. Het is nu NL•• •••• •••• ••56 78.');
  for (const { text, html } of sent) {
    expect(text).toContain('Was jij dit niet?');
    // where we are, and no way to act from here
    expect(text.match(/https?:\S+/g)).toEqual([`${publicUrl}.`]);
    expect(html).not.toContain('<a ');
  }
  expect(JSON.stringify(sent) + queued.join('')).not.toMatch(/WIJK0|0000001234|0000005678|Vries/);
});

it('is in the language of its reader, and not sent to who left', async () => {
  const [english, gone] = ['en@wijkbeurs.example', 'gone@wijkbeurs.example'];
  await haveAccount(test.database, await makePerson(test.database, { email: english, locale: 'en' }));
  const left = await makePerson(test.database, { email: gone });
  await haveAccount(test.database, left);
  await test.database.person.update({ where: { id: left }, data: { deletedAt: testNow } });
  await work();
  expect((await mails(english)).map(({ subject }) => subject)).toEqual(['Your account number was filled in']);
  expect(await mails(gone)).toEqual([]);
});

it('finishes every night what deleting an account left', async () => {
  const personId = await makePerson(test.database);
  const id = await haveAccount(test.database, personId);
  await test.database.bankAccount.update({ where: { id }, data: { endedAt: testNow } });
  await test.database.person.update({ where: { id: personId }, data: { deletedAt: testNow } });
  await test.database.$executeRaw`select graphile_worker.add_job('erase-left-accounts', '{}'::json)`;
  await work();
  expect((await test.database.bankAccount.findUniqueOrThrow({ where: { id } })).sealed).toHaveLength(0);
});

it('also goes to an address from before, for thirty days, in case somebody else changed it', async () => {
  const [old, email] = ['eerst@wijkbeurs.example', 'daarna@wijkbeurs.example'];
  const personId = await makePerson(test.database, { email: old, name: 'Jan' });
  const asked = { personId, oldEmail: old, newEmail: email, requesterHash: 'x', createdAt: testNow };
  const { id } = await test.database.emailChange.create({
    data: { id: newId(), ...asked, expiresAt: addMinutes(testNow, 10) },
  });
  await test.database.$transaction([
    test.database.emailChange.update({ where: { id }, data: { confirmedAt: testNow } }),
    test.database.person.update({ where: { id: personId }, data: { email } }),
  ]);
  const days = (count: number) => addMinutes(testNow, count * 24 * 60);
  const first = await haveAccount(test.database, personId, { iban: ibanOf(1234), now: days(30) });
  await work();
  expect(await mails(email)).toHaveLength(1);
  expect((await mails(old)).map(({ subject, text }) => [subject, text.includes(email)])).toEqual([
    ['Je rekeningnummer is ingevuld', false],
  ]);
  await haveAccount(test.database, personId, { iban: ibanOf(5678), replaces: first, now: days(31) });
  await work();
  expect(await mails(email)).toHaveLength(2);
  expect(await mails(old)).toHaveLength(1);
});
