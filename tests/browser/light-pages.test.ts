import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { nl } from '#app/i18n/nl/index.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { fillDemo } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();

/** Names of the scripts that a page fetches, without what makes them unique. */
function scriptsOf(page: Page): string[] {
  const names: string[] = [];
  page.on('request', (request) => {
    const name = /\/assets\/(.+)-[\w-]{8}\.js$/.exec(new URL(request.url()).pathname)?.[1];
    if (name !== undefined) names.push(name);
  });
  return names;
}

/** Opens a page until React has begun: its texts are there then. On a busy machine the network is idle before that too. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${product.url}${path}`, { waitUntil: 'networkidle' });
  await page.waitForFunction(() => '__remixRouter' in window);
}

type Words = { [key: string]: string | Words };

const keysOf = (words: Words, path: string): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : keysOf(value, `${path}${key}.`),
  );

/** Every key of a text, as it would stand on the page when the text is missing. */
const keys = new Set(
  Object.entries(nl).flatMap(([namespace, words]) =>
    keysOf(words, '').flatMap((key) => [key, key.replace(/_(one|other)$/, ''), `${namespace}:${key}`]),
  ),
);

/** Texts that a page says by their key. */
const missingIn = (shown: string) => (shown.match(/\w+(?:[.:]\w+)+/g) ?? []).filter((word) => keys.has(word));

test.each(['/zoeken?q=huiswerk', '/zoeken?q=huiswerk&vorm=kaart', '/kaart', '/besluiten/2024-0001?controle'])(
  '%s fetches the texts that it uses, in its own language, and says them all',
  async (path) => {
    for (const [locale, words] of [
      ['nl-NL', 'Inloggen'],
      ['en-GB', 'Sign in'],
    ] as const) {
      const page = await browser.newPage({ locale });
      const scripts = scriptsOf(page);
      await open(page, path);
      // one that every page has, and some that none of these has
      expect(scripts).toContain('shell');
      expect(scripts.filter((name) => /^(payouts|draft|meeting-work|index)$/.test(name))).toEqual([]);
      expect(scripts.filter((name) => name === 'shell')).toHaveLength(1);
      expect(await page.getByRole('banner').innerText()).toContain(words);
      expect(missingIn(await page.getByRole('main').innerText())).toEqual([]);
    }
  },
);

test('a page that comes without loading anew brings its own texts', async () => {
  const page = await browser.newPage();
  const scripts = scriptsOf(page);
  await open(page, '/kaart');
  expect(scripts).not.toContain('gatherings');
  await page.evaluate(async () => {
    Object.assign(window, { isSamePage: true });
    await (window as unknown as { __remixRouter: { navigate: (to: string) => Promise<void> } }).__remixRouter.navigate(
      '/ontmoet',
    );
  });
  await page.getByRole('heading', { level: 1, name: 'Meet & Match' }).waitFor();
  expect(scripts).toContain('gatherings');
  expect(missingIn(await page.getByRole('main').innerText())).toEqual([]);
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
});
