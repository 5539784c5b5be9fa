import { expect, test } from 'vitest';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct({ settings: { SEARCHES_PER_MINUTE: '1' } });
const browser = useBrowser();

test('who searches too often gets a page that looks as the others do, without scripts, and a way back to what they typed', async () => {
  browser.allowErrors(/429|404/);
  await fetch(`${product.url}/zoeken?q=tuin`);
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const answer = await page.goto(`${product.url}/zoeken?q=%3Ctuin%3E&thema=wonen`);
  expect(answer?.status()).toBe(429);
  expect(Number(answer?.headers()['retry-after'])).toBeGreaterThan(0);
  expect(await page.locator('script').count()).toBe(0);
  expect((await answer?.text())?.length).toBeLessThan(20_000);
  const again = page.getByRole('link', { name: 'Zoek verder' });
  expect(await again.getAttribute('href')).toBe('/zoeken?q=%3Ctuin%3E&thema=wonen');
  // the style sheet of all pages is there, under the policy that all pages have
  const looks = async (selector: string) =>
    page.locator(selector).evaluate((element) => {
      const { backgroundColor, fontFamily } = getComputedStyle(element);
      return { backgroundColor, fontFamily };
    });
  const here = { bar: await looks('header .bg-deep'), title: await looks('h1') };
  await expectAccessible(page);
  await page.goto(`${product.url}/bestaat-niet`);
  expect({ bar: await looks('header .bg-deep'), title: await looks('h1') }).toEqual(here);
});
