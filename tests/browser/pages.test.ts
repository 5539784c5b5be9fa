import { describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { fillDemo } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';
import { expectGood, narrow } from './narrow-phone.ts';
import { addresses } from './page-addresses.ts';
import { publicPages } from './public-pages.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();

describe('pages on a narrow phone', () => {
  test('for the public', async () => {
    const page = await browser.newPage(narrow);
    const address = await addresses(product.database);
    for (const path of publicPages) await expectGood(page, product.url + address(path));
  });

  test('for the public, in the dark and in English', async () => {
    const page = await browser.newPage({ ...narrow, colorScheme: 'dark', locale: 'en-GB' });
    const address = await addresses(product.database);
    for (const path of [
      '/',
      '/initiatieven',
      '/besluiten/:granted',
      '/fondsen',
      '/budgetten',
      '/rondes/:closed',
      '/opgaveteams',
    ]) {
      await expectGood(page, product.url + address(path));
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
    }
  });
});

test('no page tells the name or address of a private person to the public', async () => {
  const people = await product.database.person.findMany({ select: { id: true, name: true, email: true } });
  // who leads a meeting is public by name, on the pages of meetings
  const chairs = (await product.database.meeting.findMany({ select: { chairName: true } })).map((one) => one.chairName);
  const address = await addresses(product.database);
  for (const path of publicPages.filter((one) => !one.startsWith('/demo'))) {
    const isOfMeetings = path.startsWith('/vergaderingen');
    const html = await (await fetch(`${product.url}${address(path)}`)).text();
    for (const { id, name, email } of people) {
      const secrets = isOfMeetings && chairs.includes(name) ? [id, email] : [id, name, email];
      for (const secret of secrets) expect(html.includes(secret), `${secret} on ${path}`).toBe(false);
    }
  }
});
