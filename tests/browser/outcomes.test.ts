import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';
import { arriveTonight, moveTonight, planGatheringTonight, registerTonight } from './tonight.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();
const phone = { viewport: { width: 390, height: 844 } };

/** An evening that goes on, where `bewoner` is in. @returns its address */
async function beginEvening(): Promise<string> {
  const { database } = product;
  const slug = await planGatheringTonight(database, { form: 'rounds', title: 'Avond in De Aker', areaName: 'De Aker' });
  const samira = await registerTonight(database, { slug, account: 'bewoner', name: 'Samira' });
  await moveTonight(database, slug, 'begun');
  await arriveTonight(database, slug, [samira]);
  return slug;
}

async function makeWorkshops(page: Page, slug: string): Promise<void> {
  await page.goto(`${product.url}/ontmoet-werk/${slug}`);
  await page.getByRole('link', { name: 'Workshops' }).click();
  await expectAccessible(page);
  for (const title of ['Plein ontwerpen', 'Samen koken']) {
    await page.getByRole('link', { name: 'Maak een workshop' }).click();
    await expectAccessible(page);
    await page.getByLabel('Titel').fill(title);
    await page.getByLabel('Hoeveel plekken?').fill('2');
    await page.getByRole('button', { name: 'Bewaar' }).click();
    await page.getByRole('heading', { name: title }).waitFor();
  }
}

test('an evening: workshop, question, promise, report, agenda item and its answer', async () => {
  const slug = await beginEvening();
  const desk = await browser.newPage();
  await signInAs(desk, product.url, 'redacteur');
  await makeWorkshops(desk, slug);

  const mine = await browser.newPage(phone);
  await signInAs(mine, product.url, 'bewoner');
  await mine.goto(`${product.url}/ontmoet/${slug}`);
  await mine.getByRole('link', { name: 'Workshops' }).click();
  await expectAccessible(mine);
  await mine.getByRole('button', { name: 'Kies Plein ontwerpen' }).click();
  await mine.getByText('Er is een plek voor je in Plein ontwerpen.', { exact: false }).waitFor();
  await mine.getByRole('button', { name: 'Wissel naar Samen koken' }).click();
  await mine.getByRole('button', { name: 'Geef je plek terug: Samen koken' }).waitFor();

  await mine.goto(`${product.url}/ontmoet/${slug}/vragen`);
  await expectAccessible(mine);
  browser.allowErrors(/422/);
  await mine.getByRole('button', { name: 'Zet de vraag erbij' }).click();
  await mine.getByRole('alert').first().waitFor();
  await mine.getByLabel('Hoe kunnen we …').fill('de speeltuin opknappen');
  await mine.getByLabel('zodat …').fill('kinderen er weer spelen');
  await mine.getByRole('button', { name: 'Zet de vraag erbij' }).click();
  const question = 'Hoe kunnen we de speeltuin opknappen, zodat kinderen er weer spelen?';
  await mine.getByText(question).waitFor();

  await desk.goto(`${product.url}/ontmoet-werk/${slug}/vragen`);
  await desk.getByText(question).first().waitFor();
  await expectAccessible(desk);
  await desk.getByLabel('De vraag', { exact: true }).first().fill('Hoe kunnen we vaker samen eten?');
  await desk.getByRole('button', { name: 'Zet erbij' }).click();
  // the phone hears of it by itself
  await mine.getByText('Hoe kunnen we vaker samen eten?').waitFor();

  await mine.goto(`${product.url}/ontmoet/${slug}/beloftes`);
  await expectAccessible(mine);
  await mine.getByLabel('Ik ga …').fill('De speeltuin opmeten');
  await mine.getByLabel('Wanneer is het gedaan?').fill(addDays(dayInAmsterdam(new Date()), 20));
  await mine.getByRole('button', { name: 'Beloof het' }).click();
  await mine.getByText('Je naam staat er niet bij.').waitFor();
  await mine.getByRole('button', { name: 'Ja, noem mij zo' }).click();
  await mine.getByText('Je wordt genoemd als: Samira').waitFor();

  await moveTonight(product.database, slug, 'closed');
  await desk.goto(`${product.url}/ontmoet-werk/${slug}/verslag`);
  await expectAccessible(desk);
  await desk.getByLabel('Inleiding').fill('Het was een goede avond.');
  await desk.getByRole('button', { name: 'Bewaar' }).click();
  await desk.getByText('Bewaard.', { exact: false }).waitFor();
  await desk.getByRole('button', { name: 'Publiceer het verslag' }).click();
  await desk.getByText('Wat je hier verandert, is meteen zichtbaar.').waitFor();

  const reader = await browser.newPage(phone);
  await reader.goto(`${product.url}/ontmoet/${slug}`);
  await reader.getByRole('link', { name: 'Lees het verslag' }).click();
  await reader.getByText('De speeltuin opmeten').waitFor();
  expect(await reader.content()).toContain('Samira');
  await expectAccessible(reader);
  await mine.goto(`${product.url}/ontmoet/${slug}/beloftes`);
  await mine.getByRole('button', { name: 'Haal mijn naam weg' }).click();
  await mine.getByRole('button', { name: 'Ja, noem mij zo' }).waitFor();
  await reader.reload();
  expect(await reader.content()).not.toContain('Samira');
  expect(await (await reader.request.get(`${product.url}/ontmoet/${slug}/verslag.json`)).text()).not.toContain(
    'Samira',
  );

  await mine.getByLabel('Gelukt', { exact: true }).check();
  await mine.getByRole('button', { name: 'Geef antwoord' }).click();
  await mine.getByText('Je antwoord telt mee', { exact: false }).waitFor();
  await expectAccessible(mine);

  await desk.goto(`${product.url}/ontmoet-werk/${slug}/agenda`);
  await expectAccessible(desk);
  const team = await product.database.body.findFirstOrThrow({ where: { slug: 'eigenaarschap-inclusie-democratie' } });
  await desk.getByLabel('Aan wie?').selectOption(team.id);
  await desk.getByLabel('Titel').fill('Knap de speeltuin op');
  await desk.getByLabel('Wat vraag je?').fill('Zet de speeltuin op de agenda, samen met de kinderen.');
  await desk.getByLabel(question).check();
  await desk.getByRole('button', { name: 'Breng in' }).click();
  await desk.getByRole('heading', { name: 'Knap de speeltuin op' }).waitFor();

  const chair = await browser.newPage();
  await signInAs(chair, product.url, 'voorzitter');
  await chair.goto(`${product.url}/agendapunten`);
  await expectAccessible(chair);
  await chair.getByRole('link', { name: 'Knap de speeltuin op' }).click();
  await expectAccessible(chair);
  await chair.getByLabel('Ja, dit pakken we op').check();
  await chair.getByLabel('Leg het uit').fill('In het voorjaar beginnen we met de kinderen te tekenen.');
  await chair.getByRole('button', { name: 'Geef antwoord' }).click();
  await chair.getByText('Het antwoord is gegeven.', { exact: false }).waitFor();

  await reader.reload();
  await reader.getByText('In het voorjaar beginnen we', { exact: false }).waitFor();
  await reader.goto(`${product.url}/opgaveteams/eigenaarschap-inclusie-democratie`);
  await reader.getByText('In het voorjaar beginnen we', { exact: false }).waitFor();
  await mine.goto(`${product.url}/ontmoet`);
  await mine.getByText('In het voorjaar beginnen we', { exact: false }).waitFor();
  await expectAccessible(mine);
  const mails = async () => product.database.demoMail.findMany({ where: { toAddress: 'bewoner@wijkbeurs.example' } });
  await expect
    .poll(
      async () => (await mails()).filter(({ subject }) => subject === 'Er is antwoord: Knap de speeltuin op').length,
      {
        timeout: 120_000,
      },
    )
    .toBe(1);
});
