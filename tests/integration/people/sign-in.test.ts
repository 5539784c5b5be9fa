import { describe, expect, it } from 'vitest';
import { addMinutes } from '#app/kernel/instant.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { requestCode } from '#app/modules/people/commands/request-code.server.ts';
import { signIn } from '#app/modules/people/commands/sign-in.server.ts';
import { signInDemo } from '#app/modules/people/commands/sign-in-demo.server.ts';
import { endOtherSessions, endSession, signOut } from '#app/modules/people/commands/sign-out.server.ts';
import { codesPerEmail, codesPerRequester, sessionDays, triesPerCode } from '#app/modules/people/sign-in-code.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { actorOf, askCode, browser, contextOf, queued, secret, signInAs } from './signing-in.ts';

const test = useTestDatabase();
const context = (now = testNow) => ({ database: test.database, now, secret });
const notThe = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('a code by mail', () => {
  it('lets somebody in, and makes the account the first time', async () => {
    const asked = await askCode(test.database, 'Nieuw@Wijkbeurs.example');
    const first = await signIn({ ...asked, ...browser }, context());
    expect(first).toMatchObject({ ok: true, value: { isNew: true } });
    const again = await askCode(test.database, 'nieuw@wijkbeurs.example');
    const second = await signIn({ ...again, ...browser }, context());
    expect(second).toMatchObject({ ok: true, value: { isNew: false, personId: first.ok ? first.value.personId : '' } });
    expect((await test.database.person.findMany({ where: { email: { contains: 'nieuw@' } } })).length).toBe(1);
  });

  it('may be typed with spaces and dashes', async () => {
    const asked = await askCode(test.database, 'spaties@wijkbeurs.example');
    const typed = ` ${asked.code.slice(0, 3)}-${asked.code.slice(3)} `;
    expect(await signIn({ ...asked, ...browser, code: typed }, context())).toMatchObject({ ok: true });
  });

  it('gives the same answer whether or not anybody has the address', async () => {
    await makePerson(test.database, { email: 'bekend@wijkbeurs.example' });
    const before = (await queued(test.database, 'mail-sign-in-code')).length;
    const known = await requestCode(
      { email: 'bekend@wijkbeurs.example', locale: 'nl', requester: '192.0.2.7' },
      context(),
    );
    const unknown = await requestCode(
      { email: 'onbekend@wijkbeurs.example', locale: 'nl', requester: '192.0.2.7' },
      context(),
    );
    expect([known, unknown].map((outcome) => outcome.ok && isId(outcome.value))).toEqual([true, true]);
    expect(Object.keys(known)).toEqual(Object.keys(unknown));
    expect((await queued(test.database, 'mail-sign-in-code')).length).toBe(before + 2);
    expect(await test.database.person.count({ where: { email: 'onbekend@wijkbeurs.example' } })).toBe(0);
  });

  it('stands neither in the database nor in the queue', async () => {
    const { codeId, code } = await askCode(test.database, 'geheim@wijkbeurs.example');
    const row = await test.database.signInCode.findUniqueOrThrow({ where: { id: codeId } });
    expect(JSON.stringify(row)).not.toContain(code);
    expect(await queued(test.database, 'mail-sign-in-code')).toContainEqual({ codeId });
  });

  it('is refused when wrong, and stops working after five wrong tries', async () => {
    const asked = await askCode(test.database, 'fout@wijkbeurs.example');
    const wrong = { ...asked, ...browser, code: notThe(asked.code) };
    expect(await signIn(wrong, context())).toEqual({
      ok: false,
      reason: 'code-wrong',
      detail: { count: triesPerCode - 1 },
    });
    for (let tries = 2; tries < triesPerCode; tries += 1) await signIn(wrong, context());
    expect(await signIn(wrong, context())).toMatchObject({ ok: false, reason: 'code-tried-too-often' });
    expect(await signIn({ ...asked, ...browser }, context())).toMatchObject({
      ok: false,
      reason: 'code-tried-too-often',
    });
  });

  it('counts tries that come at the same instant', async () => {
    const asked = await askCode(test.database, 'raden@wijkbeurs.example');
    const guesses = Array.from({ length: 20 }, async () =>
      signIn({ ...asked, ...browser, code: notThe(asked.code) }, context()),
    );
    const wrong = (await Promise.all(guesses)).filter((guess) => !guess.ok && guess.reason === 'code-wrong');
    expect(wrong.length).toBe(triesPerCode - 1);
    expect(await signIn({ ...asked, ...browser }, context())).toMatchObject({
      ok: false,
      reason: 'code-tried-too-often',
    });
  });

  it('expires after ten minutes', async () => {
    const asked = await askCode(test.database, 'laat@wijkbeurs.example');
    expect(await signIn({ ...asked, ...browser }, context(addMinutes(testNow, 10)))).toMatchObject({
      ok: false,
      reason: 'code-expired',
    });
    expect(await signIn({ ...asked, ...browser }, context(addMinutes(testNow, 9)))).toMatchObject({ ok: true });
  });

  it('works once, also when it is posted twice at once', async () => {
    const asked = await askCode(test.database, 'dubbel@wijkbeurs.example');
    const both = await Promise.all([1, 2].map(async () => signIn({ ...asked, ...browser }, context())));
    expect(both.filter(({ ok }) => ok).length).toBe(1);
    expect(await signIn({ ...asked, ...browser }, context())).toMatchObject({ ok: false, reason: 'code-used' });
    const person = await test.database.person.findUniqueOrThrow({
      where: { email: asked.email },
      include: { sessions: true },
    });
    expect(person.sessions.length).toBe(1);
  });

  it('belongs to one address and one request', async () => {
    const mine = await askCode(test.database, 'een@wijkbeurs.example');
    const other = await askCode(test.database, 'twee@wijkbeurs.example');
    expect(await signIn({ ...mine, ...browser, email: other.email }, context())).toMatchObject({
      ok: false,
      reason: 'code-unknown',
    });
    expect(await signIn({ ...mine, ...browser, codeId: newId() }, context())).toMatchObject({
      ok: false,
      reason: 'code-unknown',
    });
    expect(await signIn({ ...mine, ...browser, codeId: "1' or 1=1" }, context())).toMatchObject({
      ok: false,
      reason: 'code-unknown',
    });
    expect(await signIn({ ...other, ...browser, code: mine.code }, context())).toMatchObject({
      ok: false,
      reason: 'code-wrong',
    });
  });

  it('is sent a limited number of times to one address, and says how long to wait', async () => {
    const email = 'vol@wijkbeurs.example';
    const ask = async (requester: string, now = testNow) =>
      requestCode({ email, locale: 'nl', requester }, context(now));
    const outcomes = await Promise.all(
      Array.from({ length: codesPerEmail + 4 }, async (_, n) => ask(`198.51.100.${String(n)}`)),
    );
    expect(outcomes.filter(({ ok }) => ok).length).toBe(codesPerEmail);
    expect(await ask('198.51.100.99', addMinutes(testNow, 20))).toEqual({
      ok: false,
      reason: 'too-many-codes',
      detail: { count: 40 },
    });
    expect(await ask('198.51.100.99', addMinutes(testNow, 61))).toMatchObject({ ok: true });
  });

  it('is sent a limited number of times from one network address', async () => {
    const ask = async (n: number) =>
      requestCode({ email: `veel-${String(n)}@wijkbeurs.example`, locale: 'nl', requester: '203.0.113.5' }, context());
    for (let n = 0; n < codesPerRequester; n += 1) expect((await ask(n)).ok).toBe(true);
    expect(await ask(codesPerRequester)).toMatchObject({ ok: false, reason: 'too-many-codes-here' });
  });
});

describe('a session', () => {
  it('is known by its token only, and the token is not kept', async () => {
    const token = await signInAs(test.database, 'sessie@wijkbeurs.example');
    expect((await actorOf(test.database, token)).person?.email).toBe('sessie@wijkbeurs.example');
    expect((await actorOf(test.database, `${token}x`)).person).toBeNull();
    expect(await test.database.session.count({ where: { tokenHash: token } })).toBe(0);
  });

  it('ends after thirty days', async () => {
    const token = await signInAs(test.database, 'dertig@wijkbeurs.example');
    const day = 24 * 60;
    expect((await actorOf(test.database, token, addMinutes(testNow, sessionDays * day - 1))).person).not.toBeNull();
    expect((await actorOf(test.database, token, addMinutes(testNow, sessionDays * day))).person).toBeNull();
  });

  it('is replaced by signing in again in the same browser', async () => {
    const before = await signInAs(test.database, 'wissel@wijkbeurs.example');
    const asked = await askCode(test.database, 'wissel@wijkbeurs.example');
    const after = await signIn({ ...asked, ...browser, previousToken: before }, context());
    expect((await actorOf(test.database, before)).person).toBeNull();
    expect((await actorOf(test.database, after.ok ? after.value.token : '')).person).not.toBeNull();
  });

  it('ends by signing out', async () => {
    const token = await signInAs(test.database, 'weg@wijkbeurs.example');
    await signOut(token, test);
    expect((await actorOf(test.database, token)).person).toBeNull();
    await signOut(null, test);
  });

  it('of somebody else cannot be ended', async () => {
    const mine = await contextOf(test.database, 'ik@wijkbeurs.example');
    const other = await contextOf(test.database, 'ander@wijkbeurs.example');
    const forged = await endSession({ sessionId: other.actor.sessionId ?? '' }, mine);
    expect(forged).toMatchObject({ ok: false, reason: 'session-unknown' });
    expect(await endSession({ sessionId: 'niks' }, mine)).toMatchObject({ ok: false, reason: 'session-unknown' });
    await endOtherSessions(mine);
    expect(await test.database.session.count({ where: { id: other.actor.sessionId ?? '' } })).toBe(1);
    expect(await test.database.session.count({ where: { id: mine.actor.sessionId ?? '' } })).toBe(1);
  });
});

describe('people of the demo', () => {
  it('can be chosen in demo mode, and not outside it', async () => {
    await makePerson(test.database, { email: 'beheerder@wijkbeurs.example', name: 'Demo' });
    const demo = { database: test.database, now: testNow };
    const entered = await signInDemo({ account: 'beheerder', ...browser }, { ...demo, demo: true });
    expect((await actorOf(test.database, entered.ok ? entered.value.token : '')).person?.name).toBe('Demo');
    const outside = await signInDemo({ account: 'beheerder', ...browser }, { ...demo, demo: false });
    expect(outside).toMatchObject({ ok: false, reason: 'demo-account-unknown' });
    const other = await signInDemo({ account: 'ik', ...browser }, { ...demo, demo: true });
    expect(other).toMatchObject({ ok: false, reason: 'demo-account-unknown' });
  });
});
