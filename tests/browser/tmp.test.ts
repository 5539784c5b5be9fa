import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
const product = useProduct();
const browser = useBrowser();
test('hydrates', async () => {
  const page = await browser.newPage();
  page.on('console', m => console.log(m.type(), m.text()));
  await page.goto(`${product.url}/proef-hydratie`);
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'teller' }).click();
  expect(await page.getByRole('button', { name: 'teller' }).textContent()).toBe('teller 1');
});
