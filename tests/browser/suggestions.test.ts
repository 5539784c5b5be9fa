import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { matchAll } from '#app/modules/matching/commands/match-portfolios.server.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();

const phone = { viewport: { width: 390, height: 844 } };

/** A page as it is now: nothing sideways, and nothing that somebody could not use. */
async function expectGood(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(390);
  await expectAccessible(page);
}

const cardOf = (page: Page, name: string) =>
  page.getByRole('article').filter({ has: page.getByRole('link', { name }) });

test('two find each other by what they need and offer, and say that they want to meet', async () => {
  await matchAll(product.database, new Date());
  const cook = await browser.newPage(phone);
  await signInAs(cook, product.url, 'buurvrouw');
  await cook.goto(`${product.url}/ontmoet?portfolio=koken-op-dinsdag`);
  const homework = cardOf(cook, 'Huiswerkkamer in de Van Deysselbuurt');
  await homework.getByText('Een keuken op dinsdagavond').waitFor();
  await expectGood(cook);

  // laid aside by mistake
  await homework.getByRole('button', { name: 'Niet voor ons' }).click();
  await cook.getByText('Huiswerkkamer in de Van Deysselbuurt staat niet meer in jullie lijst.').waitFor();
  expect(await homework.count()).toBe(0);
  await expectGood(cook);
  await cook.getByRole('button', { name: 'Zet terug Huiswerkkamer' }).first().click();
  await cook.getByText('Teruggezet.').waitFor();
  await matchAll(product.database, new Date());
  await cook.reload();

  await homework.getByRole('button', { name: 'Wij willen kennismaken' }).click();
  await cook.getByText('Doorgegeven.').waitFor();
  await homework.getByText('Jullie willen kennismaken. Zij zien dat.').waitFor();
  await expectGood(cook);

  const parent = await browser.newPage(phone);
  await signInAs(parent, product.url, 'bewoner');
  await parent.goto(`${product.url}/ontmoet?portfolio=huiswerkkamer-in-de-van-deysselbuurt`);
  const cooks = cardOf(parent, 'Koken op dinsdag');
  await cooks.getByText('Zij willen jullie leren kennen').waitFor();
  await expectGood(parent);
  await cooks.getByRole('button', { name: 'Wij ook: maak kennis' }).click();
  await parent.getByText('Een match!').waitFor();
  await parent
    .getByRole('link', { name: /Koken op dinsdag/ })
    .first()
    .waitFor();
});
