import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishLedgerDays } from '#app/modules/budgets/commands/publish-ledger-days.server.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct({
  fill: fillDemo,
  afterFilling: async (database) => publishLedgerDays(database, new Date()),
});
const browser = useBrowser();
let folder = '';
let number = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wijkbeurs-copy-'));
  const decision = await product.database.decision.findFirstOrThrow({
    where: { state: 'confirmed', origin: 'product' },
    orderBy: { number: 'asc' },
  });
  number = decision.number ?? '';
  // the worker signs what filling put in
  for (;;) {
    const [leaves, last] = [
      await product.database.logLeaf.count(),
      await product.database.logCheckpoint.findFirst({ orderBy: { sequence: 'desc' } }),
    ];
    if (last?.size === leaves) break;
  }
}, 240_000);
afterAll(async () => rm(folder, { recursive: true, force: true }));

/** Past every rule, as the owner of the machine can; and back. */
async function withChangedDecision(work: () => Promise<void>) {
  const change = async (from: string, to: string) =>
    product.database.$transaction(async (tx) => {
      await tx.$executeRaw`set local session_replication_role = replica`;
      await tx.$executeRaw`update decision set published = replace(published::text, ${from}, ${to})::jsonb where number = ${number}`;
    });
  await change('"motivation": "', '"motivation": "X');
  try {
    await work();
  } finally {
    await change('"motivation": "X', '"motivation": "');
  }
}

async function checkOn(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Controleer of er niets is veranderd' }).click();
  const result = page.locator('section[aria-labelledby=logboek] [role=status] p').first();
  await result.waitFor();
  return result.innerText();
}

describe('on the page of what was published', () => {
  test('one click says that nothing was changed, and later that the log only grew', async () => {
    const page = await browser.newPage();
    await page.goto(`${product.url}/besluiten/${number}`);
    expect(await checkOn(page)).toBe('Er is niets veranderd');
    await expectAccessible(page);
    await page.goto(`${product.url}/transparantie/dagen`);
    await page.locator('main table a').first().click();
    expect(await checkOn(page)).toBe('Er is niets veranderd');
    expect(await page.locator('section[aria-labelledby=logboek]').innerText()).toContain(
      'is het logboek alleen gegroeid',
    );
    await expectAccessible(page);
  });

  test('one click finds a letter that was changed in the database', async () => {
    const page = await browser.newPage();
    await withChangedDecision(async () => {
      await page.goto(`${product.url}/besluiten/${number}`);
      expect(await checkOn(page)).toBe('Dit klopt niet');
      expect(await page.locator('section[aria-labelledby=logboek]').innerText()).toContain(
        'Wat nu op deze pagina staat is iets anders',
      );
    });
  });

  test('a log without answer is not called wrong', async () => {
    browser.allowErrors(/transparantie\/log\/checkpoint/);
    const page = await browser.newPage();
    await page.route('**/transparantie/log/checkpoint', async (route) => route.abort());
    await page.goto(`${product.url}/besluiten/${number}`);
    expect(await checkOn(page)).toBe('Dit kon nu niet worden gecontroleerd');
  });

  test('without JavaScript a click shows the two files and what to do', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${product.url}/besluiten/${number}`);
    expect(await page.locator('script[src], script:not([type])').count(), 'who only reads fetches no scripts').toBe(0);
    const part = page.locator('section[aria-labelledby=logboek]');
    await part.getByRole('link', { name: 'Controleer of er niets is veranderd' }).click();
    expect(await part.getByText('bewijs').first().isVisible()).toBe(true);
    expect(await part.getByRole('button').count()).toBe(0);
    expect(await part.locator(`a[href="/besluiten/${number}/bewijs.json"]`).count()).toBe(1);
  });
});

describe('for who mirrors', () => {
  const get = async (path: string) => fetch(`${product.url}${path}`);

  test('files are for every site; tiles stay, the checkpoint does not', async () => {
    const checkpoint = await get('/transparantie/log/checkpoint');
    expect(checkpoint.headers.get('access-control-allow-origin')).toBe('*');
    expect(checkpoint.headers.get('cache-control')).toContain('no-cache');
    expect(checkpoint.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const tile = await get('/transparantie/log/tile/0/000.p/3');
    expect(tile.headers.get('cache-control')).toContain('immutable');
    expect((await tile.arrayBuffer()).byteLength).toBe(96);
    expect((await get(`/besluiten/${number}/bewijs.json`)).headers.get('access-control-allow-origin')).toBe('*');
  });

  test.each([
    '/transparantie/log/',
    '/transparantie/log/tile/0/000.p/0',
    '/transparantie/log/tile/0/000.p/255',
    '/transparantie/log/tile/entries/999999999',
    '/transparantie/log/tile/0/x999/x999/x999/x999/999',
    '/transparantie/log/..%2f..%2fcheckpoint',
    '/transparantie/log/%00',
    '/transparantie/regels.json?vanaf=-1',
    '/transparantie/dagen/gisteren',
    '/transparantie/dagen/2026-13-01.json',
    '/transparantie/dagen/2020-01-01/bewijs.json',
    '/besluiten/9999-0001/bewijs.json',
    '/besluiten/%27/bewijs.json',
  ])('%s is not found', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test('npm run check:log finds a site right, and names what is not: on the site, and in the copy', async () => {
    const right = await check(product.url, '--into', folder);
    expect(right.said).toMatch(/\d+ published leaves, \d+ publications: 0 wrong/);
    expect(right.code).toBe(0);
    await withChangedDecision(async () => {
      const wrong = await check(product.url, '--into', folder);
      expect(wrong.said).toContain(`FAIL /besluiten/${number}.json: differs from the log`);
      expect(wrong.code).toBe(1);
    });
    await writeFile(join(folder, 'keys'), await (await get('/transparantie/log/keys')).text());
    const path = join(folder, 'log', 'checkpoint');
    const size = Number((await readFile(path, 'utf8')).split('\n')[1]);
    const tile = join(folder, 'log', `tile/0/000.p/${size}`);
    const bytes = await readFile(tile);
    await writeFile(
      tile,
      bytes.map((byte, at) => (at === 70 ? byte ^ 1 : byte)),
    );
    const bent = await check(join(folder, 'log'), '--keys', join(folder, 'keys'));
    expect(bent.said).toContain(`FAIL tile/0/000.p/${size}, number 3: hash differs`);
    expect((await check('http://localhost:1')).code).toBe(2);
  });
});

/** Runs it as people do. */
async function check(...given: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['scripts/check-log.ts', ...given], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr });
    });
  });
}
