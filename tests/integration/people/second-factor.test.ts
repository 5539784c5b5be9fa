import { TOTP, Secret } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { addMinutes } from '#app/kernel/instant.ts';
import { addPasskey, offerPasskey } from '#app/modules/people/commands/add-passkey.server.ts';
import {
  beginAuthenticator,
  confirmAuthenticator,
  renewBackupCodes,
} from '#app/modules/people/commands/set-up-authenticator.server.ts';
import {
  removeAuthenticator,
  removePasskey,
  resetSecondFactor,
} from '#app/modules/people/commands/remove-second-factor.server.ts';
import { showPasskey } from '#app/modules/people/commands/show-passkey.server.ts';
import { showSecondFactor } from '#app/modules/people/commands/show-second-factor.server.ts';
import { relyingPartyOf } from '#app/modules/people/passkey.server.ts';
import { hasRole } from '#app/modules/people/policy.ts';
import { actorOfToken } from '#app/modules/people/queries/actor.query.server.ts';
import { authenticatorSetup } from '#app/modules/people/queries/security.query.server.ts';
import { secondFactorTries } from '#app/modules/people/sign-in-code.ts';
import * as app from '#app/routes/mijn.beveiliging.app.tsx';
import * as security from '#app/routes/mijn.beveiliging._index.tsx';
import { newId } from '#app/kernel/ids.ts';
import { makeBody, makeMembership, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { actorOf, contextOf, queued, secret, signInAs } from './signing-in.ts';
import { browserOf } from './visiting.ts';

const test = useTestDatabase();
const site = relyingPartyOf('https://wijkbeurs.example');

type Someone = Awaited<ReturnType<typeof contextOf>>;

/** Somebody with an authenticator app, and what that app shows at a moment. */
async function withApp(
  email: string,
): Promise<{ context: Someone; codeAt: (at: Date) => string; backupCodes: string[] }> {
  const context = await contextOf(test.database, email);
  expect(await beginAuthenticator(context)).toMatchObject({ ok: true });
  const setup = await authenticatorSetup(test.database, context.actor, secret);
  if (setup === null || setup === 'confirmed') throw new Error('nothing to set up');
  const key = Secret.fromBase32(setup.secret.replaceAll(' ', ''));
  const codeAt = (at: Date) => TOTP.generate({ secret: key, timestamp: at.getTime() });
  const confirmed = await confirmAuthenticator({ code: codeAt(testNow) }, context);
  return { context, codeAt, backupCodes: confirmed.ok ? confirmed.value : [] };
}

describe('an authenticator app', () => {
  it('counts once its first code was seen, and gives ten backup codes', async () => {
    const context = await contextOf(test.database, 'app@wijkbeurs.example');
    expect(await showSecondFactor({ code: '123456' }, context)).toMatchObject({
      ok: false,
      reason: 'no-second-factor',
    });
    await beginAuthenticator(context);
    expect(await showSecondFactor({ code: '123456' }, context)).toMatchObject({
      ok: false,
      reason: 'no-second-factor',
    });
    expect(await confirmAuthenticator({ code: '12' }, context)).toMatchObject({ ok: false, reason: 'app-code-wrong' });
    const { backupCodes } = await withApp('app@wijkbeurs.example');
    expect(new Set(backupCodes).size).toBe(10);
    expect(await beginAuthenticator({ ...context, actor: { ...context.actor, secondFactor: true } })).toMatchObject({
      ok: false,
      reason: 'app-exists',
    });
  });

  it('keeps its secret encrypted, and backup codes hashed', async () => {
    const { context, backupCodes } = await withApp('versleuteld@wijkbeurs.example');
    const stored = JSON.stringify([
      await test.database.authenticator.findUnique({ where: { personId: context.actor.person.id } }),
      await test.database.backupCode.findMany({ where: { personId: context.actor.person.id } }),
    ]);
    for (const code of backupCodes) expect(stored).not.toContain(code);
    expect(await authenticatorSetup(test.database, context.actor, secret)).toBe('confirmed');
  });

  it('opens the roles that need it, for twelve hours and for that session only', async () => {
    const email = 'voorzitter-app@wijkbeurs.example';
    const { codeAt } = await withApp(email);
    const person = await test.database.person.findUniqueOrThrow({ where: { email } });
    await makeMembership(test.database, { personId: person.id, bodyId: await makeBody(test.database), role: 'chair' });
    const token = await signInAs(test.database, email);
    const later = addMinutes(testNow, 5);
    const before = await actorOfToken(test.database, token, { now: later, demo: false });
    expect(hasRole('chair')(before)).toMatchObject({ ok: false, reason: 'second-factor-needed' });
    expect(hasRole('chair')(await actorOf(test.database, token, later, true))).toMatchObject({ ok: true });

    const shown = await showSecondFactor(
      { code: codeAt(later) },
      {
        ...(await contextOf(test.database, email)),
        now: later,
        actor: { ...before, person: { ...person, locale: 'nl' } },
      },
    );
    expect(shown).toMatchObject({ ok: true });
    expect(hasRole('chair')(await actorOf(test.database, token, addMinutes(later, 12 * 60 - 1)))).toMatchObject({
      ok: true,
    });
    expect(hasRole('chair')(await actorOf(test.database, token, addMinutes(later, 12 * 60)))).toMatchObject({
      reason: 'second-factor-needed',
    });
    const elsewhere = await signInAs(test.database, email);
    expect(hasRole('chair')(await actorOf(test.database, elsewhere, later))).toMatchObject({
      reason: 'second-factor-needed',
    });
  });

  it('takes each code once', async () => {
    const { context, codeAt } = await withApp('eenmaal@wijkbeurs.example');
    const later = addMinutes(testNow, 3);
    const both = await Promise.all(
      [1, 2].map(async () => showSecondFactor({ code: codeAt(later) }, { ...context, now: later })),
    );
    expect(both.filter(({ ok }) => ok).length).toBe(1);
    // the code with which it was set up is used too
    expect(await showSecondFactor({ code: codeAt(testNow) }, context)).toMatchObject({ ok: false });
  });

  it('closes for a while after too many wrong codes, also when they come at once', async () => {
    const { context, codeAt } = await withApp('vaak@wijkbeurs.example');
    const later = addMinutes(testNow, 2);
    const guesses = Array.from({ length: 12 }, async () =>
      showSecondFactor({ code: '000000' }, { ...context, now: later }),
    );
    const wrong = (await Promise.all(guesses)).filter(
      (guess) => !guess.ok && guess.reason === 'second-factor-code-wrong',
    );
    expect(wrong.length).toBeLessThanOrEqual(secondFactorTries);
    expect(await showSecondFactor({ code: codeAt(later) }, { ...context, now: later })).toMatchObject({
      ok: false,
      reason: 'too-many-tries',
    });
    const afterPause = addMinutes(later, 16);
    expect(await showSecondFactor({ code: codeAt(afterPause) }, { ...context, now: afterPause })).toMatchObject({
      ok: true,
    });
  });

  it('can be replaced by a backup code, each of which works once and for its owner only', async () => {
    const { context, backupCodes } = await withApp('reserve@wijkbeurs.example');
    const other = await withApp('ander-reserve@wijkbeurs.example');
    const [code = '', second = ''] = backupCodes;
    expect(await showSecondFactor({ code }, other.context)).toMatchObject({ ok: false });
    expect(await showSecondFactor({ code: code.toUpperCase() }, context)).toMatchObject({ ok: true });
    expect(await showSecondFactor({ code }, context)).toMatchObject({ ok: false, reason: 'second-factor-code-wrong' });
    const renewed = await renewBackupCodes({ ...context, actor: { ...context.actor, secondFactor: true } });
    expect(renewed).toMatchObject({ ok: true });
    expect(await showSecondFactor({ code: second }, context)).toMatchObject({ ok: false });
  });

  it('is not added, removed or renewed with a stolen session', async () => {
    const { context } = await withApp('gestolen@wijkbeurs.example');
    const thief = await contextOf(test.database, 'gestolen@wijkbeurs.example', { secondFactor: false });
    const refusal = { ok: false, reason: 'second-factor-needed' };
    expect(await beginAuthenticator(thief)).toMatchObject(refusal);
    expect(await removeAuthenticator(thief)).toMatchObject(refusal);
    expect(await renewBackupCodes(thief)).toMatchObject(refusal);
    expect(await offerPasskey({ ...thief, site })).toMatchObject(refusal);
    expect(await removePasskey({ passkeyId: newId() }, thief)).toMatchObject(refusal);
    expect(await removeAuthenticator({ ...context, actor: { ...context.actor, secondFactor: true } })).toMatchObject({
      ok: true,
    });
    expect(await test.database.backupCode.count({ where: { personId: context.actor.person.id } })).toBe(0);
  });
});

describe('a passkey', () => {
  it('is refused when its answer makes no sense, and a challenge is answered once', async () => {
    const context = { ...(await contextOf(test.database, 'sleutel@wijkbeurs.example')), site };
    const options = await offerPasskey(context);
    expect(options).toMatchObject({
      ok: true,
      value: { rp: { id: 'wijkbeurs.example' }, user: { name: 'sleutel@wijkbeurs.example' } },
    });
    const nonsense = {
      id: 'x',
      rawId: 'x',
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON: 'e30', attestationObject: 'AA' },
    } as const;
    expect(await addPasskey({ name: 'telefoon', response: nonsense }, context)).toMatchObject({
      ok: false,
      reason: 'passkey-not-verified',
    });
    const session = await test.database.session.findUniqueOrThrow({ where: { id: context.actor.sessionId ?? '' } });
    expect(session.challenge).toBeNull();
    const answer = {
      ...nonsense,
      response: { clientDataJSON: 'e30', authenticatorData: 'AA', signature: 'AA' },
    } as const;
    expect(await showPasskey({ response: answer }, context)).toMatchObject({
      ok: false,
      reason: 'passkey-not-verified',
    });
  });
});

describe('a lost second factor', () => {
  it('is taken away by an administrator, who cannot do so for themselves', async () => {
    const { context } = await withApp('kwijt@wijkbeurs.example');
    const admin = await contextOf(test.database, 'baas@wijkbeurs.example');
    const personId = context.actor.person.id;
    expect(await resetSecondFactor({ personId }, admin)).toMatchObject({ ok: false, reason: 'role-needed' });
    const bodyId = await makeBody(test.database, { slug: 'programmabureau', kind: 'programme' });
    await makeMembership(test.database, { personId: admin.actor.person.id, bodyId, role: 'administrator' });
    const withRole = await contextOf(test.database, 'baas@wijkbeurs.example', { secondFactor: true });
    expect(await resetSecondFactor({ personId: admin.actor.person.id }, withRole)).toMatchObject({
      ok: false,
      reason: 'not-yourself',
    });
    expect(await resetSecondFactor({ personId: 'x' }, withRole)).toMatchObject({ ok: false, reason: 'person-unknown' });
    expect(
      await resetSecondFactor({ personId }, { ...withRole, actor: { ...withRole.actor, secondFactor: false } }),
    ).toMatchObject({ reason: 'second-factor-needed' });
    expect(await resetSecondFactor({ personId }, withRole)).toMatchObject({ ok: true });
    expect(await test.database.authenticator.count({ where: { personId } })).toBe(0);
    expect(await test.database.session.count({ where: { personId } })).toBe(0);
    expect(await queued(test.database, 'mail-security-change')).toContainEqual({ personId, change: 'reset' });
  });
});

describe('setting up a second factor', () => {
  it('leads back to the page that asked for it', async () => {
    const { browser } = await browserOf(test.database, 'terug@wijkbeurs.example');
    const asked = '/mijn/beveiliging?naar=%2Fbeheer%2Frollen%3Fp%3D1';
    expect((await browser.get(security.loader, asked)).data).toMatchObject({ path: '/beheer/rollen?p=1' });
    const begun = await browser.post(security.action, asked, { intent: 'begin-app' });
    expect(begun.location).toBe('/mijn/beveiliging/app?naar=%2Fbeheer%2Frollen%3Fp%3D1');
    expect((await browser.get(app.loader, begun.location ?? '')).data).toMatchObject({ path: '/beheer/rollen?p=1' });
    const elsewhere = await browser.get(app.loader, '/mijn/beveiliging/app?naar=//elders.nl');
    expect(elsewhere.data).toMatchObject({ path: '/mijn/beveiliging' });
  });
});
