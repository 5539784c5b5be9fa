import { expect, test } from 'vitest';
import { endPayout } from '#tests/stripe/connect.ts';
import { FakeStripe } from '#tests/stripe/fake-stripe.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';
import { paydayOf } from './payday-people.ts';

const fake = new FakeStripe();
await fake.start();
const product = useProduct({ fill: fillDemo, settings: fake.settings });
const browser = useBrowser();

/** The same month as by the bank, but Stripe pays: the volunteer joins Stripe, two treasurers approve, and it goes by itself. */
test('a volunteer who joined Stripe is paid by it, after two treasurers, and the public sees no one', async () => {
  fake.webhooks.target = `${product.url}/stripe/webhook`;
  fake.webhooks.retries = 5;
  fake.store.move(null, 1_000_00);
  const { as, worksTwoHours, coordinatorApproves, everybodyReads, stateOfBatch, expectPaid } = paydayOf(
    product,
    browser,
  );
  const volunteer = await worksTwoHours();
  await volunteer.goto(`${product.url}/mijn-vergoedingen/stripe`);
  await expectAccessible(volunteer);
  await volunteer.getByRole('button', { name: 'Naar Stripe' }).click();
  await volunteer.getByRole('button', { name: 'complete' }).click();
  await volunteer.waitForURL(`${product.url}/mijn-vergoedingen/stripe**`);
  await volunteer.getByText('Klaar: je kunt met Stripe betaald worden').waitFor();

  await coordinatorApproves();
  const before = await everybodyReads();

  const first = await as('penningmeester');
  await first.goto(`${product.url}/penningmeester`);
  await first.getByRole('link', { name: 'Stel een betaling samen' }).first().click();
  await first.getByText('Met Stripe', { exact: true }).click();
  await first.getByRole('button', { name: 'Stel samen' }).click();
  await first.getByText('De betaling staat klaar').waitFor();
  const number = new URL(first.url()).pathname.split('/').at(-1) ?? '';

  const second = await as('penningmeester-2');
  await second.goto(`${product.url}/penningmeester/${number}`);
  const why = second.getByLabel('Waarom klopt het toch?');
  if ((await why.count()) > 0) await why.fill('Nagevraagd bij de coördinator.');
  await second.getByRole('button', { name: 'Keur de betaling goed' }).click();
  await second.getByText('De betaling is goedgekeurd').waitFor();
  await second.getByRole('button', { name: 'Laat Stripe betalen' }).click();
  await second.waitForLoadState();
  await expectAccessible(second);
  await expect.poll(() => fake.store.all('payout').length, { timeout: 120_000 }).toBe(1);
  for (const { id } of fake.store.all('payout')) endPayout(fake.store, id, 'paid');
  await expect.poll(async () => stateOfBatch(number), { timeout: 120_000 }).toBe('settled');

  await expectPaid(volunteer, before);
  await fake.stop();
}, 240_000);
