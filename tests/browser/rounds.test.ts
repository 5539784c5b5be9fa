import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { DemoAccount } from '#app/modules/people/demo-account.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';
import { arriveTonight, moveTonight, planGatheringTonight, registerTonight } from './tonight.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();
const phone = { viewport: { width: 390, height: 844 } };

const guests: readonly DemoAccount[] = [
  ...(['bewoner', 'buurvrouw', 'buurman', 'wijkgenoot'] as const),
  ...(['lid', 'coordinator-2', 'penningmeester', 'budgethouder'] as const),
];

/** An evening that has begun, with eight people who are in; half of them keep a portfolio in the demo. */
async function beginEvening(): Promise<{ slug: string; arriveLate: () => Promise<void> }> {
  const { database } = product;
  const slug = await planGatheringTonight(database, {
    ...({ form: 'rounds', title: 'Een avond in rondes', areaName: 'Osdorp Midden' } as const),
  });
  const registrations: string[] = [];
  for (const account of [...guests, 'organisatie'] as const)
    registrations.push(await registerTonight(database, { slug, account, name: `${account} Achternaam` }));
  await moveTonight(database, slug, 'begun');
  await arriveTonight(database, slug, registrations.slice(0, -1));
  return { slug, arriveLate: async () => arriveTonight(database, slug, registrations.slice(-1)) };
}

async function openRound(page: Page, slug: string, title: string): Promise<void> {
  await page.goto(`${product.url}/ontmoet-werk/${slug}/programma`);
  await page.getByRole('button', { name: `Open ${title}` }).click();
  await page.getByText('De ronde is open.', { exact: false }).waitFor();
}

async function endRound(page: Page, slug: string, title: string): Promise<void> {
  await page.goto(`${product.url}/ontmoet-werk/${slug}/programma`);
  await page.getByRole('button', { name: `${title} is klaar`, exact: true }).click();
  await page.getByText('De ronde is klaar.').waitFor();
}

test('an evening in rounds: cards by keyboard, pairs, tables on phones, somebody late, going on together', async () => {
  const { slug, arriveLate } = await beginEvening();
  const work = `${product.url}/ontmoet-werk/${slug}`;
  const page = await browser.newPage();
  await signInAs(page, product.url, 'redacteur');
  await page.goto(`${work}/programma`);
  await page.getByRole('button', { name: 'Maak het gewone programma' }).click();
  await page.getByText('Het programma staat klaar.').waitFor();
  await expectAccessible(page);

  // round 1: the product proposes, a card moves by keyboard, a phone sees it and moves its own
  await openRound(page, slug, 'Wat hoort bij elkaar?');
  await page.goto(`${work}/kaarten`);
  await page.getByLabel('Naam van het cluster').last().fill('Bij de buurvrouw');
  await page.getByRole('button', { name: 'Maak', exact: true }).click();
  await page.getByRole('button', { name: /Stel .*voor/ }).click();
  await expect
    .poll(async () => product.database.gatheringCard.count({ where: { gathering: { slug }, clusterId: null } }), {
      timeout: 120_000,
    })
    .toBe(0);
  await page.goto(`${work}/kaarten`);
  await expectAccessible(page);
  const phonePage = await browser.newPage(phone);
  await signInAs(phonePage, product.url, 'bewoner');
  await phonePage.goto(`${product.url}/ontmoet/${slug}/kaarten`);
  await phonePage.getByText(/Live$/).waitFor();
  await expectAccessible(phonePage);
  const card = page.locator('section[data-cluster]', { has: page.getByRole('heading', { name: /Bij de buurvrouw/ }) });
  const menu = page.locator('summary[aria-label^="Verplaats "]').first();
  const label = (await menu.getAttribute('aria-label')) ?? '';
  const cardName = label.replace(/^Verplaats /, '').replace(/ naar…$/, '');
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Bij de');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page
    .getByRole('status')
    .filter({ hasText: `${cardName} ligt nu bij Bij de buurvrouw.` })
    .waitFor();
  await card.getByRole('link', { name: cardName }).waitFor();
  await phonePage
    .locator('section[data-cluster]', { has: phonePage.getByRole('heading', { name: /Bij de buurvrouw/ }) })
    .getByRole('link', { name: cardName })
    .waitFor();
  await endRound(page, slug, 'Wat hoort bij elkaar?');

  // round 2: pairs; the phone sees the table as soon as the round opens
  await phonePage.goto(`${product.url}/ontmoet/${slug}/vanavond`);
  await phonePage.getByText('Er is nu geen ronde bezig').waitFor();
  const screen = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await signInAs(screen, product.url, 'redacteur');
  await screen.goto(`${work}/scherm`);
  await page.getByRole('link', { name: 'Naar de tafels' }).first().click();
  await page.getByRole('button', { name: 'Stel tweetallen voor' }).click();
  await page.getByRole('heading', { name: 'Tafel 2' }).waitFor();
  await expectAccessible(page);
  await openRound(page, slug, 'Met één ander');
  await phonePage.getByRole('heading', { name: /Jij zit aan/ }).waitFor();
  await expectAccessible(phonePage);
  expect(await phonePage.locator('main').innerText()).not.toContain('Achternaam');
  await screen.getByRole('heading', { name: 'Tafel 2' }).waitFor();
  await expectAccessible(screen);
  expect(await screen.locator('main').innerText()).not.toContain('Achternaam');

  // somebody late: the least change, carried out by the organiser
  await page.getByRole('link', { name: 'Naar de tafels' }).first().click();
  await arriveLate();
  await page.getByText('1 persoon schuift aan bij tafel', { exact: false }).waitFor({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Voer dit door' }).click();
  await page.getByText('Doorgevoerd.', { exact: false }).waitFor();

  // both say they want to go on
  const name = (
    await phonePage
      .getByRole('button', { name: /^Ik wil verder met/ })
      .first()
      .innerText()
  ).replace('Ik wil verder met ', '');
  await phonePage.getByRole('button', { name: `Ik wil verder met ${name}` }).click();
  await phonePage.getByText('Gezegd. We wachten op de ander.').waitFor();
  const other = await browser.newPage(phone);
  await signInAs(other, product.url, name as DemoAccount);
  await other.goto(`${product.url}/ontmoet/${slug}/vanavond`);
  await other.getByRole('button', { name: 'Ik wil verder met bewoner' }).click();
  await other.getByText('Jullie willen allebei verder', { exact: false }).first().waitFor();
  await expectAccessible(other);
  await endRound(page, slug, 'Met één ander');

  // round 3: tables
  await page.getByRole('link', { name: 'Naar de tafels' }).last().click();
  await page.getByRole('button', { name: 'Stel tafels voor' }).click();
  await page.getByRole('heading', { name: 'Tafel 2' }).waitFor();
  await page.locator('summary', { hasText: 'Verplaats' }).first().click();
  await page.getByLabel('Naar', { exact: true }).first().selectOption('new');
  await page.getByRole('button', { name: 'Verplaats', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Tafel 3' }).waitFor();
  await page.getByText('(vast)').first().waitFor();
  await expectAccessible(page);
  for (const paper of ['naamkaartjes', 'tafelkaarten']) {
    const answer = await page.request.get(`${work}/${paper}.pdf`);
    expect(answer.headers()['content-type']).toBe('application/pdf');
  }
});
