import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
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

/** How many new things the menu shows. */
async function unread(page: Page): Promise<string> {
  await page.goto(`${product.url}/`);
  await page.locator('summary', { hasText: 'Menu' }).click();
  return page
    .getByRole('link', { name: /^Berichten/ })
    .first()
    .innerText();
}

test('a group is made, writes, gets an answer, and finds its match in the exercise', async () => {
  const maker = await browser.newPage(phone);
  await signInAs(maker, product.url, 'wijkgenoot');
  await maker.goto(`${product.url}/portfolios`);
  await maker.getByRole('link', { name: 'Zet je plan of groep op de beurs' }).first().click();

  // without saying what they do it comes back, filled in
  browser.allowErrors(/422/);
  await maker.getByLabel('Hoe heten jullie?').fill('Naaiclub De Draad');
  await maker.getByLabel('Een idee').check();
  await maker.getByRole('button', { name: 'Zet op de beurs' }).click();
  await maker.getByText('Vertel in minstens 20 tekens wat jullie doen.').first().waitFor();
  expect(await maker.getByLabel('Hoe heten jullie?').inputValue()).toBe('Naaiclub De Draad');
  await expectGood(maker);
  await maker.getByLabel('Wat doen jullie, en voor wie?').fill('Wij naaien tassen van oude gordijnen, voor iedereen.');
  const needs = maker.getByRole('group', { name: 'Wat zoek je het meest?' });
  await needs.getByLabel('Wat voor soort is het?').selectOption('Spullen');
  await needs.getByLabel('Omschrijf het').fill('Een naaimachine die het nog doet');
  await maker.getByRole('button', { name: 'Zet op de beurs' }).click();
  await maker.getByText('Je groep staat op de beurs.').waitFor();
  await expectGood(maker);

  // an offer, with a mistake first
  await maker.getByText('Iets bieden').click();
  const offer = maker.locator('#nieuw-offer');
  await offer.getByLabel('Wat precies?').fill('Wij verstellen kleding');
  await offer.getByRole('button', { name: 'Zet erbij' }).click();
  await maker.getByText('Kies wat voor soort het is.').first().waitFor();
  await maker.locator('#nieuw-offer').getByLabel('Wat voor soort?').selectOption('Vaardigheden');
  await maker.locator('#nieuw-offer').getByRole('button', { name: 'Zet erbij' }).click();
  await maker.getByText('Wij verstellen kleding').first().waitFor();

  // the neighbour is asked to keep it too, and does when she says yes herself
  const cook = await browser.newPage(phone);
  await signInAs(cook, product.url, 'buurvrouw');
  await maker.getByText('Laat iemand meedoen').click();
  await maker.getByLabel('E-mailadres van wie mee gaat beheren').fill('voorzitter@wijkbeurs.example');
  await maker.getByRole('button', { name: 'Nodig uit' }).click();
  await maker.getByText('Uitgenodigd, nog geen antwoord').waitFor();
  await expectGood(maker);
  const invited = await browser.newPage(phone);
  await signInAs(invited, product.url, 'voorzitter');
  await invited.goto(`${product.url}/mijn`);
  await invited.getByRole('link', { name: 'Bekijk', exact: true }).first().click();
  await invited.getByRole('heading', { name: 'Naaiclub De Draad' }).waitFor();
  await expectGood(invited);
  await invited.getByRole('button', { name: /Ja, ik doe mee/ }).click();
  await invited.getByText('Je beheert dit portfolio nu mee.').waitFor();

  // a message about what the cooks need
  await maker.goto(`${product.url}/portfolios?zoek=rondbrengen`);
  await maker.getByRole('link', { name: 'Koken op dinsdag' }).click();
  await expectGood(maker);
  await maker.getByRole('link', { name: /Reageer.*Twee mensen/ }).click();
  expect(await maker.getByLabel('Waar gaat het over?').inputValue()).toContain('Twee mensen');
  await maker.getByLabel('Je bericht').fill('Wij brengen op dinsdag graag rond. Passen er tassen bij?');
  await expectGood(maker);
  await maker.getByRole('button', { name: 'Verstuur' }).click();
  await maker.getByText('Verstuurd. Je krijgt een mail als er antwoord is.').waitFor();

  // the cooks read and answer
  const before = await unread(cook);
  await cook
    .getByRole('link', { name: /^Berichten/ })
    .first()
    .click();
  await expectGood(cook);
  await cook.getByRole('link', { name: 'Naaiclub De Draad' }).click();
  await cook.getByText('Passen er tassen bij?').waitFor();
  await cook.getByLabel('Je antwoord').fill('Heel graag, en tassen ook!');
  await cook.getByRole('button', { name: 'Verstuur' }).click();
  await cook.getByText('Heel graag, en tassen ook!').waitFor();
  await expectGood(cook);
  expect(await unread(cook)).not.toBe(before);

  // both name each other in the exercise: the club finds the cooks by a word
  await maker.goto(`${product.url}/ontmoet/oefening`);
  await maker.getByLabel(/Weet je al wie/).fill('koken dinsdag');
  await maker.getByRole('button', { name: 'Zoek', exact: true }).click();
  await maker.getByText('Gevonden.').waitFor();
  const weSupport = maker.getByRole('group', { name: 'Welk initiatief kunnen jullie steunen?' });
  await weSupport.getByLabel('Koken op dinsdag').check();
  await expectGood(maker);
  await maker.getByRole('button', { name: 'Bewaar jullie antwoord' }).click();
  await maker.getByText('Bewaard. Jullie kunnen dit veranderen zolang de oefening loopt.').waitFor();

  await cook.goto(`${product.url}/ontmoet/oefening?portfolio=koken-op-dinsdag`);
  await cook.getByText('zegt: wij kunnen jullie steunen').waitFor();
  await cook.getByLabel(/Weet je al wie/).fill('naaiclub');
  await cook.getByRole('button', { name: 'Zoek', exact: true }).click();
  const supportsUs = cook.getByRole('group', { name: 'Welk initiatief kan jullie steunen?' });
  await supportsUs.getByLabel('Naaiclub De Draad').check();
  await cook.getByRole('button', { name: 'Bewaar jullie antwoord' }).click();
  await cook.getByText('Jullie kozen elkaar!').waitFor();
  await expectGood(cook);

  // the product introduces them
  await maker.goto(`${product.url}/berichten`);
  await maker.getByText('Kennismaken: ').first().waitFor();
  await maker.getByRole('link', { name: 'Koken op dinsdag' }).first().click();
  await maker.getByText('Een eerste vraag').waitFor();
  await expectGood(maker);
  const visitor = await browser.newPage(phone);
  await visitor.goto(`${product.url}/portfolios/naaiclub-de-draad`);
  await visitor.getByRole('heading', { name: 'Werkt samen met of leerde kennen' }).waitFor();
  await expectGood(visitor);
});
