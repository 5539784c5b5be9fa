import { describe, expect, test } from 'vitest';
import { demoEmail } from '#app/modules/people/demo-account.ts';
import { makePerson } from '#tests/factories/index.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct();
const browser = useBrowser();

describe('every page', () => {
  test('comes without scripts, in Dutch, accessible', async () => {
    const page = await browser.newPage();
    const response = await page.goto(product.url);
    expect(response?.status()).toBe(200);
    expect(await page.locator('html').getAttribute('lang')).toBe('nl');
    expect(await page.locator('script').count()).toBe(0);
    await expectAccessible(page);
  });

  test('speaks English when asked, and stays where you are', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${product.url}/?een=1`);
    await page.getByRole('button', { name: 'English' }).click();
    await page.waitForLoadState();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(new URL(page.url()).search).toBe('?een=1');
  });

  test('that does not exist says so, in a page that helps', async () => {
    browser.allowErrors(/404/);
    const page = await browser.newPage();
    const response = await page.goto(`${product.url}/bestaat-niet`);
    expect(response?.status()).toBe(404);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Deze pagina is er niet');
    expect(await page.title()).toContain('Deze pagina is er niet');
    await expectAccessible(page);
  });
});

describe('what is too large', () => {
  const post = async (path: string, body: string | FormData) =>
    fetch(`${product.url}${path}`, { method: 'POST', body, headers: { origin: product.url } });

  test.each([
    ['a text', 'x'.repeat(2 * 1024 * 1024)],
    ['a file', fileOf(12 * 1024 * 1024)],
  ])('%s gets the page that says so', async (_what, body) => {
    const response = await post('/inloggen', body);
    expect(response.status).toBe(413);
    const html = await response.text();
    expect(html).toContain('Dat is te groot');
    expect(html).toContain('id="inhoud"');
  });

  test('typed text is still there after going back', async () => {
    browser.allowErrors(/413/);
    const page = await browser.newPage();
    await page.goto(`${product.url}/inloggen`);
    const field = page.locator('main input[type="email"]');
    await field.fill('iemand@example.org');
    await page.locator('main form').evaluate((form) => {
      const large = document.createElement('input');
      large.type = 'hidden';
      large.name = 'large';
      large.value = 'x'.repeat(2 * 1024 * 1024);
      form.append(large);
    });
    await field.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Dat is te groot' }).waitFor();
    await expectAccessible(page);
    await page.goBack();
    expect(await field.inputValue()).toBe('iemand@example.org');
  });
});

function fileOf(size: number): FormData {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(size)]), 'groot.jpg');
  return form;
}

test('what somebody may not send says so, in a page that knows who they are', async () => {
  const account = 'bewoner';
  await makePerson(product.database, { email: demoEmail(account), name: 'Samira' });
  const post = async (path: string, fields: Record<string, string>, cookie = '') =>
    fetch(`${product.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: product.url, cookie },
      body: new URLSearchParams(fields),
    });
  const entered = await post('/demo', { account });
  const cookie = entered.headers.getSetCookie().map((set) => set.split(';')[0]);
  const refused = await post(
    '/beheer/instellingen',
    { intent: 'submission', civilServants: 'refused' },
    cookie.join('; '),
  );
  expect(refused.status).toBe(403);
  const html = await refused.text();
  expect(html).toContain('<title>Deze pagina is niet voor jou · Wijkbeurs</title>');
  expect(html).toContain('Samira');
  expect(html).not.toContain('href="/inloggen"');
});

test('what comes back to who has to sign in first is kept nowhere', async () => {
  const response = await fetch(`${product.url}/mijn/profiel`, {
    method: 'POST',
    headers: { Origin: product.url },
    body: new URLSearchParams({ name: 'Een naam die nergens bewaard hoort te blijven' }),
  });
  expect(response.status).toBe(401);
  expect(response.headers.get('cache-control')).toContain('no-store');
  expect(await response.text()).toContain('Een naam die nergens bewaard hoort te blijven');
});

test('the built-in check of the installation answers', async () => {
  const response = await fetch(`${product.url}/gezondheid`);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    ...{ database: 'ok', worker: 'ok', search: 'postgresql' },
    searches: { postgresql: expect.any(Number) as number },
  });
});

test.each(['/themas/bestaat-niet', '/bijlagen/bestaat-niet', '/besluiten/9999-0001.json', '/bijlagen/%00'])(
  '%s, a route without a page, says in words that there is nothing',
  async (path) => {
    const response = await fetch(`${product.url}${path}`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Deze pagina is er niet');
  },
);

test.each(['/%5C', '/%5C%5B', '/%5cexample.org'])('%s, which reads as another site, is refused', async (path) => {
  const response = await fetch(`${product.url}${path}`);
  expect(response.status).toBe(400);
});
