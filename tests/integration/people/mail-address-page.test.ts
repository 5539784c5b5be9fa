import { beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '#app/modules/people/code.server.ts';
import { loadProgramme } from '#app/modules/programme/commands/load-programme.server.ts';
import * as page from '#app/routes/mijn.mailadres.tsx';
import { testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { secret } from './signing-in.ts';
import { Browser, browserOf } from './visiting.ts';

const test = useTestDatabase();
const path = '/mijn/mailadres';

beforeAll(async () => loadProgramme(test.database));

const seen = async (browser: Browser) =>
  (await browser.get(page.loader, path)).data as {
    address: string;
    waiting: { address: string } | null;
    freshUntil: Date | null;
  };

const post = async (browser: Browser, fields: Record<string, string>) => browser.post(page.action, path, fields);

describe('the page of one’s mail address', () => {
  it('is for who is signed in, and asks again who signed in longer ago', async () => {
    const visitor = new Browser(test.database, 'live');
    const signIn = `/inloggen?naar=${encodeURIComponent(path)}`;
    expect((await visitor.get(page.loader, path)).location).toBe(signIn);
    expect((await post(visitor, { intent: 'ask', email: 'x@wijkbeurs.example' })).location).toBe(signIn);
    const { browser } = await browserOf(test.database, 'lang@wijkbeurs.example');
    await test.database.session.updateMany({ data: { createdAt: new Date(testNow.getTime() - 16 * 60_000) } });
    expect(await seen(browser)).toMatchObject({ freshUntil: null });
    const late = await post(browser, { intent: 'ask', email: 'anders@wijkbeurs.example' });
    expect(late.status).toBe(422);
    expect(JSON.stringify(late.data)).toContain('people:refusal.sign-in-again');
    expect((await post(browser, { intent: 'sign-in-again' })).location).toBe(signIn);
    expect(await test.database.session.count()).toBe(0);
  });

  it('shows addresses masked, and goes from asking to the code to the profile', async () => {
    const { browser } = await browserOf(test.database, 'fatima@wijkbeurs.example');
    expect(await seen(browser)).toMatchObject({ address: 'f•••@w•••.example', waiting: null });
    expect((await post(browser, { intent: 'ask', email: 'geen adres' })).status).toBe(422);
    expect((await post(browser, { intent: 'ask', email: 'fatima@wijkbeurs.example' })).status).toBe(422);
    expect((await post(browser, { intent: 'ask', email: 'nieuw@post.example' })).location).toBe(path);
    const waiting = await seen(browser);
    expect(waiting).toMatchObject({ waiting: { address: 'n•••@p•••.example' } });
    expect(JSON.stringify(waiting)).not.toMatch(/fatima|nieuw/);
    expect((await post(browser, { intent: 'confirm', code: '' })).status).toBe(422);
    expect((await post(browser, { intent: 'drop' })).location).toBe(path);
    expect(await seen(browser)).toMatchObject({ waiting: null });
    await post(browser, { intent: 'ask', email: 'nieuw@post.example' });
    const { id, newEmail } = await test.database.emailChange.findFirstOrThrow({
      orderBy: { expiresAt: 'desc' },
    });
    const code = codeOf(secret, { id, email: newEmail });
    expect((await post(browser, { intent: 'confirm', code })).location).toBe('/mijn/profiel');
    expect(await seen(browser)).toMatchObject({ address: 'n•••@p•••.example', waiting: null });
    expect((await post(browser, { intent: 'anders' })).status).toBe(400);
  });
});
