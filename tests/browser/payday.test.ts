import { expect, test } from 'vitest';
import { checkPaymentFile } from '#app/modules/payouts/payment-file-check.server.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';
import { paydayOf } from './payday-people.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();

/** A month by hand: hours on a phone, approved, put together, approved again, to the bank, and back with the statement. */
test('hours become money on an account, by a coordinator and two treasurers, and the public sees no one', async () => {
  const { as, worksTwoHours, coordinatorApproves, everybodyReads, stateOfBatch, expectPaid } = paydayOf(
    product,
    browser,
  );
  const volunteer = await worksTwoHours();
  await coordinatorApproves();
  const before = await everybodyReads();

  const first = await as('penningmeester');
  await first.goto(`${product.url}/penningmeester`);
  await expectAccessible(first);
  await first.getByRole('link', { name: 'Stel een betaling samen' }).first().click();
  await expectAccessible(first);
  await first.getByRole('button', { name: 'Stel samen' }).click();
  await first.getByText('De betaling staat klaar').waitFor();
  const here = new URL(first.url()).pathname;
  expect(await first.getByRole('button', { name: 'Keur de betaling goed' }).count()).toBe(0);
  await expectAccessible(first);

  const second = await as('penningmeester-2');
  await second.goto(`${product.url}${here}`);
  browser.allowErrors(/status of 422/);
  // two volunteers share an account, so it asks why that is right; and nothing typed is lost
  await second.getByRole('button', { name: 'Keur de betaling goed' }).click();
  await second.getByText('Schrijf op waarom het klopt').first().waitFor();
  await second.getByLabel('Waarom klopt het toch?').fill('Nagevraagd bij de coördinator.');
  await second.getByRole('button', { name: 'Keur de betaling goed' }).click();
  await second.getByText('De betaling is goedgekeurd').waitFor();
  await expectAccessible(second);
  await second.getByRole('button', { name: 'Maak het bestand voor de bank' }).click();
  await second.getByText('Het bestand is klaar').waitFor();
  const file = await second.request.get(`${product.url}${here}/bestand`);
  expect(await checkPaymentFile(await file.text())).toEqual({ ok: true });
  expect(file.headers()['cache-control']).toBe('private, no-store');

  await volunteer.reload();
  expect(await volunteer.locator('main').innerText()).toContain('De bank betaalt dit op');

  // in the demo there is no bank: what it would say
  const office = await as('bureau-penningmeester');
  const said = await office.request.get(
    `${product.url}/penningmeester/afschriften/voorbeeld/${here.split('/').at(-1) ?? ''}`,
  );
  expect(said.status()).toBe(200);
  for (const times of [1, 2]) {
    await office.goto(`${product.url}/penningmeester/afschriften/inlezen`);
    await office.locator('input[type=file]').setInputFiles({
      name: 'afschrift.xml',
      mimeType: 'application/xml',
      buffer: await said.body(),
    });
    await office.locator('main form button[type=submit]').first().click();
    await office.waitForURL('**/penningmeester/afschriften', { timeout: 120_000 });
    // the second time changes nothing
    const number = here.split('/').at(-1) ?? '';
    expect(await stateOfBatch(number), `after reading it ${String(times)} times`).toBe('settled');
  }

  await expectPaid(volunteer, before);
}, 240_000);
