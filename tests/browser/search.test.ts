import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();

const phone = { width: 390, height: 844 };
const wide = { width: 1280, height: 900 };

const field = (page: Page) => page.getByRole('searchbox', { name: 'Waar ben je naar op zoek?' });
const heading = async (page: Page) => page.locator('#gevonden').textContent();
const query = (page: Page) => new URL(page.url()).search;

/** Waits until the page says that it found something for these words. */
const foundFor = async (page: Page, text: string) =>
  page.getByRole('heading', { level: 2, name: new RegExp(`voor “${text}”`) }).waitFor();

describe('without JavaScript', () => {
  test('somebody searches from any page, filters, and takes a filter off', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false, viewport: wide });
    await page.goto(`${product.url}/besluiten`);
    await page.getByRole('searchbox', { name: 'Zoek in alles' }).fill('bewoners');
    await page.keyboard.press('Enter');
    await foundFor(page, 'bewoners');
    expect(await field(page).inputValue()).toBe('bewoners');
    expect(await page.locator('main mark').count()).toBeGreaterThan(0);
    await page.getByRole('checkbox', { name: /^Plan/ }).check();
    await page.getByRole('button', { name: 'Toon resultaten' }).click();
    expect(query(page)).toContain('soort=initiatief');
    expect(await page.locator('ol article').first().locator('p').first().textContent()).toContain('Plan');
    await page.getByRole('link', { name: 'Haal “Plan” weg' }).click();
    expect(query(page)).toBe('?q=bewoners');
  });

  test('what was chosen stays when nothing is found and somebody tries another word', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false, viewport: wide });
    await page.goto(`${product.url}/zoeken?q=xyzzyqwx&sorteer=nieuwste&vorm=tabel`);
    await field(page).fill('bewoners');
    await field(page).press('Enter');
    await page.locator('table tbody th').first().waitFor();
    expect(query(page)).toContain('sorteer=nieuwste');
  });

  test('shows the same as a table', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false, viewport: wide });
    await page.goto(`${product.url}/zoeken?q=bewoners`);
    const titles = await page.locator('ol h3').allTextContents();
    await page.getByRole('link', { name: 'Tabel' }).click();
    expect(await page.locator('table tbody th').allTextContents()).toEqual(titles);
    // axe is a script itself
    const scripted = await browser.newPage({ viewport: wide });
    await scripted.goto(page.url());
    await expectAccessible(scripted);
  });
});

describe('while somebody types', () => {
  test('results come, and one step back leads to where they began', async () => {
    const page = await browser.newPage({ viewport: wide });
    await page.goto(`${product.url}/zoeken`);
    await page.waitForLoadState('networkidle');
    await field(page).pressSequentially('vuilnis', { delay: 30 });
    await foundFor(page, 'vuilnis');
    await field(page).pressSequentially('oproer', { delay: 250 });
    await foundFor(page, 'vuilnisoproer');
    expect(await page.getByRole('status').filter({ hasText: 'vuilnisoproer' }).count()).toBe(1);
    expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.goBack();
    await expect.poll(() => query(page)).toBe('');
    await expect.poll(async () => field(page).inputValue()).toBe('');
    await page.goForward();
    await foundFor(page, 'vuilnisoproer');
    expect(await field(page).inputValue()).toBe('vuilnisoproer');
  });

  test('an older answer never takes the place of a newer one', async () => {
    const page = await browser.newPage({ viewport: wide });
    await page.goto(`${product.url}/zoeken`);
    await page.waitForLoadState('networkidle');
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let wasAsked = false;
    await page.route(/zoeken\.data\?q=fiets(&|$)/, async (route) => {
      wasAsked = true;
      await held;
      await route.continue().catch(() => undefined);
    });
    await field(page).fill('fiets');
    await expect.poll(() => wasAsked).toBe(true);
    await field(page).fill('vuilnisoproer');
    await foundFor(page, 'vuilnisoproer');
    release();
    await page.waitForLoadState('networkidle');
    expect(await heading(page)).toContain('vuilnisoproer');
    expect(query(page)).toBe('?q=vuilnisoproer');
  });

  test('without a network what was typed and chosen stays, and it goes on by itself when there is one', async () => {
    const page = await browser.newPage({ viewport: phone });
    await page.goto(`${product.url}/zoeken?q=bewoners&soort=initiatief&van=10`);
    await page.waitForLoadState('networkidle');
    browser.allowErrors(/ERR_INTERNET_DISCONNECTED/);
    await page.context().setOffline(true);
    await field(page).fill('vuilnisoproer');
    await page.getByRole('alert').filter({ hasText: 'Geen internet' }).waitFor();
    expect(await field(page).inputValue()).toBe('vuilnisoproer');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Probeer het opnieuw' }).click();
    await field(page).fill('vuilnisoproe');
    await expect.poll(() => query(page)).toBe('?q=vuilnisoproe&soort=initiatief&van=10');
    await page.getByRole('alert').filter({ hasText: 'Geen internet' }).waitFor();
    await page.context().setOffline(false);
    await foundFor(page, 'vuilnisoproe');
    expect(await page.getByRole('link', { name: 'Haal “Plan” weg' }).count()).toBe(1);
  });

  test('an answer that is none, of a server that is too busy, is no error page either', async () => {
    const page = await browser.newPage({ viewport: phone });
    await page.goto(`${product.url}/zoeken`);
    await page.waitForLoadState('networkidle');
    browser.allowErrors(/429|SyntaxError/);
    await page.route(/zoeken\.data/, async (route) => route.fulfill({ status: 429, body: '<h1>Even rustig aan</h1>' }));
    await field(page).fill('vuilnisoproer');
    await page.getByRole('alert').filter({ hasText: 'Zoeken lukt nu even niet' }).waitFor();
    expect(await field(page).inputValue()).toBe('vuilnisoproer');
    await page.unroute(/zoeken\.data/);
    await page.getByRole('link', { name: 'Probeer het opnieuw' }).click();
    await foundFor(page, 'vuilnisoproer');
  });

  test('a choice is a step of its own, and the keyboard makes it', async () => {
    const page = await browser.newPage({ viewport: wide });
    await page.goto(`${product.url}/zoeken?q=bewoners`);
    await page.waitForLoadState('networkidle');
    const plans = page.getByRole('checkbox', { name: /^Plan/ });
    await plans.focus();
    await page.keyboard.press('Space');
    await expect.poll(() => query(page)).toBe('?q=bewoners&soort=initiatief');
    await page.getByRole('link', { name: 'Haal “Plan” weg' }).waitFor();
    expect(await plans.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.goBack();
    await expect.poll(() => query(page)).toBe('?q=bewoners');
    await expect.poll(async () => plans.isChecked()).toBe(false);
  });
});

describe('on a phone', () => {
  test('nothing is cut off or left open above the first result, with and without JavaScript', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await browser.newPage({ viewport: { width: 360, height: 780 }, javaScriptEnabled });
      await page.goto(`${product.url}/zoeken?q=huiswerk+osdorp`);
      await page.waitForLoadState('networkidle');
      const order = await page.getByRole('combobox', { name: 'Volgorde' }).boundingBox();
      // as wide as its longest word needs beside the arrow, or the whole line
      expect(order?.width).toBeGreaterThanOrEqual(160);
      const top = await page.getByRole('navigation', { name: 'Hoe wil je het zien?' }).boundingBox();
      expect((order?.y ?? 0) - ((top?.y ?? 0) + (top?.height ?? 0)), 'no empty line').toBeLessThan(30);
      const near = page.getByRole('button', { name: 'Dichtbij mij' });
      expect(await near.isVisible()).toBe(javaScriptEnabled);
      expect(await page.getByRole('link', { name: /^Toon alleen wat in/ }).count()).toBeGreaterThan(0);
      await page.close();
    }
  });

  test('filters fold away behind one button that says how many are set', async () => {
    const page = await browser.newPage({ viewport: phone });
    await page.goto(`${product.url}/zoeken?q=bewoners`);
    await page.waitForLoadState('networkidle');
    const theme = page.locator('summary', { hasText: 'Thema' });
    expect(await theme.isVisible()).toBe(false);
    await expectAccessible(page);
    await page.getByText('Filters', { exact: true }).click();
    expect(await theme.isVisible()).toBe(true);
    // the mark stands when the page has heard of it, which may be a moment later
    await page.getByRole('checkbox', { name: /^Plan/ }).click();
    await page.getByText('Filters (1)').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Toon resultaten' }).click();
    expect(await theme.isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  });

  test('where somebody is stays in the phone: only the buurt is asked for', async () => {
    const page = await browser.newPage({
      viewport: phone,
      geolocation: { latitude: 52.35851, longitude: 4.80449 },
      permissions: ['geolocation'],
    });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
    await page.goto(`${product.url}/zoeken`);
    await page.waitForLoadState('networkidle');
    await page.getByText('Filters', { exact: true }).click();
    await page.getByRole('button', { name: 'Dichtbij mij' }).click();
    await expect.poll(() => query(page)).toMatch(/^\?bij=F[A-Z]\d\d$/);
    await page.getByRole('link', { name: /^Haal “Dichtbij/ }).waitFor();
    expect(asked.filter((line) => /52[.,]3|4[.,]80/.test(line))).toEqual([]);
  });
});

test('nothing that is found helps on', async () => {
  const page = await browser.newPage({ viewport: phone });
  await page.goto(`${product.url}/zoeken?q=xyzzyqwx&soort=besluit`);
  await foundFor(page, 'xyzzyqwx');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Krijg een mail als het er wel is' }).click();
  await page.getByRole('heading', { level: 1, name: /xyzzyqwx/ }).waitFor();
  await expectAccessible(page);
});
