import { beforeEach, describe, expect, test } from 'vitest';
import { addMinutes } from '#app/kernel/instant.ts';
import { isSignedIn, type SignedIn } from '#app/modules/people/actor.ts';
import { deleteAccount } from '#app/modules/people/commands/delete-account.server.ts';
import { linkIdentity, unlinkIdentity } from '#app/modules/people/commands/link-identity.server.ts';
import { makeAccountByIdentity, signInByIdentity } from '#app/modules/people/commands/sign-in-by-identity.server.ts';
import { actorOfToken } from '#app/modules/people/queries/actor.query.server.ts';
import { myData } from '#app/modules/people/queries/my-data.query.server.ts';
import type { Context } from '#app/platform/database.server.ts';
import * as starting from '#app/routes/inloggen.identiteit.ts';
import * as firstTime from '#app/routes/inloggen.eerste-keer.tsx';
import * as returning from '#app/routes/inloggen.terug.ts';
import * as signing from '#app/routes/inloggen._index.tsx';
import * as entering from '#app/routes/inloggen.code.tsx';
import * as leaving from '#app/routes/uitloggen.tsx';
import * as left from '#app/routes/uitgelogd.tsx';
import * as security from '#app/routes/mijn.beveiliging._index.tsx';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { ProviderVisit } from '#tests/support/identity-provider.ts';
import { comeBack, goThrough, useProvider } from './at-the-provider.ts';
import { secret } from './signing-in.ts';
import { Browser, latestCodeOf, type Answer } from './visiting.ts';

const own = useTestDatabase();
const provider = useProvider();

beforeEach(async () => {
  provider.now.isDown = false;
  await own.database.$executeRaw`delete from person_identity`;
});

/** The session that a browser has, as who is signed in. */
async function actorIn(browser: Browser): Promise<SignedIn> {
  const actor = await actorOfToken(own.database, sessionOf(browser), { now: testNow, demo: false });
  if (!isSignedIn(actor)) throw new Error('not signed in');
  return actor;
}

/** What the cookie of the session holds, as Remix writes it. */
function sessionOf(browser: Browser): string | null {
  const value = browser.cookies.get('__Host-sessie');
  if (value === undefined) return null;
  return JSON.parse(Buffer.from(decodeURIComponent(value), 'base64').toString('utf8')) as string;
}

const contextOf = (actor: SignedIn): Context<SignedIn> & { secret: string } => ({
  ...{ actor, now: testNow, database: own.database, secret },
});

/** What the next page says. */
function said({ cookies }: Answer): string {
  const cookie = cookies.find((one) => one.startsWith('melding=')) ?? '';
  const [value = ''] = decodeURIComponent(cookie.replace(/^melding=/, '').split(';')[0] ?? '').split('.');
  return value === '' ? '' : (JSON.parse(Buffer.from(value, 'base64').toString('utf8')) as { message: string }).message;
}

/** A browser of somebody who made an account by the provider. */
async function newcomer(name: string): Promise<Browser> {
  const browser = provider.browser(own.database);
  expect((await goThrough(browser, name)).location).toBe('/inloggen/eerste-keer');
  await browser.post(firstTime.action, '/inloggen/eerste-keer', { intent: 'new' });
  return browser;
}

async function signInByMail(browser: Browser, email: string): Promise<Answer> {
  await browser.post(signing.action, '/inloggen', { email, naar: '' });
  return browser.post(entering.action, '/inloggen/code', { code: await latestCodeOf(own.database, email) });
}

describe('the first time', () => {
  test('makes an account with nothing but the identity', async () => {
    const browser = await newcomer('fatima');
    const { person, identityId } = await actorIn(browser);
    expect(identityId).toBeDefined();
    const row = await own.database.person.findUniqueOrThrow({
      where: { id: person.id },
      include: { identities: true },
    });
    expect(row).toMatchObject({
      name: '',
      email: `${person.id}@zonder-mail.invalid`,
      identities: [{ id: identityId }],
    });
    expect(JSON.stringify(row)).not.toMatch(/fatima|pairwise|1990/);
  });

  test('and the next time leads into that account, also when it is posted twice', async () => {
    const first = await newcomer('fatima');
    const again = provider.browser(own.database);
    const entered = await goThrough(again, 'fatima', { query: '?naar=/mijn/profiel' });
    expect(entered.location).toBe('/mijn/profiel');
    expect((await actorIn(again)).person.id).toBe((await actorIn(first)).person.id);
    const identity = await own.database.personIdentity.findFirstOrThrow();
    const input = { identity, userAgent: '', previousToken: null, locale: 'nl' } as const;
    const context = { database: own.database, now: testNow };
    const both = await Promise.all([makeAccountByIdentity(input, context), makeAccountByIdentity(input, context)]);
    expect(new Set(both.map((one) => one.ok && one.value.personId)).size).toBe(1);
  });

  test('two at the same moment make one account', async () => {
    const identity = { issuer: 'https://elders.example', subjectHash: 'ab'.repeat(32) };
    const input = { identity, userAgent: '', previousToken: null, locale: 'nl' } as const;
    const context = { database: own.database, now: testNow };
    const all = await Promise.all(Array.from({ length: 5 }, async () => makeAccountByIdentity(input, context)));
    expect(new Set(all.map((one) => one.ok && one.value.personId)).size).toBe(1);
  });

  test('a mail address that the provider tells of joins nothing', async () => {
    const personId = await makePerson(own.database, { email: 'joris@example.org' });
    const browser = await newcomer('joris');
    expect((await actorIn(browser)).person.id).not.toBe(personId);
    expect(await own.database.personIdentity.count({ where: { personId } })).toBe(0);
  });

  test('who has an account signs in by mail; what was shown before is forgotten, so that nobody else on the device gets it', async () => {
    const personId = await makePerson(own.database, { email: 'bekende@wijkbeurs.example' });
    const browser = provider.browser(own.database);
    await goThrough(browser, 'fatima', { query: '?naar=/mijn/acties' });
    const chosen = await browser.post(firstTime.action, '/inloggen/eerste-keer', { intent: 'link' });
    expect(chosen.location).toBe('/inloggen?naar=%2Fmijn%2Fbeveiliging');
    await signInByMail(browser, 'bekende@wijkbeurs.example');
    expect((await actorIn(browser)).person.id).toBe(personId);
    expect(await own.database.personIdentity.count({ where: { personId } })).toBe(0);
  });

  test('who signs in by mail after somebody else showed an identity here does not get it', async () => {
    const personId = await makePerson(own.database, { email: 'volgende@wijkbeurs.example' });
    const browser = provider.browser(own.database);
    await goThrough(browser, 'fatima');
    await signInByMail(browser, 'volgende@wijkbeurs.example');
    expect((await browser.get(firstTime.loader, '/inloggen/eerste-keer')).location).toBe('/inloggen');
    expect(await own.database.personIdentity.count({ where: { personId } })).toBe(0);
  });
});

describe('what comes back is refused', () => {
  const refusedWith = async (answer: Promise<Answer> | Answer, reason: string, browser: Browser) => {
    expect(said(await answer)).toBe(`people:refusal.${reason}?name=ProefID`);
    expect(sessionOf(browser)).toBeNull();
  };

  const away = async (browser: Browser) => {
    const { location } = await browser.get(starting.loader, '/inloggen/identiteit');
    return new ProviderVisit().signIn(location ?? '', 'fatima');
  };

  test('in another browser than was sent away', async () => {
    const back = await away(provider.browser(own.database));
    const other = provider.browser(own.database);
    await refusedWith(comeBack(other, back), 'identity-begin-again', other);
    // also when that browser was on its way itself
    await other.get(starting.loader, '/inloggen/identiteit');
    await refusedWith(comeBack(other, back), 'identity-failed', other);
  });

  test('a second time, also with the cookie of the first', async () => {
    const browser = provider.browser(own.database);
    const back = await away(browser);
    const held = new Map(browser.cookies);
    expect((await comeBack(browser, back)).location).toBe('/inloggen/eerste-keer');
    await refusedWith(comeBack(browser, back), 'identity-begin-again', browser);
    const thief = provider.browser(own.database);
    for (const [name, value] of held) thief.cookies.set(name, value);
    await refusedWith(comeBack(thief, back), 'identity-failed', thief);
  });

  test('after a quarter of an hour', async () => {
    const browser = provider.browser(own.database);
    const back = await away(browser);
    const late = new Browser(own.database, 'live', provider.settings(), addMinutes(testNow, 16));
    for (const [name, value] of browser.cookies) late.cookies.set(name, value);
    await refusedWith(comeBack(late, back), 'identity-begin-again', late);
  });

  test('with a cookie that was changed', async () => {
    const browser = provider.browser(own.database);
    const back = await away(browser);
    browser.cookies.set('__Host-inlog-elders', 'bWFkZSB1cA==');
    await refusedWith(comeBack(browser, back), 'identity-begin-again', browser);
  });

  test('when somebody stops there', async () => {
    const browser = provider.browser(own.database);
    await refusedWith(goThrough(browser, 'fatima', { what: 'stop' }), 'identity-cancelled', browser);
  });

  test('while the provider is down; mail still works', async () => {
    provider.now.isDown = true;
    const browser = provider.browser(own.database);
    await refusedWith(browser.get(starting.loader, '/inloggen/identiteit'), 'identity-down', browser);
    expect((await browser.get(signing.loader, '/inloggen')).data).toMatchObject({ wayIn: { isUp: false } });
    expect((await signInByMail(browser, 'gewoon@wijkbeurs.example')).location).toBe('/mijn');
  });

  test('where no provider is set up there is nothing', async () => {
    const browser = new Browser(own.database, 'live');
    expect((await browser.get(starting.loader, '/inloggen/identiteit')).status).toBe(404);
    expect((await browser.get(returning.loader, '/inloggen/terug?code=x&state=y')).status).toBe(404);
    expect((await browser.get(signing.loader, '/inloggen')).data).toMatchObject({ wayIn: null });
  });

  test('to another site afterwards', async () => {
    await newcomer('fatima');
    const entered = await goThrough(provider.browser(own.database), 'fatima', { query: '?naar=//elders.nl' });
    expect(entered.location).toBe('/mijn');
  });
});

describe('a session', () => {
  test('from before is worth nothing afterwards', async () => {
    await newcomer('fatima');
    const browser = provider.browser(own.database);
    await signInByMail(browser, 'eerder@wijkbeurs.example');
    const before = sessionOf(browser);
    await goThrough(browser, 'fatima');
    expect(sessionOf(browser)).not.toBe(before);
    expect(isSignedIn(await actorOfToken(own.database, before, { now: testNow, demo: false }))).toBe(false);
  });

  test('that ends is said to go on at the provider, with a link to end it there', async () => {
    const browser = await newcomer('fatima');
    expect((await browser.post(leaving.action, '/uitloggen', {})).location).toBe('/uitgelogd');
    const page = (await browser.get(left.loader, '/uitgelogd')).data as { href: string };
    expect(page.href).toMatch(/\/session\/end\?.*post_logout_redirect_uri=https%3A%2F%2Fwijkbeurs\.example%2F/);
    expect(page.href).not.toContain('id_token');
    const byMail = provider.browser(own.database);
    await signInByMail(byMail, 'uit@wijkbeurs.example');
    expect((await byMail.post(leaving.action, '/uitloggen', {})).location).toBe('/');
  });
});

describe('linking from one’s own page', () => {
  const keyOf = async (browser: Browser) => {
    const { data } = await browser.get(security.loader, '/mijn/beveiliging');
    return (data as { provider: { linkKey: string } }).provider.linkKey;
  };
  const query = async (browser: Browser) => `?${new URLSearchParams({ koppel: await keyOf(browser) }).toString()}`;

  test('lets in by both, and can be taken away again', async () => {
    const browser = provider.browser(own.database);
    await signInByMail(browser, 'koppelt@wijkbeurs.example');
    const linked = await goThrough(browser, 'joris', { query: await query(browser) });
    expect([linked.location, said(linked)]).toEqual(['/mijn/beveiliging', 'people:identity.linked?name=ProefID']);
    const { person, identityId } = await actorIn(browser);
    const elsewhere = provider.browser(own.database);
    await goThrough(elsewhere, 'joris');
    expect((await actorIn(elsewhere)).person.id).toBe(person.id);
    await browser.post(security.action, '/mijn/beveiliging', {
      intent: 'remove-identity',
      identityId: identityId ?? '',
    });
    expect(await own.database.personIdentity.count()).toBe(0);
    // here one stays signed in; whoever came in by it elsewhere does not
    expect((await actorIn(browser)).identityId).toBeUndefined();
    await expect(actorIn(elsewhere)).rejects.toThrow('not signed in');
    expect((await goThrough(elsewhere, 'joris')).location).toBe('/inloggen/eerste-keer');
  });

  test('is not begun by another site, nor by who signed in long ago', async () => {
    const browser = provider.browser(own.database);
    await signInByMail(browser, 'langgeleden@wijkbeurs.example');
    const other = provider.browser(own.database);
    await signInByMail(other, 'iemandanders@wijkbeurs.example');
    const forged = await browser.get(starting.loader, `/inloggen/identiteit${await query(other)}`);
    expect(said(forged)).toBe('people:refusal.sign-in-again?name=ProefID');
    const key = await query(browser);
    const later = new Browser(own.database, 'live', provider.settings(), addMinutes(testNow, 20));
    for (const [name, value] of browser.cookies) later.cookies.set(name, value);
    expect(said(await later.get(starting.loader, `/inloggen/identiteit${key}`))).toBe(
      'people:refusal.sign-in-again?name=ProefID',
    );
  });

  test('goes to who began it, or to nobody', async () => {
    const browser = provider.browser(own.database);
    await signInByMail(browser, 'begint@wijkbeurs.example');
    const { location } = await browser.get(starting.loader, `/inloggen/identiteit${await query(browser)}`);
    const back = await new ProviderVisit().signIn(location ?? '', 'joris');
    await signInByMail(browser, 'ander@wijkbeurs.example');
    expect(said(await comeBack(browser, back))).toBe('people:refusal.sign-in-again?name=ProefID');
    expect(await own.database.personIdentity.count()).toBe(0);
  });

  test('an identity belongs to one account, and an account to one identity of a provider', async () => {
    const owner = await newcomer('fatima');
    const browser = provider.browser(own.database);
    await signInByMail(browser, 'tweede@wijkbeurs.example');
    expect(said(await goThrough(browser, 'fatima', { query: await query(browser) }))).toBe(
      'people:refusal.identity-of-another?name=ProefID',
    );
    const { issuer, subjectHash } = await own.database.personIdentity.findFirstOrThrow();
    const another = { issuer, subjectHash: 'cd'.repeat(32) };
    const mine = contextOf(await actorIn(owner));
    expect(await linkIdentity(another, mine)).toEqual({ ok: false, reason: 'identity-exists' });
    expect(await linkIdentity({ issuer, subjectHash }, mine)).toEqual({ ok: true });
  });

  test('the only way in stays', async () => {
    const actor = await actorIn(await newcomer('fatima'));
    const { id: identityId } = await own.database.personIdentity.findFirstOrThrow();
    expect(await unlinkIdentity({ identityId }, contextOf(actor))).toEqual({
      ok: false,
      reason: 'identity-only-way-in',
    });
    const other = contextOf(await actorIn(await newcomer('joris')));
    await own.database.person.update({ where: { id: other.actor.person.id }, data: { email: 'joris-zelf@x.example' } });
    // somebody else's is unknown here
    expect(await unlinkIdentity({ identityId }, other)).toEqual({ ok: false, reason: 'identity-not-linked' });
  });

  test('it is taken away by who signed in just now, as it is linked', async () => {
    const actor = await actorIn(await newcomer('fatima'));
    await own.database.person.update({ where: { id: actor.person.id }, data: { email: 'fatima-zelf@x.example' } });
    const { id: identityId } = await own.database.personIdentity.findFirstOrThrow();
    const later = { ...contextOf(actor), now: addMinutes(testNow, 16) };
    expect(await unlinkIdentity({ identityId }, later)).toEqual({ ok: false, reason: 'sign-in-again' });
    expect(await unlinkIdentity({ identityId }, contextOf(actor))).toMatchObject({ ok: true });
  });

  test('who has a second step shows it first', async () => {
    const personId = await makePerson(own.database, { email: 'tweestaps@wijkbeurs.example' });
    const passkey = { id: personId, personId, name: 'x', credentialId: personId, publicKey: Buffer.from('x') };
    await own.database.passkey.create({ data: { ...passkey, counter: 0n, createdAt: testNow } });
    const browser = provider.browser(own.database);
    await signInByMail(browser, 'tweestaps@wijkbeurs.example');
    expect(said(await browser.get(starting.loader, `/inloggen/identiteit${await query(browser)}`))).toBe(
      'people:refusal.second-factor-needed?name=ProefID',
    );
  });
});

test('one’s data name the provider and not who one is there; deleting the account takes it away', async () => {
  const actor = await actorIn(await newcomer('fatima'));
  const { issuer, subjectHash } = await own.database.personIdentity.findFirstOrThrow();
  const mine = await myData(own.database, actor, testNow);
  expect(mine.identities).toMatchObject([{ issuer }]);
  expect(JSON.stringify(mine)).not.toContain(subjectHash);
  expect(await deleteAccount({ confirmation: 'verwijder' }, contextOf(actor))).toMatchObject({ ok: true });
  expect(await own.database.personIdentity.count()).toBe(0);
  const context = { database: own.database, now: testNow };
  expect(
    await signInByIdentity({ identity: { issuer, subjectHash }, userAgent: '', previousToken: null }, context),
  ).toEqual({
    ok: false,
    reason: 'identity-unknown',
  });
});

test('nobody is linked while the account is being removed: the database takes it away whoever removes it', async () => {
  const actor = await actorIn(await newcomer('fatima'));
  await own.database.person.update({ where: { id: actor.person.id }, data: { deletedAt: testNow } });
  expect(await own.database.personIdentity.count()).toBe(0);
  const identity = { issuer: 'https://elders.example', subjectHash: 'ef'.repeat(32) };
  expect(await linkIdentity(identity, contextOf(actor))).toEqual({ ok: false, reason: 'sign-in-again' });
});
