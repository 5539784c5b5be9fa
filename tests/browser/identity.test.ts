import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo } from '#tests/support/demo.ts';
import { IdentityProvider, providerClient } from '#tests/support/identity-provider.ts';
import { useProduct } from '#tests/support/product.ts';

/** Who the provider knows, with a date of birth. */
const people = {
  fatima: { birthdate: '1990-05-01' },
  sem: { birthdate: '2020-01-01' },
  joris: { birthdate: '1985-01-01' },
};
const provider = await IdentityProvider.start({ redirectUris: 'here', people });
afterAll(async () => provider.stop());

const product = useProduct({
  fill: fillDemo,
  settings: {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: providerClient.id,
    OIDC_CLIENT_SECRET: providerClient.secret,
    OIDC_NAME: 'ProefID',
    OIDC_AGE_CLAIM: 'birthdate',
  },
});
const browser = useBrowser();
const phone = { viewport: { width: 390, height: 844 } };
const slug = 'wat-doen-we-met-het-geld-van-de-wijk';

/** At the provider's own page. */
async function signInThere(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name: 'Proef-inlog' }).waitFor();
  await page.getByLabel('Naam').fill(name);
  await page.getByRole('button', { name: 'Inloggen' }).click();
}

async function choosePlan(page: Page): Promise<void> {
  await page.goto(`${product.url}/stemmen/${slug}`);
  await page.getByRole('checkbox', { name: 'Moestuin achter de flat' }).check();
  await page.getByRole('button', { name: 'Verder' }).click();
  await page.getByRole('heading', { name: 'Klopt je stem?' }).waitFor();
}

async function castWithAccount(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /12 jaar/ }).check();
  await page.getByRole('button', { name: 'Stem met mijn account' }).click();
}

/** The vote of the demo takes accounts by the provider only; it was announced already, so past its rules. */
async function askForIdentity(): Promise<void> {
  await product.database.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    await tx.$executeRaw`update vote set by_identity = true where slug = ${slug}`;
  });
}

test('a vote that asks who somebody is: too young, the first time, cast, and not a second time with a new account', async () => {
  await askForIdentity();
  const ballots = async () => product.database.voteBallot.count({ where: { vote: { slug } } });
  const before = await ballots();
  const page = await browser.newPage(phone);
  await choosePlan(page);
  await page.getByRole('heading', { name: 'Met ProefID' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Ga naar ProefID' }).click();
  await signInThere(page, 'sem');
  await page.getByText('Volgens ProefID ben je nog geen 12 jaar', { exact: false }).waitFor();
  await page.getByRole('heading', { name: 'Klopt je stem?' }).waitFor();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Ga naar ProefID' }).click();
  await signInThere(page, 'fatima');
  await page.getByRole('heading', { name: 'Je eerste keer hier' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Maak mijn account' }).click();
  await page.getByText('Welkom bij de Wijkbeurs!', { exact: false }).waitFor();
  // what was chosen went along
  await page.getByText('Moestuin achter de flat').first().waitFor();
  await castWithAccount(page);
  await page.getByRole('heading', { name: 'Je stemcode' }).waitFor();
  expect(await ballots()).toBe(before + 1);

  await page.goto(`${product.url}/mijn/gegevens`);
  await page.locator('input[name=confirmation]').fill('verwijder');
  await page.getByRole('button', { name: 'Verwijder mijn account' }).click();
  await page.waitForURL(`${product.url}/`);
  const again = await browser.newPage(phone);
  await choosePlan(again);
  await again.getByRole('link', { name: 'Ga naar ProefID' }).click();
  await signInThere(again, 'fatima');
  await again.getByRole('button', { name: 'Maak mijn account' }).click();
  browser.allowErrors(/409|422/);
  await castWithAccount(again);
  await again.getByText('Je hebt al gestemd', { exact: false }).waitFor();
  expect(await ballots()).toBe(before + 1);
});

test('signing in from the sign-in page, an address added, and out again here and there', async () => {
  const page = await browser.newPage();
  await page.goto(`${product.url}/inloggen?naar=/mijn/profiel`);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Log in met ProefID' }).click();
  await page.getByRole('heading', { name: 'Proef-inlog' }).waitFor();
  await page.getByRole('button', { name: 'Stoppen' }).click();
  await page.getByText('je bent daar gestopt', { exact: false }).waitFor();
  await page.getByRole('link', { name: 'Log in met ProefID' }).click();
  await signInThere(page, 'joris');
  await page.getByRole('button', { name: 'Maak mijn account' }).click();
  await page.getByText('Je hebt nog geen mailadres.', { exact: false }).waitFor();
  await expectAccessible(page);
  await page.goto(`${product.url}/mijn/beveiliging`);
  await page.getByText('Dit is je enige manier om in te loggen.').waitFor();
  await expectAccessible(page);
  await page.goto(`${product.url}/uitloggen`);
  await page.getByRole('button', { name: 'Log uit' }).click();
  await page.waitForURL(`${product.url}/uitgelogd`);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Log ook uit bij ProefID' }).click();
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await page.waitForURL(`${product.url}/`);
});
