import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';
import { moveTonight, planGatheringTonight, walkInTonight } from './tonight.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();
const phone = { viewport: { width: 390, height: 844 } };
let slug: string;

beforeAll(async () => {
  slug = await planGatheringTonight(product.database);
  await moveTonight(product.database, slug, 'begun');
});

/** A phone that joined with the code of somebody's name card. */
async function joined(name: string): Promise<Page> {
  const code = await walkInTonight(product.database, slug, name);
  const page = await browser.newPage(phone);
  await page.goto(`${product.url}/ontmoet/${slug}/muur`);
  await page.getByRole('heading', { name: 'Doe mee met je telefoon' }).waitFor();
  await expectAccessible(page);
  browser.allowErrors(/422/);
  await page.getByLabel('Je code').fill('XX');
  await page.getByRole('button', { name: 'Doe mee' }).click();
  await page.getByText('Deze code kennen we hier niet').first().waitFor();
  await page.getByLabel('Je code').fill(` ${code.toLowerCase()} `);
  await page.getByRole('button', { name: 'Doe mee' }).click();
  await page.getByRole('heading', { name: 'De muur' }).waitFor();
  await page.getByText('Live', { exact: true }).waitFor();
  return page;
}

async function hang(page: Page, kind: string, text: string): Promise<void> {
  await page.getByRole('radio', { name: kind }).check();
  await page.getByLabel('Wat wil je ophangen?').fill(text);
  await page.getByRole('button', { name: 'Hang op' }).click();
}

const note = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });

test('notes go from phone to phone, wait without a network, and are sorted by keyboard', async () => {
  const one = await joined('Een');
  const other = await joined('Ander');
  await hang(one, 'Vraag', 'Wie heeft er een bakfiets te leen?');
  await note(other, 'bakfiets').waitFor();
  await expectAccessible(other);
  expect(await note(other, 'bakfiets').getByRole('button', { name: 'Haal weg' }).count()).toBe(0);

  browser.allowErrors(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK|Failed to load resource/);
  await one.context().setOffline(true);
  await hang(one, 'Aanbod', 'Wij hebben een zaal op woensdag');
  await one.getByText('Geen internet. 1 briefje wacht').waitFor();
  await expectAccessible(one);
  expect(await note(other, 'zaal op woensdag').count()).toBe(0);
  await one.context().setOffline(false);
  await note(other, 'zaal op woensdag').waitFor({ timeout: 120_000 });
  await one.getByText('Er hangen 2 briefjes').waitFor();
  expect(await one.evaluate(() => localStorage.length)).toBe(0);
  expect(await product.database.gatheringNote.count({ where: { gathering: { slug }, state: 'shown' } })).toBe(2);

  const helper = await browser.newPage();
  await signInAs(helper, product.url, 'redacteur');
  await helper.goto(`${product.url}/ontmoet-werk/${slug}/muur`);
  await helper.getByText('Live', { exact: true }).waitFor();
  await helper.getByLabel('Nieuwe stapel').fill('Lenen en delen');
  await helper.getByRole('button', { name: 'Maak de stapel' }).click();
  await helper.getByRole('region', { name: 'Lenen en delen' }).waitFor();
  const paper = helper.getByLabel('Wat staat er op het briefje?');
  await paper.fill('Meer bomen in de straat');
  await paper.press('Enter');
  await note(other, 'Meer bomen').waitFor();
  expect(await paper.inputValue()).toBe('');
  expect(await paper.evaluate((element) => element === document.activeElement)).toBe(true);
  await helper.getByRole('button', { name: /^Verplaats: Wie heeft er een bakfiets/ }).press('ArrowRight');
  await helper.getByText('Verplaatst naar Lenen en delen').waitFor();
  const pile = helper.getByRole('region', { name: 'Lenen en delen' });
  await note(pile as unknown as Page, 'bakfiets').waitFor();
  await expectAccessible(helper);
  await note(other, 'bakfiets').getByText('Lenen en delen').waitFor();

  await helper.getByRole('listitem').filter({ hasText: 'Meer bomen' }).getByText('Verberg', { exact: true }).click();
  const card = helper.getByRole('listitem').filter({ hasText: 'Meer bomen' });
  await card.getByLabel('Waarom? Alleen wie helpt ziet dit.').fill('Dubbel');
  await card.getByRole('button', { name: 'Verberg dit briefje' }).click();
  await note(other, 'Meer bomen').waitFor({ state: 'detached' });
  await helper.getByText('1 verborgen briefje').waitFor();

  const screen = await browser.newPage({ viewport: { width: 1024, height: 768 } });
  await signInAs(screen, product.url, 'redacteur');
  await screen.goto(`${product.url}/ontmoet-werk/${slug}/scherm/muur`);
  await screen.getByRole('heading', { name: 'Lenen en delen (1)' }).waitFor();
  await expectAccessible(screen);
  await hang(other, 'Idee', 'Samen koken op het plein');
  await screen.getByText('Samen koken op het plein').waitFor();
  const isWhole = () => document.documentElement.scrollHeight <= window.innerHeight;
  expect(await screen.evaluate(isWhole)).toBe(true);

  await note(one, 'zaal op woensdag').getByRole('button', { name: 'Haal weg' }).click();
  await note(other, 'zaal op woensdag').waitFor({ state: 'detached' });

  await moveTonight(product.database, slug, 'closed');
  await one.getByText('De muur is gesloten').first().waitFor();
  await expectAccessible(one);
});

test('without JavaScript a note is a plain form, and becomes a plan of who has an account', async () => {
  const tonight = await planGatheringTonight(product.database);
  await moveTonight(product.database, tonight, 'begun');
  const code = await walkInTonight(product.database, tonight, 'Zonder');
  const page = await browser.newPage({ ...phone, javaScriptEnabled: false });
  await page.goto(`${product.url}/ontmoet/${tonight}/mee?code=${code}`);
  await page.getByRole('button', { name: 'Doe mee' }).click();
  browser.allowErrors(/422/);
  await page.getByRole('button', { name: 'Hang op' }).click();
  await page.getByText('Schrijf eerst iets op je briefje.').first().waitFor();
  await page.getByLabel('Wat wil je ophangen?').fill('Een moestuin achter de flat');
  await page.getByRole('button', { name: 'Hang op' }).click();
  await note(page, 'moestuin').waitFor();
  await note(page, 'moestuin').getByRole('link', { name: /Meer/ }).click();
  await page.getByRole('searchbox').fill('bestaat niet');
  await page.getByRole('button', { name: /Zoek/ }).last().click();
  await page.getByText('Niets gevonden').waitFor();
  await signInAs(page, product.url, 'bewoner');
  await page.goto(`${product.url}/ontmoet/${tonight}/muur?soort=idea`);
  await note(page, 'moestuin').getByRole('link', { name: /Meer/ }).click();
  await page.getByRole('button', { name: 'Maak er een plan van' }).click();
  await page.waitForURL(/\/initiatieven\/concept\//);
  expect(
    await page
      .getByLabel(/titel|heet/i)
      .first()
      .inputValue(),
  ).toBe('Een moestuin achter de flat');
});
