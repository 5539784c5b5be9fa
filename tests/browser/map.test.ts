import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();

const phone = { width: 390, height: 844 };
const bubble = (page: Page, code: string) => page.locator(`.map-mark[data-code="${code}"]`);
const heading = (page: Page) => page.locator('#gekozen');

async function openMap(page: Page, address = '/kaart') {
  await page.goto(`${product.url}${address}`);
  await page.getByRole('button', { name: 'Verschuif en zoom de kaart' }).click();
  await page.locator('.place-map[data-ready=true]').waitFor();
}

/** What a page fetched of the map library. */
function fetched(page: Page): string[] {
  const files: string[] = [];
  page.on('request', (request) => {
    const { pathname, origin } = new URL(request.url());
    if (origin !== product.url || /maplibre|live-map/.test(pathname)) files.push(`${origin}${pathname}`);
  });
  return files;
}

describe('the moving map', () => {
  test('says with its bubbles what the list says, and asks no other site anything', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const files = fetched(page);
    await openMap(page);
    const list = await page.locator('#lijst + ul li').allInnerTexts();
    expect(list).toHaveLength(15);
    const bubbles = await page
      .locator('.map-mark')
      .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')));
    expect(bubbles.toSorted()).toEqual(list.map((line) => line.replace(/\s*\n\s*/, ': ')).toSorted());
    expect(files.every((file) => file.startsWith(product.url))).toBe(true);
    expect(files.some((file) => file.includes('worker'))).toBe(true);
    await expectAccessible(page);
  });

  test('comes for who reaches for it, and for nobody else', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const files = fetched(page);
    await page.goto(`${product.url}/kaart`);
    const begin = page.getByRole('button', { name: 'Verschuif en zoom de kaart' });
    await begin.waitFor();
    await page.waitForLoadState('networkidle');
    expect(files).toEqual([]);
    await expectAccessible(page);
    await begin.focus();
    await page.keyboard.press('Enter');
    await page.locator('.place-map[data-ready=true]').waitFor();
    const focused = page.getByRole('region', { name: /^Kaart\./ });
    await expect.poll(async () => focused.evaluate((region) => region === document.activeElement)).toBe(true);

    await page.reload();
    await begin.waitFor();
    await page.locator('.drawn-map').hover();
    await page.locator('.place-map[data-ready=true]').waitFor();
  });

  test('opens with the keyboard: Enter on a bubble tells what is there, and the address says so', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await openMap(page);
    await page.getByRole('region', { name: /^Kaart\./ }).focus();
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    expect(name).toMatch(/: \d+ plan/);
    await page.keyboard.press('Enter');
    await heading(page).waitFor();
    expect(name).toContain(await heading(page).innerText());
    await expect.poll(async () => heading(page).evaluate((title) => title === document.activeElement)).toBe(true);
    expect(new URL(page.url()).searchParams.get('gebied')).toMatch(/^F[A-Z]$/);
    // its buurten are there now, and the whole district comes back
    await page.locator('.map-mark[data-code^="F"][data-code$="1"]').first().waitFor();
    await page.goBack();
    await heading(page).waitFor({ state: 'detached' });
    await expectAccessible(page);
  });

  test('zooms from wijken to buurten, and a click on an area chooses it', async () => {
    const page = await browser.newPage({ viewport: phone });
    await openMap(page);
    await bubble(page, 'FK').waitFor();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await bubble(page, 'FK').waitFor({ state: 'detached' });
    expect(await page.locator('.map-mark').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Heel Nieuw-West' }).click();
    await bubble(page, 'FK').waitFor();
    const middle = await bubble(page, 'FB').locator('.map-bubble').boundingBox();
    // beside the bubble, on the area itself
    await page.mouse.click((middle?.x ?? 0) - 14, (middle?.y ?? 0) + (middle?.height ?? 0) / 2);
    await heading(page).waitFor();
    expect(await heading(page).innerText()).toBe('Geuzenveld');
    await expectAccessible(page);
  });

  test('filters in the address, without losing the map', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await openMap(page, '/kaart?gebied=FK');
    await page.evaluate(() => Object.assign(window, { isSamePage: true }));
    await page.getByRole('navigation', { name: 'Wat wil je zien?' }).getByRole('link', { name: 'Geld' }).click();
    await page.locator('.chip-on', { hasText: 'Geld' }).waitFor();
    await page.getByLabel('Hoe ver').selectOption('klaar');
    await page.getByRole('button', { name: 'Toon' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?laag=geld&thema=&fase=klaar&gebied=FK');
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
    // money is divided over wijken and no further
    await page.getByRole('link', { name: 'Naar heel Nieuw-West' }).click();
    await heading(page).waitFor({ state: 'detached' });
    expect(await page.locator('.map-mark').count()).toBe(15);
  });

  test('is right in the dark too', async () => {
    const page = await browser.newPage({ viewport: phone, colorScheme: 'dark' });
    await openMap(page, '/kaart?laag=avonden');
    await expectAccessible(page);
  });
});

describe('without what the moving map needs', () => {
  test('no JavaScript: a drawing with links, the same list, and filters that work', async () => {
    const page = await browser.newPage({ viewport: phone, javaScriptEnabled: false });
    await page.goto(`${product.url}/kaart`);
    expect(await page.locator('.drawn-map a').count()).toBe(15);
    expect(await page.locator('#lijst + ul li').count()).toBe(15);
    await page
      .locator('.drawn-map')
      .getByRole('link', { name: /^Osdorp-Oost/ })
      .focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/kaart?gebied=FK');
    expect(await heading(page).innerText()).toBe('Osdorp-Oost');
    expect(
      await page
        .locator('.drawn-map')
        .getByRole('link', { name: /^Wildeman/ })
        .count(),
    ).toBe(1);
  });

  test('no WebGL: the drawing stays', async () => {
    const page = await browser.newPage();
    browser.allowErrors(/WebGL/);
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    const library = page.waitForResponse(/gebieden\.json/);
    await page.goto(`${product.url}/kaart`);
    await page.getByRole('button', { name: 'Verschuif en zoom de kaart' }).click();
    await library;
    await page.getByText('Verschuiven en zoomen lukt hier niet').waitFor();
    expect(await page.locator('.drawn-map a').count()).toBe(15);
    await expectAccessible(page);
    expect(await page.locator('.place-map').getAttribute('data-ready')).toBe('false');
  });
});

test.each(['/', '/initiatieven', '/gebieden/FK', '/budgetten/wijken', '/initiatieven/vuilnisoproer'])(
  '%s does not fetch the map',
  async (path) => {
    const page = await browser.newPage();
    const files = fetched(page);
    await page.goto(`${product.url}${path}`, { waitUntil: 'networkidle' });
    expect(files).toEqual([]);
  },
);

test('the figures and the borders are files for machines, not sent again when nothing changed', async () => {
  for (const path of ['/kaart.json', '/kaart/gebieden.json']) {
    const first = await fetch(`${product.url}${path}`);
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    expect((await fetch(`${product.url}${path}`, { headers: { 'If-None-Match': etag } })).status).toBe(304);
  }
});
