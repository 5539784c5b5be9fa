import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import type { DemoAccount } from '#app/modules/people/demo-account.ts';
import { endPayout } from '#tests/stripe/connect.ts';
import { FakeStripe } from '#tests/stripe/fake-stripe.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';

const fake = new FakeStripe();
await fake.start();
const product = useProduct({ fill: fillDemo, settings: fake.settings });
const browser = useBrowser();

const phone = { viewport: { width: 390, height: 844 } };

async function as(account: DemoAccount, options = {}): Promise<Page> {
  const page = await browser.newPage(options);
  await signInAs(page, product.url, account);
  return page;
}

async function everybodyReads(): Promise<string> {
  const texts = await Promise.all(
    ['/budgetten.json', '/wijkallianties.json', '/activiteiten/cijfers.json'].map(async (path) =>
      (await fetch(`${product.url}${path}`)).text(),
    ),
  );
  return texts.join('\n');
}

const textOf = async (page: Page) => page.locator('main').innerText();

/** The same month as by the bank, but Stripe pays: the volunteer joins Stripe, two treasurers approve, and it goes by itself. */
test('a volunteer who joined Stripe is paid by it, after two treasurers, and the public sees no one', async () => {
  fake.webhooks.target = `${product.url}/stripe/webhook`;
  fake.webhooks.retries = 5;
  fake.store.move(null, 1_000_00);
  const { slug } = await product.database.activity.findFirstOrThrow({ where: { name: { contains: 'samen koken' } } });
  const volunteer = await as('bewoner', phone);
  await volunteer.goto(`${product.url}/activiteiten/${slug}/uren`);
  await volunteer.getByText('2 uur', { exact: true }).click();
  await volunteer.getByRole('button', { name: 'Vul deze uren in' }).click();
  await volunteer.waitForURL('**/mijn-vergoedingen');
  await volunteer.goto(`${product.url}/mijn-vergoedingen/stripe`);
  await expectAccessible(volunteer);
  await volunteer.getByRole('button', { name: 'Naar Stripe' }).click();
  await volunteer.getByRole('button', { name: 'complete' }).click();
  await volunteer.waitForURL(`${product.url}/mijn-vergoedingen/stripe**`);
  await volunteer.getByText('Klaar: je kunt met Stripe betaald worden').waitFor();

  const coordinator = await as('coordinator-2');
  await coordinator.goto(`${product.url}/coordinatie/${slug}`);
  await coordinator
    .getByRole('button', { name: /^Keur .* goed$/ })
    .first()
    .click();
  await coordinator.getByText('Er wacht niets').first().waitFor();
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
  await expect.poll(() => fake.store.all('payout').length, { timeout: 30_000 }).toBe(1);
  for (const { id } of fake.store.all('payout')) endPayout(fake.store, id, 'paid');
  const stateOf = async () =>
    (await product.database.paymentBatch.findUniqueOrThrow({ where: { number }, select: { state: true } })).state;
  await expect.poll(stateOf, { timeout: 30_000 }).toBe('settled');

  await volunteer.goto(`${product.url}/mijn-vergoedingen`);
  expect(await textOf(volunteer)).toContain('Betaald op');
  expect(await everybodyReads()).toBe(before);
  const { findings: found } = await findings(product.database, new Date());
  expect(found.filter(({ offenders }) => offenders.length > 0)).toEqual([]);
  await fake.stop();
}, 240_000);
