import { describe, expect, test } from 'vitest';
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

test('the built-in check of the installation answers', async () => {
  const response = await fetch(`${product.url}/gezondheid`);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ database: 'ok', worker: 'ok' });
});

test.each(['/themas/bestaat-niet', '/bijlagen/bestaat-niet', '/besluiten/9999-0001.json', '/bijlagen/%00'])(
  '%s, a route without a page, says in words that there is nothing',
  async (path) => {
    const response = await fetch(`${product.url}${path}`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Deze pagina is er niet');
  },
);
