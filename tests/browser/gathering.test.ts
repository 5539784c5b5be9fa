import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addMinutes } from '#app/kernel/instant.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { yearOf } from '#app/modules/gatherings/gathering.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';
import { planGatheringTonight } from './tonight.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();
const phone = { viewport: { width: 390, height: 844 } };
const visitor = 'bezoeker.van.buiten@example.org';

const planTonight = async () => planGatheringTonight(product.database);

async function mailedLink(subject: RegExp): Promise<string> {
  const mails = async () => product.database.demoMail.findMany({ where: { toAddress: visitor } });
  await expect
    .poll(async () => (await mails()).some((mail) => subject.test(mail.subject)), { timeout: 120_000 })
    .toBe(true);
  const mail = (await mails()).find((one) => subject.test(one.subject));
  return /http\S+mijn-aanmelding\S+/.exec(mail?.text ?? '')?.[0] ?? '';
}

async function register(page: Page, slug: string): Promise<void> {
  await page.goto(`${product.url}/ontmoet/${slug}`);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Meld je aan' }).click();
  await page.getByLabel('Je naam').fill('Bezoeker');
  await expectAccessible(page);
  browser.allowErrors(/422/);
  await page.getByRole('button', { name: 'Meld me aan' }).click();
  await page.getByRole('alert').first().waitFor();
  expect(await page.getByLabel('Je naam').inputValue()).toBe('Bezoeker');
  await page.getByLabel('Je e-mailadres').fill(visitor);
  await page.getByRole('button', { name: 'Meld me aan' }).click();
  await page.getByText('Kijk in je mail').waitFor();
}

test('somebody without account registers, confirms, is marked at the door without a network, and others cancel', async () => {
  const slug = await planTonight();
  const page = await browser.newPage(phone);
  await register(page, slug);

  await page.goto(await mailedLink(/^Bevestig/));
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ja, ik kom' }).click();
  await page.getByText('Er is een plek voor je.').first().waitFor();
  await expectAccessible(page);
  const { doorCode, id } = await product.database.gatheringRegistration.findFirstOrThrow({ where: { email: visitor } });
  await page.getByText(doorCode, { exact: true }).waitFor();

  const door = await browser.newPage(phone);
  await signInAs(door, product.url, 'redacteur');
  await door.goto(`${product.url}/ontmoet-werk/${slug}/deur`);
  await expectAccessible(door);
  await door.getByText('0 van 1 binnen').waitFor();
  browser.allowErrors(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  await door.context().setOffline(true);
  await door.getByLabel('Zoek op naam of code').fill(doorCode);
  await door.getByRole('button', { name: 'Bezoeker is binnen' }).click();
  await door.getByText('1 van 1 binnen').waitFor();
  await door.getByText(/Geen internet. 1 afgevinkt/).waitFor();
  expect(await product.database.gatheringMark.count({ where: { registrationId: id } })).toBe(0);
  const kept = await door.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  expect(kept).toContain(id);
  expect(kept).not.toContain('Bezoeker');

  await door.context().setOffline(false);
  await expect
    .poll(async () => product.database.gatheringMark.count({ where: { registrationId: id } }), { timeout: 120_000 })
    .toBe(1);
  await door.reload();
  await door.getByText('1 van 1 binnen').waitFor();
  expect(await door.evaluate(() => localStorage.length)).toBe(0);

  await door.getByRole('link', { name: 'Iemand zonder aanmelding' }).click();
  await expectAccessible(door);
  await door.getByLabel('Naam').fill('Toevallige passant');
  await door.getByRole('button', { name: 'Zet op de lijst en binnen' }).click();
  await door.getByText('2 van 2 binnen').waitFor();
});

test('somebody with an account registers at once and cancels', async () => {
  const slug = await planTonight();
  const page = await browser.newPage(phone);
  await signInAs(page, product.url, 'lid');
  await page.goto(`${product.url}/ontmoet/${slug}/aanmelden`);
  await page.getByRole('button', { name: 'Meld me aan' }).click();
  await page.getByRole('heading', { name: 'Je komt. Er is een plek voor je.' }).waitFor();
  await page.getByRole('button', { name: 'Zeg af' }).click();
  await page.getByRole('heading', { name: 'Je hebt afgezegd' }).waitFor();
  await expectAccessible(page);
});

test('an organiser plans, announces and looks at who comes', async () => {
  const page = await browser.newPage();
  await signInAs(page, product.url, 'redacteur');
  await page.goto(`${product.url}/ontmoet-werk`);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Plan een bijeenkomst' }).click();
  await expectAccessible(page);
  const { id } = await product.database.gatheringArea.findFirstOrThrow({
    where: { year: yearOf(addMinutes(new Date(), 20 * 24 * 60)), name: 'Sloterdijk' },
  });
  await page.getByLabel('Titel').fill('Meet & Match Sloterdijk');
  await page.getByLabel('Gebied').selectOption(id);
  await page.getByLabel('Dag').fill(dayInAmsterdam(addMinutes(new Date(), 20 * 24 * 60)));
  await page.getByLabel('Naam van de plek').fill('De loods');
  await page.getByLabel('Adres').fill('Loodsweg 1, Amsterdam');
  await page.getByRole('button', { name: 'Maak het concept' }).click();
  await page.getByRole('button', { name: 'Kondig aan' }).click();
  await page.getByText('Beginnen kan op de dag zelf', { exact: false }).waitFor();
  await expectAccessible(page);
  for (const [link, heading] of [
    ['Aanmeldingen', 'Aanmeldingen'],
    ['Lijst op papier', /^Lijst voor/],
    ['Verander', 'Verander de bijeenkomst'],
  ] as const) {
    await page.goto(`${product.url}/ontmoet-werk/meet-match-sloterdijk`);
    await page.getByRole('link', { name: link, exact: true }).click();
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
    await expectAccessible(page);
  }
  for (const path of [
    '/ontmoet-werk/gebieden',
    '/ontmoet-werk/gebieden/nieuw',
    '/ontmoet/gebieden',
    '/ontmoet/agenda',
  ]) {
    await page.goto(`${product.url}${path}`);
    await expectAccessible(page);
  }
});
