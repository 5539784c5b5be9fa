import { describe, expect, it } from 'vitest';
import { codesPerEmail } from '#app/modules/people/sign-in-code.ts';
import * as administration from '#app/routes/beheer._index.tsx';
import * as roles from '#app/routes/beheer.rollen.tsx';
import * as settings from '#app/routes/beheer.instellingen.tsx';
import * as demo from '#app/routes/demo._index.tsx';
import * as demoPost from '#app/routes/demo.post.tsx';
import * as askForCode from '#app/routes/inloggen._index.tsx';
import * as enterCode from '#app/routes/inloggen.code.tsx';
import * as mine from '#app/routes/mijn._index.tsx';
import * as passkey from '#app/routes/mijn.beveiliging.sleutel.tsx';
import * as security from '#app/routes/mijn.beveiliging._index.tsx';
import * as data from '#app/routes/mijn.gegevens._index.tsx';
import * as download from '#app/routes/mijn.gegevens.download.tsx';
import * as organisations from '#app/routes/mijn.organisaties.tsx';
import * as profile from '#app/routes/mijn.profiel.tsx';
import * as language from '#app/routes/taal.tsx';
import * as signOut from '#app/routes/uitloggen.tsx';
import { makeBody, makeMembership, makePerson } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { Browser, browserOf, latestCodeOf } from './visiting.ts';

const test = useTestDatabase();

const latestCode = async (email: string) => latestCodeOf(test.database, email);
const signedIn = async (email: string, given?: { mode?: 'demo' | 'live'; naar?: string }) =>
  browserOf(test.database, email, given);

describe('signing in', () => {
  it('leads from a page that needs it through two plain forms back to that page', async () => {
    const browser = new Browser(test.database, 'live');
    const turned = await browser.get(profile.loader, '/mijn/profiel');
    expect(turned.location).toBe('/inloggen?naar=%2Fmijn%2Fprofiel');
    expect((await browser.get(askForCode.loader, turned.location ?? '')).data).toMatchObject({
      path: '/mijn/profiel',
      wasSignedIn: false,
    });
    const asked = await browser.post(askForCode.action, '/inloggen', {
      email: ' Heen@wijkbeurs.example',
      naar: '/mijn/profiel',
    });
    expect(asked).toMatchObject({ status: 303, location: '/inloggen/code' });
    expect((await browser.get(enterCode.loader, '/inloggen/code')).data).toMatchObject({
      email: 'heen@wijkbeurs.example',
    });
    const wrong = await browser.post(enterCode.action, '/inloggen/code', { code: 'onzin' });
    expect(wrong).toMatchObject({
      status: 422,
      data: { initialValue: { code: 'onzin' }, error: { code: ['people:refusal.code-wrong?count=4'] } },
    });
    const entered = await browser.post(enterCode.action, '/inloggen/code', {
      code: await latestCode('heen@wijkbeurs.example'),
    });
    expect(entered).toMatchObject({ status: 303, location: '/mijn/profiel' });
    expect((await browser.get(profile.loader, '/mijn/profiel')).status).toBe(200);
  });

  it('sends a code again, or says only why not, and knows the way back to a code that is under way', async () => {
    const browser = new Browser(test.database, 'live');
    expect((await browser.get(askForCode.loader, '/inloggen')).data).toMatchObject({ hasAskedCode: false });
    await browser.post(askForCode.action, '/inloggen', { email: 'steeds@wijkbeurs.example' });
    expect((await browser.get(askForCode.loader, '/inloggen')).data).toMatchObject({ hasAskedCode: true });
    for (let codes = 1; codes < codesPerEmail; codes += 1)
      expect((await browser.post(enterCode.action, '/inloggen/code', { intent: 'again' })).status).toBe(303);
    const tooMany = await browser.post(enterCode.action, '/inloggen/code', { intent: 'again' });
    expect(tooMany).toMatchObject({ status: 422 });
    expect((tooMany.data as { error: unknown }).error).toEqual({ '': ['people:refusal.too-many-codes?count=60'] });
  });

  it('gives a cookie that scripts and other sites cannot use', async () => {
    const { entered } = await signedIn('koekje@wijkbeurs.example');
    const cookie = entered.cookies.find((text) => text.startsWith('__Host-sessie='));
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=2592000'])
      expect(cookie).toContain(part);
  });

  it.each([
    ['a', '//elders.nl'],
    ['b', 'https://elders.nl/mijn'],
    ['c', '/\\elders.nl'],
    ['d', '/inloggen'],
  ])('never leads elsewhere (%s: %s)', async (name, naar) => {
    const { entered } = await signedIn(`weg-${name}@wijkbeurs.example`, { naar });
    expect(entered.location).toBe('/mijn');
  });

  it('names what is wrong with an address, and keeps it', async () => {
    const browser = new Browser(test.database, 'live');
    for (const email of ['', 'geen adres', `${'a'.repeat(300)}@b.nl`, '<script>alert(1)</script>']) {
      const answer = await browser.post(askForCode.action, '/inloggen', { email });
      expect(answer.status, email).toBe(422);
      expect(JSON.stringify(answer.data), email).toContain('forms:');
    }
  });

  it('tells who was signed in before that it has ended', async () => {
    const { browser } = await signedIn('verlopen@wijkbeurs.example');
    await test.database.session.deleteMany();
    const turned = await browser.get(mine.loader, '/mijn');
    expect((await browser.get(askForCode.loader, turned.location ?? '')).data).toMatchObject({ wasSignedIn: true });
  });

  it('begins at the form when the code page is opened without having asked', async () => {
    const browser = new Browser(test.database, 'live');
    expect((await browser.get(enterCode.loader, '/inloggen/code')).location).toBe('/inloggen');
    expect((await browser.post(enterCode.action, '/inloggen/code', { code: '123456' })).location).toBe('/inloggen');
  });

  it('ends by signing out', async () => {
    const { browser } = await signedIn('uit@wijkbeurs.example');
    expect((await browser.post(signOut.action, '/uitloggen', {})).location).toBe('/');
    expect(browser.cookies.has('__Host-sessie')).toBe(false);
    expect((await browser.get(mine.loader, '/mijn')).location).toBe('/inloggen?naar=%2Fmijn');
  });
});

describe('one’s own pages', () => {
  it('are for who is signed in', async () => {
    const visitor = new Browser(test.database, 'live');
    for (const page of [mine, profile, security, data, download, organisations]) {
      expect((await visitor.get(page.loader, '/mijn')).location).toBe('/inloggen?naar=%2Fmijn');
    }
    for (const page of [profile, organisations]) {
      expect((await visitor.post(page.action, '/mijn', {})).status).toBe(401);
    }
    // no code, and no ‘delete my account’, comes back to be sent by whoever signs in next
    for (const page of [security, data, passkey]) {
      expect((await visitor.post(page.action, '/mijn', {})).location).toBe('/inloggen?naar=%2Fmijn');
    }
  });

  it('keep the language of mails and screens together', async () => {
    const email = 'taal@wijkbeurs.example';
    const { browser } = await signedIn(email);
    await browser.post(language.action, '/taal', { taal: 'en', terug: '/mijn' });
    expect((await test.database.person.findUniqueOrThrow({ where: { email } })).locale).toBe('en');
    expect(browser.cookies.get('taal')).toBe('en');
    expect((await browser.post(language.action, '/taal', { taal: 'en', terug: '//elders.nl' })).location).toBe('/');
  });

  it('save a profile, and refuse what was not offered', async () => {
    const { browser } = await signedIn('bewaar@wijkbeurs.example');
    const saved = await browser.post(profile.action, '/mijn/profiel', { name: ' Sam ', locale: 'nl' });
    expect(saved).toMatchObject({ status: 303, location: '/mijn/profiel' });
    const person = await test.database.person.findUniqueOrThrow({ where: { email: 'bewaar@wijkbeurs.example' } });
    expect(person).toMatchObject({ name: 'Sam', mailOnSteps: false });
    const wrongs: Record<string, string>[] = [
      { locale: 'xx' },
      { name: 'a'.repeat(121) },
      { languages: 'klingon' },
      { areas: 'ZZ' },
    ];
    for (const wrong of wrongs) {
      expect((await browser.post(profile.action, '/mijn/profiel', { locale: 'nl', ...wrong })).status).toBe(422);
    }
  });

  it('give a file with one’s own data', async () => {
    const { browser } = await signedIn('bestand@wijkbeurs.example');
    const { response } = await browser.get(download.loader, '/mijn/gegevens/download');
    expect(response?.headers.get('content-disposition')).toMatch(
      /attachment; filename="wijkbeurs-mijn-gegevens-2026-11-21\.json"/,
    );
    expect(await response?.json()).toMatchObject({ account: { email: 'bestand@wijkbeurs.example' } });
  });

  it('delete the account after the word was typed', async () => {
    const { browser } = await signedIn('wis@wijkbeurs.example');
    expect((await browser.post(data.action, '/mijn/gegevens', { confirmation: 'ja' })).status).toBe(422);
    expect(await browser.post(data.action, '/mijn/gegevens', { confirmation: 'verwijder' })).toMatchObject({
      status: 303,
      location: '/',
    });
    expect((await browser.get(mine.loader, '/mijn')).location).toBe('/inloggen?naar=%2Fmijn');
  });

  it('answer nonsense without a fault', async () => {
    const { browser } = await signedIn('onzin@wijkbeurs.example');
    expect((await browser.post(security.action, '/mijn/beveiliging', { intent: 'x' })).status).toBe(400);
    expect(
      (await browser.post(security.action, '/mijn/beveiliging', { intent: 'end-session', sessionId: "' or 1=1" }))
        .status,
    ).toBe(404);
    expect(
      (await browser.post(security.action, '/mijn/beveiliging', { intent: 'remove-passkey', passkeyId: 'x' })).location,
    ).toMatch(/tweede-stap/);
    expect(
      (await browser.post(organisations.action, '/mijn/organisaties', { intent: 'confirm', id: 'x' })).status,
    ).toBe(404);
    expect(
      (await browser.post(organisations.action, '/mijn/organisaties', { intent: 'constructor', id: 'x' })).status,
    ).toBe(400);
    expect(
      (await browser.post(organisations.action, '/mijn/organisaties', { intent: 'ask', organisationId: 'x' })).status,
    ).toBe(404);
    for (const body of [null, [], { intent: 'add' }, { intent: 'show', response: {} }, { intent: 'x' }]) {
      expect((await browser.postJson(passkey.action, '/mijn/beveiliging/sleutel', body)).status).toBe(400);
    }
    expect((await browser.postJson(passkey.action, '/mijn/beveiliging/sleutel', { intent: 'ask' })).status).toBe(422);
  });
});

describe('administration', () => {
  let count = 0;

  async function administrator(mode: 'demo' | 'live') {
    count += 1;
    const email = `beheer-${String(count)}@wijkbeurs.example`;
    const personId = await makePerson(test.database, { email });
    const office = await test.database.body.findUnique({ where: { slug: 'programmabureau' } });
    const bodyId = office?.id ?? (await makeBody(test.database, { slug: 'programmabureau', kind: 'programme' }));
    await makeMembership(test.database, { personId, bodyId, role: 'administrator' });
    return (await signedIn(email, { mode })).browser;
  }

  it('asks for a second step outside demo mode, and leads back', async () => {
    const live = await administrator('live');
    expect((await live.get(roles.loader, '/beheer/rollen?team=x')).location).toBe(
      '/inloggen/tweede-stap?naar=%2Fbeheer%2Frollen%3Fteam%3Dx',
    );
    const refused = await live.post(settings.action, '/beheer/instellingen', { 'start-age': '12' });
    expect(await refused.response?.json()).toMatchObject({
      signInHref: '/inloggen/tweede-stap?naar=%2Fbeheer%2Finstellingen',
      fields: [['start-age', '12']],
    });
    const inDemo = await administrator('demo');
    expect((await inDemo.get(roles.loader, '/beheer/rollen')).status).toBe(200);
  });

  it('is shut to others', async () => {
    const { browser } = await signedIn('nieuwsgierig@wijkbeurs.example');
    for (const page of [administration, roles, settings])
      expect((await browser.get(page.loader, '/beheer')).status).toBe(403);
    expect((await browser.post(roles.action, '/beheer/rollen', { intent: 'give' })).status).toBe(403);
  });

  it('names what is wrong, and keeps what was typed', async () => {
    const browser = await administrator('demo');
    const empty = await browser.post(roles.action, '/beheer/rollen', { intent: 'give', beginsOn: '31-02-2027' });
    expect(empty).toMatchObject({
      status: 422,
      data: { reply: { error: { email: ['forms:required'], bodyId: ['forms:choose'], beginsOn: ['forms:date'] } } },
    });
    const unknown = {
      intent: 'give',
      email: 'niemand@wijkbeurs.example',
      bodyId: 'x',
      role: 'member',
      beginsOn: '1-3-2027',
    };
    expect(await browser.post(roles.action, '/beheer/rollen', unknown)).toMatchObject({
      status: 422,
      data: { reply: { initialValue: { email: 'niemand@wijkbeurs.example' } } },
    });
    expect((await browser.post(roles.action, '/beheer/rollen', { intent: 'end', id: 'x' })).status).toBe(404);
    expect(
      (
        await browser.post(settings.action, '/beheer/instellingen', {
          intent: 'submission',
          civilServants: 'maybe',
          committeeMembers: 'allowed',
        })
      ).status,
    ).toBe(422);
    // three forms stand on this page: one that does not say which it is, changes none of them
    const choices = { civilServants: 'allowed', committeeMembers: 'allowed' };
    expect((await browser.post(settings.action, '/beheer/instellingen', choices)).status).toBe(400);
    const value = { intent: 'submission', ...choices };
    expect(
      (await browser.post(settings.action, '/beheer/instellingen', { ...value, changedAt: '2020-01-01' })).status,
    ).toBe(409);
    expect((await browser.post(settings.action, '/beheer/instellingen', value)).status).toBe(303);
  });
});

describe('the pages of demo mode', () => {
  it('do not exist outside it', async () => {
    await makePerson(test.database, { email: 'loket@wijkbeurs.example' });
    const live = new Browser(test.database, 'live');
    expect((await live.get(demo.loader, '/demo')).status).toBe(404);
    expect((await live.get(demoPost.loader, '/demo/post')).status).toBe(404);
    expect((await live.post(demo.action, '/demo', { account: 'loket' })).status).toBe(404);
    expect(live.cookies.size).toBe(0);
  });

  it('let a visitor be somebody with one press', async () => {
    const browser = new Browser(test.database, 'demo');
    expect((await browser.post(demo.action, '/demo', { account: 'loket' })).location).toBe('/mijn');
    expect((await browser.get(mine.loader, '/mijn')).status).toBe(200);
    expect((await browser.post(demo.action, '/demo', { account: 'niemand' })).status).toBe(404);
    expect((await browser.get(demoPost.loader, '/demo/post?aan=x&pagina=-1')).status).toBe(200);
    expect((await browser.get(demoPost.loader, '/demo/post?pagina=1e99')).status).toBe(200);
  });
});
