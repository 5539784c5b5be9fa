import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keptPageOf } from '#app/http/kept-page.ts';
import { publishLedgerDays } from '#app/modules/budgets/commands/publish-ledger-days.server.ts';
import { canary, plant, privateColumns, schemaColumns } from '#tests/integration/opendata/planting.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';
import { startSecondServer } from '#tests/support/second-server.ts';

// the time stands still: what the clock does to a page is in app/server/kept-pages/store.test.ts
const product = useProduct({
  now: new Date(),
  fill: fillDemo,
  afterFilling: async (database) => publishLedgerDays(database, new Date()),
});
const browser = useBrowser();

type Answer = { status: number; headers: Headers; text: string };

async function get(path: string, headers: Record<string, string> = {}, url = product.url): Promise<Answer> {
  // without it, fetch asks for no kept answer at all when somebody says what they have
  const cacheControl = { 'cache-control': 'max-age=0' };
  const response = await fetch(`${url}${path}`, {
    redirect: 'manual',
    headers: { 'accept-language': 'nl', ...cacheControl, ...headers },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const fromMemory = ({ headers }: Answer) => headers.get('Cache-Status') === 'wijkbeurs; hit';
/** A cookie that says nothing is enough to get a page of one's own. */
const own = { cookie: 'iets=1' };
const withoutNonce = (text: string) => text.replaceAll(/ nonce="[^"]*"/g, '');

let build: ServerBuild;
/** An address or two of each route whose page is kept, found by following links. */
const found = new Map<string, string[]>();

type Tree = { id: string; path?: string; index?: boolean; children?: Tree[] };
const treeOf = (parentId?: string): Tree[] =>
  Object.values(build.routes).flatMap((route): Tree[] => {
    if (route.parentId !== parentId) return [];
    const { id, path, index } = route;
    return [index === true ? { id, path, index } : { id, path, children: treeOf(id) }];
  });

beforeAll(async () => {
  build = (await import(new URL('../../build/server/index.js', import.meta.url).href)) as ServerBuild;
  const tree = treeOf();
  const meeting = await product.database.meeting.findFirstOrThrow({ where: { minutes: { state: 'published' } } });
  const seen = new Set([
    `/vergaderingen/${meeting.slug}/verslag`,
    '/',
    '/geven',
    '/belangen/erbuiten',
    '/ontmoet/gebieden',
    '/portfolios',
    '/toegankelijkheid',
    '/privacy',
  ]);
  for (const address of seen) {
    const route = matchRoutes(tree as never, address.split('?')[0] ?? '')?.at(-1)?.route.id ?? '';
    const before = found.get(route) ?? [];
    if (keptPageOf(build.routes[route]?.module.handle) === null || before.length >= 2) continue;
    const { status, text } = await get(address, own);
    if (status !== 200) continue;
    found.set(route, [...before, address]);
    for (const [, to = ''] of text.matchAll(/href="(\/[^"#]*)/g)) seen.add(to.replaceAll('&amp;', '&'));
  }
}, 240_000);

const addresses = () => [...found.values()].flat();

test('every route that says so has a page in the demo', () => {
  const kept = Object.values(build.routes).flatMap((route) =>
    keptPageOf(route.module.handle) !== null ? [route.id] : [],
  );
  expect(kept.length).toBeGreaterThan(40);
  expect(kept.filter((id) => !found.has(id))).toEqual([]);
});

test('a kept page is the page that everybody gets, byte for byte, in both languages', async () => {
  for (const language of ['nl', 'en'])
    for (const address of addresses()) {
      const asked = { 'accept-language': language };
      const whole = await get(address, { ...own, ...asked });
      const [first, second] = [await get(address, asked), await get(address, asked)];
      expect([first.status, second.status], address).toEqual([200, 200]);
      expect(fromMemory(second), `${address} is kept`).toBe(true);
      expect(first.text, address).toBe(withoutNonce(whole.text));
      expect(second.text, address).toBe(first.text);
      expect(second.headers.get('Content-Language')).toBe(language);
    }
});

test('what an answer says of itself', async () => {
  for (const address of addresses()) {
    await get(address);
    const answer = await get(address, { 'accept-encoding': 'br' });
    const { headers } = answer;
    expect(fromMemory(answer), address).toBe(true);
    expect(headers.get('Set-Cookie'), address).toBeNull();
    expect(headers.get('Cache-Control')).toBe('private, no-cache');
    expect(headers.get('Vary')).toBe('Cookie, Accept-Language, Accept-Encoding');
    expect(headers.get('Content-Encoding')).toBe('br');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Content-Security-Policy')).not.toContain('nonce');
    const tag = headers.get('ETag') ?? '';
    expect(tag).toMatch(/^"[\w-]{43}-br"$/);

    const again = await get(address, { 'accept-encoding': 'br', 'if-none-match': `"other", ${tag}` });
    expect([again.status, again.text, again.headers.get('ETag')], address).toEqual([304, '', tag]);
    const plain = await get(address, { 'accept-encoding': 'identity', 'if-none-match': tag });
    expect(plain.status, 'another encoding is another page').toBe(200);

    const head = await fetch(`${product.url}${address}`, { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('Content-Length')).toBe(headers.get('Content-Length'));
  }
});

describe('who has a session', () => {
  test('never gets a kept page, and leaves nothing behind', async () => {
    const page = await browser.newPage();
    await signInAs(page, product.url, 'budgethouder');
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    for (const address of addresses()) {
      const before = await get(address);
      const mine = await get(address, { cookie });
      expect(mine.headers.get('Cache-Status'), address).toBeNull();
      expect(mine.headers.get('ETag'), address).toBeNull();
      expect(mine.headers.get('Cache-Control')).toBe('private, no-store');
      expect(mine.text).toContain('href="/mijn"');
      const after = await get(address);
      expect(fromMemory(after), address).toBe(true);
      expect(after.text, address).toBe(before.text);
      expect(after.text).not.toContain('href="/mijn"');
    }
  });

  test('nor does who has any other cookie than that of the language', async () => {
    await get('/privacy');
    for (const cookie of [
      'sessie=x',
      '__Host-sessie=x',
      'melding=x',
      'taal=nl; sessie=x',
      'taal=nl; melding=x',
      'taal',
    ])
      expect((await get('/privacy', { cookie })).headers.get('Cache-Status'), cookie).toBeNull();
    expect(fromMemory(await get('/privacy', { cookie: 'taal=nl' }))).toBe(true);
  });
});

test('words that people type are not kept, nor ways to write an address', async () => {
  for (const address of [
    '/initiatieven?zoek=koken',
    '/initiatieven?utm=1',
    '/initiatieven?thema=a&thema=b',
    '/inloggen',
    '/demo',
  ]) {
    await get(address);
    expect((await get(address)).headers.get('Cache-Status'), address).toBeNull();
  }
  await get('/initiatieven/bestaat-niet');
  const missing = await get('/initiatieven/bestaat-niet');
  expect([missing.status, missing.headers.get('Cache-Status')]).toEqual([404, 'wijkbeurs; fwd=miss']);
  expect(missing.headers.get('ETag')).toBeNull();
});

describe('what every kind of answer says of keeping', () => {
  const mayBeAsked = { ETag: true, again: 304 } as const;
  test.each([
    ['a page', '/privacy', {}, { kept: 'private, no-cache', vary: /Cookie/, ...mayBeAsked }],
    ['a page with another cookie', '/privacy', own, { kept: 'private, no-cache', vary: /Cookie/ }],
    ['a page that is not kept', '/volgen', {}, { kept: 'private, no-cache', vary: /Cookie/ }],
    ['a page that is not there', '/bestaat-niet', {}, { kept: 'private, no-cache', vary: /Cookie/, status: 404 }],
    ['figures', '/budgetten.json', {}, { kept: 'public, max-age=60', open: '*', ...mayBeAsked }],
    ['open data', '/api/v1/themes', {}, { kept: 'public, max-age=60', open: '*', ...mayBeAsked }],
    ['a feed', '/feeds/alles.atom', {}, { kept: /^public, max-age=\d+$/, open: '*', ...mayBeAsked }],
    ['a map of the site', '/sitemap.xml', {}, { kept: /^public, max-age=\d+$/, ...mayBeAsked }],
    ['a fixed file', '/favicon.svg', {}, { kept: 'public, max-age=3600', vary: /Accept-Encoding/, ...mayBeAsked }],
    ['health', '/gezondheid', {}, { kept: 'no-store' }],
  ] as const)('%s', async (_kind, path, asked, said) => {
    const { status, headers } = await get(path, { 'accept-encoding': 'gzip', ...asked });
    expect(status).toBe('status' in said ? said.status : 200);
    expect(headers.get('Cache-Control')).toMatch(said.kept);
    if ('vary' in said) expect(headers.get('Vary')).toMatch(said.vary);
    if ('open' in said) expect(headers.get('Access-Control-Allow-Origin')).toBe(said.open);
    expect(headers.get('Set-Cookie')).toBeNull();
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'self'");
    if ('again' in said) {
      const again = await get(path, { 'accept-encoding': 'gzip', 'if-none-match': headers.get('ETag') ?? '' });
      expect([again.status, again.text]).toEqual([said.again, '']);
    }
  });

  test('what has a hash in its name stays, and comes compressed', async () => {
    const { text } = await get('/');
    const names = [...text.matchAll(/\/assets\/[^"]+\.(?:css|woff2)/g)].map(([name]) => name);
    expect(new Set(names.map((name) => name.split('.').at(-1)))).toEqual(new Set(['css', 'woff2']));
    for (const name of names) {
      const { headers } = await get(name, { 'accept-encoding': 'br' });
      expect(headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
      expect(headers.get('Content-Encoding')).toBe(name.endsWith('.css') ? 'br' : null);
    }
  });
});

describe('what changes', () => {
  const title = (database = product.database, to: string) =>
    database.initiative.update({ where: { slug: 'vuilnisoproer' }, data: { title: to } });
  const path = '/initiatieven/vuilnisoproer';
  let second: Awaited<ReturnType<typeof startSecondServer>>;
  beforeAll(async () => {
    second = await startSecondServer(product.platform, product.platform.env.databaseUrl ?? '');
  });
  afterAll(async () => second.stop());

  test('is seen at every server once it is committed, and only then', async () => {
    for (const url of [product.url, second.url]) {
      await get(path, {}, url);
      expect(fromMemory(await get(path, {}, url))).toBe(true);
    }
    await product.database
      .$transaction(async (tx) => {
        await tx.initiative.update({ where: { slug: 'vuilnisoproer' }, data: { title: 'Teruggedraaid' } });
        const meanwhile = await get(path);
        expect(fromMemory(meanwhile)).toBe(true);
        expect(meanwhile.text).not.toContain('Teruggedraaid');
        throw new Error('back');
      })
      .catch((error: unknown) => expect(String(error)).toContain('back'));
    expect(fromMemory(await get(path))).toBe(true);

    await title(product.database, 'Een nieuwe naam');
    for (const url of [product.url, second.url])
      await expect.poll(async () => (await get(path, {}, url)).text, { timeout: 120_000 }).toContain('Een nieuwe naam');
    expect(fromMemory(await get('/privacy')), 'a page that it is not on').toBe(true);
  });

  test('is never missed while many ask', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      const name = `Naam nummer ${String(turn)}`;
      const asking = Promise.all(Array.from({ length: 10 }, async () => get(path)));
      await title(product.database, name);
      await asking;
      await expect.poll(async () => (await get(path)).text, { timeout: 120_000 }).toContain(name);
      // and what was kept since is the new one
      expect((await get(path)).text).toContain(name);
    }
  });

  test('when nobody can hear it, nothing is kept; afterwards everything is made anew', async () => {
    await get(path);
    expect(fromMemory(await get(path))).toBe(true);
    const deaf = await product.database.$queryRaw<{ ended: boolean }[]>`
      select pg_terminate_backend(pid) as ended from pg_stat_activity
      where datname = current_database() and query ilike any (array['listen%', '%pg_notify%', 'select 1'])
        and pid <> pg_backend_pid()`;
    expect(deaf.length).toBeGreaterThan(0);
    await product.database.$executeRaw`alter table initiative disable trigger tells_change`;
    await title(product.database, 'Ongehoord');
    await product.database.$executeRaw`alter table initiative enable always trigger tells_change`;
    await expect.poll(async () => (await get(path)).text, { timeout: 120_000 }).toContain('Ongehoord');
    await expect.poll(async () => fromMemory(await get(path)), { timeout: 120_000 }).toBe(true);
  });

  test('who posts something finds it on the next page', async () => {
    // everything that is not a question makes the next answer wait for what the database has to tell
    await get('/privacy');
    await fetch(`${product.url}/taal`, { method: 'POST', headers: { origin: product.url }, redirect: 'manual' });
    expect(fromMemory(await get('/privacy'))).toBe(true);
  });
});

test('words in private columns stand in no kept page', async () => {
  await product.database.person.updateMany({ data: { nameIsPublic: false } });
  await product.database.$executeRaw`update gathering_promise set is_named = false`;
  await plant(product.platform.env.databaseUrl ?? '', privateColumns(schemaColumns()));
  for (const address of addresses()) {
    await get(address);
    const answer = await get(address);
    expect(answer.text.match(new RegExp(`.{0,60}${canary}.{0,60}`, 'i')), address).toBeNull();
  }
});
