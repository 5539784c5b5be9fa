import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();
const phone = { viewport: { width: 390, height: 844 } };

async function as(account: Parameters<typeof signInAs>[2]): Promise<Page> {
  const page = await browser.newPage(phone);
  await signInAs(page, product.url, account);
  return page;
}

test('an action: made, told how it goes, done, and read by everybody', async () => {
  const chair = await as('voorzitter');
  await chair.goto(`${product.url}/actiewerk`);
  await expectAccessible(chair);
  await chair.getByRole('link', { name: 'Actie toevoegen' }).click();
  await chair.getByLabel('Team').selectOption({ label: 'Opgaveteam Eigenaarschap, Inclusie en Democratie' });
  await chair.getByRole('button', { name: 'Verder' }).click();
  await expectAccessible(chair);
  browser.allowErrors(/422/);
  await chair.getByRole('button', { name: 'Zet op de lijst' }).click();
  await chair.getByRole('alert').first().waitFor();
  await expectAccessible(chair);
  await chair.getByLabel('Wat gaat er gebeuren?').fill('Zet de stoelen klaar voor de buurtavond');
  await chair.getByLabel('Rol of groep die het doet').fill('werkgroep Buurtavond');
  await chair.getByLabel('Wie in het team krijgt de herinneringen?').selectOption({ label: 'Ravi Lid' });
  await chair.getByText('Doorlopend', { exact: true }).click();
  await chair.getByRole('button', { name: 'Zet op de lijst' }).click();
  await chair.getByText('De actie staat op de lijst.').waitFor();
  await expectAccessible(chair);

  const member = await as('lid');
  await member.goto(`${product.url}/mijn/acties`);
  await expectAccessible(member);
  await member.getByRole('link', { name: 'Zet de stoelen klaar' }).click();
  await member.getByText('Het is gedaan').click();
  await member.getByLabel('Toelichting').fill('Alle zestig staan er.');
  await member.getByRole('button', { name: 'Verstuur' }).click();
  await member.getByText('Bijgewerkt. Iedereen kan het nu lezen.').waitFor();

  const anybody = await browser.newPage(phone);
  await anybody.goto(`${product.url}/acties?stand=gedaan&zoek=stoelen`);
  await expectAccessible(anybody);
  await anybody.getByRole('link', { name: 'Zet de stoelen klaar' }).click();
  await anybody.getByText('Alle zestig staan er.').waitFor();
  await expectAccessible(anybody);
  expect(await anybody.content()).not.toContain('Ravi');
  const file = await anybody.request.get(`${product.url}/acties.csv?stand=gedaan`);
  expect(await file.text()).toContain('Zet de stoelen klaar');
});

test('an undertaking counts as kept when a second person confirms its proof', async () => {
  const editor = await as('redacteur');
  await editor.goto(`${product.url}/toezegging-werk/nieuw`);
  await expectAccessible(editor);
  await editor.getByLabel('Wat is er beloofd?').fill('Er komt een bankje bij de speeltuin.');
  await editor.getByText('bewoners', { exact: true }).click();
  await editor.getByLabel('Wie zei het?').fill('de voorzitter');
  await editor.getByLabel('Wanneer is het gezegd?').fill('2026-01-15');
  await editor.getByLabel('Waar is het gezegd?').fill('buurtavond');
  await editor
    .getByLabel('Wie moet het nakomen?')
    .selectOption({ label: 'Opgaveteam Eigenaarschap, Inclusie en Democratie' });
  await editor.getByRole('button', { name: 'Zet op de lijst' }).click();
  await editor.getByText('De toezegging staat op de lijst.').waitFor();
  await expectAccessible(editor);
  browser.allowErrors(/422/);
  await editor.getByText('Nagekomen', { exact: true }).click();
  await editor.getByLabel('Wat is er gedaan?').fill('Het bankje staat er sinds maart.');
  await editor.getByRole('button', { name: 'Leg voor aan een collega' }).click();
  await editor.getByText('Voeg bewijs toe', { exact: false }).first().waitFor();
  await expectAccessible(editor);
  await editor.getByLabel('Webadres met het bewijs').fill('https://wijkbeurs.example/bankje');
  await editor.getByRole('button', { name: 'Leg voor aan een collega' }).click();
  await editor.getByText('Een collega moet het nog bevestigen.', { exact: false }).waitFor();
  expect(await editor.getByRole('button', { name: 'Ja, dit klopt' }).count()).toBe(0);

  const chair = await as('voorzitter');
  await chair.goto(editor.url());
  await expectAccessible(chair);
  await chair.getByRole('button', { name: 'Ja, dit klopt' }).click();
  await chair.getByText('Bevestigd. Iedereen kan het nu lezen.').waitFor();

  const anybody = await browser.newPage(phone);
  await anybody.goto(`${product.url}/toezeggingen?stand=kept`);
  await expectAccessible(anybody);
  await anybody.getByRole('link', { name: 'Er komt een bankje bij de speeltuin.' }).click();
  await anybody.getByText('Het bankje staat er sinds maart.').waitFor();
  await expectAccessible(anybody);
});

test('somebody reads what happened with what they put in; others read what is public anyway', async () => {
  const resident = await as('bewoner');
  await resident.goto(`${product.url}/mijn`);
  await resident.getByRole('link', { name: 'Mijn inbreng' }).first().click();
  await expectAccessible(resident);
  await resident.getByRole('link', { name: 'Hoe kunnen we de buurtkamer overdag delen' }).click();
  await resident.getByRole('heading', { name: 'Wat er gebeurde met jouw inbreng' }).waitFor();
  await resident
    .getByText(/pakt het voor een deel op/)
    .first()
    .waitFor();
  await expectAccessible(resident);

  const anybody = await browser.newPage(phone);
  await anybody.goto(resident.url());
  await anybody.getByRole('heading', { name: 'Wat er gebeurde met deze inbreng' }).waitFor();
  await expectAccessible(anybody);
});
