import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { codeOf, requesterHash } from '#app/modules/people/code.server.ts';
import { askEmailChange } from '#app/modules/people/commands/ask-email-change.server.ts';
import { confirmEmailChange, dropEmailChange } from '#app/modules/people/commands/confirm-email-change.server.ts';
import { demoEmail } from '#app/modules/people/demo-account.ts';
import { peopleJobs } from '#app/modules/people/mails/mail-jobs.server.ts';
import { emailChangeView } from '#app/modules/people/queries/email-change.query.server.ts';
import { openMailer } from '#app/platform/mail.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { ruleOf } from '#tests/integration/scoring/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { actorOf, contextOf, secret, signInAs } from './signing-in.ts';

const test = useTestDatabase();
const publicUrl = 'https://wijkbeurs.example';
let count = 0;
const address = () => `adres-${String((count += 1))}-${newId().slice(-6)}@wijkbeurs.example`;

type Me = Awaited<ReturnType<typeof contextOf>>;

const ask = async (me: Me, email: string, given: { requester?: string; now?: Date } = {}) =>
  askEmailChange({ email, requester: given.requester ?? newId() }, { ...me, now: given.now ?? me.now });

const lastOf = async (me: Me) =>
  test.database.emailChange.findFirstOrThrow({
    where: { personId: me.actor.person.id },
    orderBy: [{ createdAt: 'desc' }, { expiresAt: 'desc' }, { id: 'desc' }],
  });

const codeFor = async (me: Me) => {
  const { id, newEmail } = await lastOf(me);
  return codeOf(secret, { id, email: newEmail });
};

const emailOf = async (me: Me) =>
  (await test.database.person.findUniqueOrThrow({ where: { id: me.actor.person.id } })).email;

/** Does what waits in the queue. */
async function work(now = testNow): Promise<void> {
  const jobs = await test.database.$queryRaw<{ name: string; key: string; payload: unknown }[]>`
    select t.identifier as name, j.key, j.payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`;
  await test.database.$executeRaw`delete from graphile_worker._private_jobs`;
  const mailer = openMailer({ smtpUrl: null, mailFrom: 'Wijkbeurs <x@wijkbeurs.example>', publicUrl }, test.database);
  for (const { name, key, payload } of jobs)
    await peopleJobs
      .find((handler) => handler.name === name)
      ?.run(payload, { database: test.database, mailer, publicUrl, secret, now, jobKey: key });
}

const mailsTo = async (email: string) =>
  test.database.demoMail.findMany({ where: { toAddress: email }, orderBy: { sentAt: 'asc' } });

beforeEach(async () => {
  await test.database.$executeRaw`delete from graphile_worker._private_jobs`;
});

describe('another mail address', () => {
  it('counts once the code from its mailbox came back; the old one hears it and who is signed in elsewhere is out', async () => {
    const [before, after] = [address(), address()];
    const me = await contextOf(test.database, before);
    const elsewhere = await signInAs(test.database, before);
    await work();
    expect(await ask(me, ` ${after.toUpperCase()} `)).toEqual({ ok: true });
    expect(await emailOf(me)).toBe(before);
    await work();
    const [mail] = await mailsTo(after);
    const code =
      /(\d{3}) (\d{3})/
        .exec(mail?.text ?? '')
        ?.slice(1)
        .join(' ') ?? '';
    expect(mail?.subject).toContain(code);
    expect(mail?.text).not.toContain(before);
    expect(await confirmEmailChange({ code: ` ${code} ` }, me)).toEqual({ ok: true });
    expect(await emailOf(me)).toBe(after);
    expect((await actorOf(test.database, elsewhere)).person).toBeNull();
    expect(await test.database.session.count({ where: { personId: me.actor.person.id } })).toBe(1);
    await work();
    const told = (await mailsTo(before)).at(-1);
    expect(told?.subject).toBe('Je mailadres is veranderd');
    expect(told?.text).toMatch(/Het was a•••@w•••\.example\. Het is nu a•••@w•••\.example\./);
    expect(told?.text).not.toContain(after);
    // a code counts once, and the new address signs in to the same account
    expect(await confirmEmailChange({ code }, me)).toMatchObject({ reason: 'code-expired' });
    expect((await contextOf(test.database, after)).actor.person.id).toBe(me.actor.person.id);
  });

  it('that has an account is asked for like any other, and only its owner hears more', async () => {
    const taken = address();
    const owner = await makePerson(test.database, { email: taken, name: 'Fatima', locale: 'en' });
    const me = await contextOf(test.database, address());
    const free = await contextOf(test.database, address());
    await work();
    const answers = [await ask(me, taken), await ask(free, address())];
    expect(answers[0]).toEqual(answers[1]);
    await work();
    const [mail] = await mailsTo(taken);
    expect(mail?.subject).toBe('Somebody wanted to use your mail address');
    expect(`${mail?.subject ?? ''}${mail?.text ?? ''}`).not.toMatch(/\d{3} ?\d{3}/);
    const views = [me, free].map(async ({ actor }) => emailChangeView(test.database, actor, testNow));
    expect(await views[0]).toEqual(await views[1]);
    // also who guesses it right hears that it is wrong
    expect(await confirmEmailChange({ code: await codeFor(me) }, me)).toEqual({
      ok: false,
      reason: 'code-wrong',
      detail: { count: 4 },
    });
    expect(await confirmEmailChange({ code: 'x' }, free)).toEqual({
      ok: false,
      reason: 'code-wrong',
      detail: { count: 4 },
    });
    expect((await test.database.person.findUnique({ where: { email: taken } }))?.id).toBe(owner);
    expect((await lastOf(me)).confirmedAt).toBeNull();
  });

  it('needs somebody who signed in just now, also for the code, and the second step of who has one', async () => {
    const me = await contextOf(test.database, address());
    const late = { ...me, now: addMinutes(testNow, 16) };
    expect(await ask(late, address())).toEqual({ ok: false, reason: 'sign-in-again' });
    expect(await ask(me, address(), { now: addMinutes(testNow, 15) })).toEqual({ ok: true });
    expect(await confirmEmailChange({ code: await codeFor(me) }, late)).toEqual({ ok: false, reason: 'sign-in-again' });
    await test.database.authenticator.create({
      data: { personId: me.actor.person.id, sealedSecret: 'x', confirmedAt: testNow, createdAt: testNow },
    });
    expect(await ask(me, address())).toEqual({ ok: false, reason: 'second-factor-needed' });
    const shown = { ...me, actor: { ...me.actor, secondFactor: true } };
    expect(await ask(shown, address())).toEqual({ ok: true });
  });

  it('is not the same one, and not that of an invented person of the demo', async () => {
    const mine = address();
    const me = await contextOf(test.database, mine);
    expect(await ask(me, mine.toUpperCase())).toEqual({ ok: false, reason: 'email-same' });
    const invented = await contextOf(test.database, demoEmail('bewoner'));
    const inDemo = { ...invented, actor: { ...invented.actor, demo: true } };
    expect(await ask(inDemo, address())).toEqual({ ok: false, reason: 'demo-account-shared' });
  });

  it('can be asked for so often: by one person, for one mailbox, from one place', async () => {
    const me = await contextOf(test.database, address());
    for (let n = 0; n < 6; n += 1) expect(await ask(me, address())).toEqual({ ok: true });
    expect(await ask(me, address())).toMatchObject({ reason: 'too-many-codes', detail: { count: 60 } });
    expect(await ask(me, address(), { now: addMinutes(testNow, 14) })).toMatchObject({ detail: { count: 46 } });
    const mailbox = address();
    for (let n = 0; n < 6; n += 1)
      expect(await ask(await contextOf(test.database, address()), mailbox)).toEqual({ ok: true });
    expect(await ask(await contextOf(test.database, address()), mailbox)).toMatchObject({ reason: 'too-many-codes' });
    const [crowd, one] = [await contextOf(test.database, address()), await contextOf(test.database, address())];
    const requester = '198.51.100.7';
    await test.database.emailChange.createMany({
      data: Array.from({ length: 60 }, () => ({
        id: newId(),
        personId: crowd.actor.person.id,
        oldEmail: crowd.actor.person.email,
        newEmail: address(),
        requesterHash: requesterHash(secret, requester),
        createdAt: addMinutes(testNow, -30),
        expiresAt: addMinutes(testNow, -20),
      })),
    });
    expect(await ask(one, address(), { requester })).toMatchObject({
      reason: 'too-many-codes-here',
      detail: { count: 30 },
    });
    expect(await ask(one, address())).toEqual({ ok: true });
  });
});

describe('the code', () => {
  it('works five times wrong, ten minutes, and for the last address alone', async () => {
    const me = await contextOf(test.database, address());
    await ask(me, address());
    const first = await codeFor(me);
    await ask(me, address());
    expect(await confirmEmailChange({ code: first }, me)).toMatchObject({ reason: 'code-wrong' });
    for (const left of [3, 2, 1])
      expect(await confirmEmailChange({ code: '000000' }, me)).toMatchObject({ detail: { count: left } });
    const right = await codeFor(me);
    expect(await confirmEmailChange({ code: '000000' }, me)).toMatchObject({ reason: 'code-tried-too-often' });
    expect(await confirmEmailChange({ code: right }, me)).toMatchObject({ reason: 'code-tried-too-often' });
    expect((await emailChangeView(test.database, me.actor, testNow)).waiting).toBeNull();

    await ask(me, address());
    const late = { ...me, now: addMinutes(testNow, 10) };
    expect(await confirmEmailChange({ code: await codeFor(me) }, late)).toMatchObject({ reason: 'code-expired' });
  });

  it('of somebody else does nothing, nor one that was dropped', async () => {
    const me = await contextOf(test.database, address());
    const other = await contextOf(test.database, address());
    await ask(me, address());
    const code = await codeFor(me);
    expect(await confirmEmailChange({ code }, other)).toMatchObject({ reason: 'code-expired' });
    await dropEmailChange(me);
    expect(await confirmEmailChange({ code }, me)).toMatchObject({ reason: 'code-expired' });
  });

  it('counts once for who sends it twice at the same instant, and many guesses at once gain nothing', async () => {
    const me = await contextOf(test.database, address());
    await ask(me, address());
    const code = await codeFor(me);
    const both = await Promise.all([confirmEmailChange({ code }, me), confirmEmailChange({ code }, me)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const guesser = await contextOf(test.database, address());
    await ask(guesser, address());
    await Promise.all(Array.from({ length: 12 }, async () => confirmEmailChange({ code: '000000' }, guesser)));
    expect((await lastOf(guesser)).tries).toBe(5);
  });

  it('of two people for one mailbox counts for the first', async () => {
    const mailbox = address();
    const people = [await contextOf(test.database, address()), await contextOf(test.database, address())] as const;
    for (const me of people) await ask(me, mailbox);
    const codes = [await codeFor(people[0]), await codeFor(people[1])] as const;
    const answers = await Promise.all([
      confirmEmailChange({ code: codes[0] }, people[0]),
      confirmEmailChange({ code: codes[1] }, people[1]),
    ]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await test.database.person.count({ where: { email: mailbox } })).toBe(1);
  });
});

it('is kept as it was asked, and counts when it was confirmed', async () => {
  const me = await contextOf(test.database, address());
  const personId = me.actor.person.id;
  const asked = { personId, requesterHash: 'x', createdAt: testNow, expiresAt: addMinutes(testNow, 10) };
  const make = async (given: object) =>
    ruleOf(
      test.database.emailChange.create({
        data: { id: newId(), oldEmail: me.actor.person.email, newEmail: address(), ...asked, ...given },
      }),
    );
  expect(await make({ oldEmail: address() })).toBe('email_change_fits');
  expect(await make({ confirmedAt: testNow })).toBe('email_change_fits');
  expect(await make({ newEmail: 'Groot@wijkbeurs.example' })).toContain('email_change_lower');
  expect(await make({ newEmail: me.actor.person.email })).toContain('email_change_other');
  await ask(me, address());
  const { id } = await lastOf(me);
  const change = async (fields: object) => ruleOf(test.database.emailChange.update({ where: { id }, data: fields }));
  expect(await change({ newEmail: address() })).toBe('email_change_fixed');
  expect(await change({ expiresAt: addMinutes(testNow, 60) })).toBe('email_change_fixed');
  expect(await change({ confirmedAt: testNow })).toBe('email_change_counts');
});
