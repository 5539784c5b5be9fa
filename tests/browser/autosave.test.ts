import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();

test('a form that saves itself several times is in conflict with another window only, not with itself', async () => {
  const page = await browser.newPage();
  await signInAs(page, product.url, 'bewoner');
  await page.goto(`${product.url}/initiatieven/nieuw`);
  await page.getByRole('button', { name: 'Begin met je plan' }).click();
  await page.waitForURL(/wat-en-waarom/);
  expect(await statusOfSaving(page, 'Een tuin')).toBe(200);
  await page.waitForSelector('input[name=revision][value="2"]', { state: 'attached' });
  expect(await statusOfSaving(page, 'Een tuin voor de straat')).toBe(200);
  await page.waitForSelector('input[name=revision][value="3"]', { state: 'attached' });

  // a press right after typing goes along with what was saved last
  await page.locator('[name=title]').fill('Een tuin voor de hele straat');
  await page.locator('button[value=next]').click();
  await page.waitForURL(/\/waar/);
  await page.goBack();
  expect(await page.locator('[name=title]').inputValue()).toBe('Een tuin voor de hele straat');
});

test('what is typed while a page still starts is saved, and its scripts go on', async () => {
  const page = await browser.newPage();
  await signInAs(page, product.url, 'bewoner');
  await page.goto(`${product.url}/initiatieven/nieuw`);
  await page.getByRole('button', { name: 'Begin met je plan' }).click();
  await page.waitForURL(/wat-en-waarom/);
  // the data of the page comes in slowly, as on a busy phone
  await page.addInitScript(() => {
    const read = Reflect.get(ReadableStreamDefaultReader.prototype, 'read') as () => Promise<
      ReadableStreamReadResult<unknown>
    >;
    ReadableStreamDefaultReader.prototype.read = async function slowly(this: ReadableStreamDefaultReader) {
      await new Promise((resume) => setTimeout(resume, 700));
      return read.call(this);
    } as typeof read;
  });
  const saving = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.reload({ waitUntil: 'domcontentloaded' });
  await page.locator('[name=title]').pressSequentially('Een tuin voor iedereen', { delay: 40 });
  expect((await saving).status()).toBe(200);
  expect(await page.locator('[name=title]').inputValue()).toBe('Een tuin voor iedereen');
});

test('somebody who is signed out meanwhile keeps what they typed, and can send it after signing in', async () => {
  browser.allowErrors(/status of 401/);
  const page = await browser.newPage();
  await signInAs(page, product.url, 'bewoner');
  await page.goto(`${product.url}/initiatieven/nieuw`);
  await page.getByRole('button', { name: 'Begin met je plan' }).click();
  await page.waitForURL(/wat-en-waarom/);
  await page.context().clearCookies();
  await statusOfSaving(page, 'Een tuin die altijd blijft staan');
  await page.getByText('je bent niet meer ingelogd').waitFor();
  expect(await page.locator('[name=title]').inputValue()).toBe('Een tuin die altijd blijft staan');

  await page.locator('button[value=next]').click();
  await page.getByRole('heading', { level: 1, name: 'Log opnieuw in' }).waitFor();
  await expectAccessible(page);
  const other = await page.context().newPage();
  await signInAs(other, product.url, 'bewoner');
  await page.getByRole('button', { name: 'Verstuur opnieuw' }).click();
  await page.waitForURL(/\/waar/);
  await page.goBack();
  expect(await page.locator('[name=title]').inputValue()).toBe('Een tuin die altijd blijft staan');
});

test('without a network nothing is lost: it is saved as soon as there is one', async () => {
  browser.allowErrors(/ERR_INTERNET_DISCONNECTED/);
  const page = await browser.newPage();
  await signInAs(page, product.url, 'bewoner');
  await page.goto(`${product.url}/initiatieven/nieuw`);
  await page.getByRole('button', { name: 'Begin met je plan' }).click();
  await page.waitForURL(/wat-en-waarom/);
  await page.getByText('wordt vanzelf bewaard').waitFor();
  await page.context().setOffline(true);
  await page.locator('[name=title]').fill('Een tuin in de tunnel');
  await page.getByText('niet te bereiken').waitFor();
  await page.context().setOffline(false);
  await page.getByText('Bewaard om').waitFor();
  await page.reload();
  expect(await page.locator('[name=title]').inputValue()).toBe('Een tuin in de tunnel');
});

async function statusOfSaving(page: Page, title: string): Promise<number> {
  const saving = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.locator('[name=title]').fill(title);
  return (await saving).status();
}
