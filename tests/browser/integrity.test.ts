import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();
const phone = { viewport: { width: 390, height: 844 } };

const open = async (page: Page, path: string) => {
  await page.goto(`${product.url}${path}`);
  await expectAccessible(page);
};
const press = async (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const main = async (page: Page) => page.locator('main').innerText();

test('a member declares a board and a private tie, says that this is all, and the public reads no name and no family', async () => {
  browser.allowErrors(/status of 422/);
  const page = await browser.newPage(phone);
  await signInAs(page, product.url, 'wijkgenoot');
  await open(page, '/mijn/belangen/nieuw?soort=board');
  await press(page, 'Geef op');
  await expectAccessible(page);
  expect(await main(page)).toContain('Kies een organisatie, of typ haar naam.');
  await page.getByLabel('Welke organisatie?').selectOption({ label: 'Combiwel' });
  await page.getByLabel('Nee', { exact: true }).check();
  await page.getByLabel('Sinds wanneer?').fill('2025-01-01');
  await press(page, 'Geef op');
  expect(await main(page)).toContain('Combiwel');

  await open(page, '/mijn/belangen/nieuw?soort=family');
  await page.getByLabel('Een andere organisatie').fill('Stichting van mijn zus');
  await page.getByLabel('Sinds wanneer?').fill('2025-01-01');
  await page.getByLabel('Uitleg').fill('Mijn zus bestuurt deze stichting.');
  await press(page, 'Geef op');
  await expectAccessible(page);
  await press(page, 'Ja, dit is alles');
  expect(await main(page)).toContain('Je zei dit het laatst op');

  const stranger = await browser.newPage(phone);
  await open(stranger, '/belangen?team=wijkalliantie-dichtersbuurt');
  const register = await stranger.content();
  expect(register).toContain('Combiwel');
  expect(register).toContain('Persoonlijk belang');
  for (const hidden of ['zus', 'Amina', 'wijkgenoot@']) expect(register).not.toContain(hidden);
  await open(stranger, '/belangen/erbuiten');

  // the chair sees that it is her, and not why
  const chair = await browser.newPage();
  await signInAs(chair, product.url, 'voorzitter');
  await open(chair, '/belangen/werk');
  await chair.locator('main summary').click();
  await expectAccessible(chair);
  expect(await main(chair)).toContain('Amina');
  expect(await chair.content()).not.toContain('zus');
  const control = await browser.newPage();
  await signInAs(control, product.url, 'controlegroep');
  await control.goto(`${product.url}/belangen/werk`);
  await control.locator('main summary').click();
  expect(await main(control)).toContain('Mijn zus bestuurt deze stichting.');

  await page.goto(`${product.url}/mijn/belangen`);
  await page.getByRole('button', { name: 'Dit is gestopt' }).first().click();
  expect(await main(page)).toContain('Er is niets weggehaald');
});

test('somebody without account asks about the chair, finds the answer not enough, and a second person publishes what came of it', async () => {
  browser.allowErrors(/status of 422/);
  const asker = await browser.newPage(phone);
  await open(asker, '/integriteit');
  await asker.getByRole('link', { name: 'Stel een vraag of meld iets' }).first().click();
  await press(asker, 'Verstuur');
  await expectAccessible(asker);
  await asker.getByLabel('Melding').check();
  await asker
    .getByLabel('Over welk team gaat het?')
    .selectOption({ label: 'Opgaveteam Eigenaarschap, Inclusie en Democratie' });
  await asker.getByLabel('de voorzitter van het team').check();
  await asker.getByLabel('Wat is er aan de hand?').fill('De voorzitter gaf geld aan de club van een vriend.');
  await asker.getByLabel('Je mailadres').fill('melder@wijkbeurs.example');
  await press(asker, 'Verstuur');
  await expectAccessible(asker);
  const own = asker.url();
  expect(await main(asker)).toContain('Je vraag ligt bij de programmamanager.');
  const [, number = ''] = /(I\d{4}-\d{4})/.exec(await main(asker)) ?? [];

  const chair = await browser.newPage();
  await signInAs(chair, product.url, 'voorzitter');
  await chair.goto(`${product.url}/integriteit/werk`);
  expect(await main(chair)).not.toContain(number);

  const manager = await browser.newPage();
  await signInAs(manager, product.url, 'programmamanager');
  await open(manager, '/integriteit/werk');
  await manager.getByRole('link', { name: number }).click();
  await expectAccessible(manager);
  await manager.getByLabel('Antwoord').fill('Ik zocht het uit: de vriend kreeg niets.');
  await press(manager, 'Verstuur antwoord');

  await asker.goto(own);
  expect(await main(asker)).toMatch(/om \d\d:\d\d: de programmamanager/);
  await asker.getByLabel('Wat ontbreekt er nog?').fill('Kijk ook naar de vergoedingen.');
  await press(asker, 'Nee, dit is niet genoeg');
  expect(await main(asker)).toContain('Je vraag ligt bij de controlegroep.');

  const control = await browser.newPage();
  await signInAs(control, product.url, 'controlegroep');
  await control.goto(`${product.url}/integriteit/werk`);
  await control.getByRole('link', { name: number }).click();
  await control.getByLabel('Antwoord').fill('Ook bij de vergoedingen vonden we niets.');
  await press(control, 'Verstuur antwoord');
  await asker.goto(own);
  await press(asker, 'Ja, dit is genoeg');
  expect(await main(asker)).toContain('Deze vraag is gesloten.');

  await control.goto(`${product.url}/integriteit/werk`);
  await control.getByRole('link', { name: number }).click();
  await control.getByLabel('Uitkomst voor iedereen').fill('Iemand meldde bevoordeling. Daar is niets van gebleken.');
  await press(control, 'Leg klaar');
  expect(await main(control)).toContain('Jij schreef deze.');

  const editor = await browser.newPage();
  await signInAs(editor, product.url, 'redacteur');
  await open(editor, '/integriteit/werk');
  await editor.getByRole('listitem').filter({ hasText: number }).getByRole('button').click();
  await open(asker, '/integriteit');
  const published = await main(asker);
  expect(published).toContain('Daar is niets van gebleken.');
  expect(published).not.toContain('vriend');

  // what was mailed says nothing of it
  const mails = await product.database.demoMail.findMany({ where: { toAddress: 'melder@wijkbeurs.example' } });
  expect(mails.every(({ text }) => !text.includes('vriend') && !text.includes('vergoedingen'))).toBe(true);
});

test('who answers what was answered meanwhile reads so, and still has what they typed', async () => {
  browser.allowErrors(/status of 409/);
  const asker = await browser.newPage(phone);
  await asker.goto(`${product.url}/integriteit/vraag`);
  await asker.getByLabel('Melding').check();
  await asker
    .getByLabel('Over welk team gaat het?')
    .selectOption({ label: 'Opgaveteam Eigenaarschap, Inclusie en Democratie' });
  await asker.getByLabel('de voorzitter van het team').check();
  await asker.getByLabel('Wat is er aan de hand?').fill('Twee mensen met dezelfde rol lezen dit tegelijk.');
  await press(asker, 'Verstuur');
  expect(await main(asker)).toContain('Je melding I');
  const [, number = ''] = /(I\d{4}-\d{4})/.exec(await main(asker)) ?? [];

  const first = await browser.newPage(phone);
  await signInAs(first, product.url, 'programmamanager');
  await first.goto(`${product.url}/integriteit/werk`);
  await first.getByRole('link', { name: number }).click();
  await first.getByLabel('Antwoord').fill('Dit is het antwoord dat telt.');
  const second = await first.context().newPage();
  await second.goto(first.url());
  await second.getByLabel('Antwoord').fill('Dit typte ik in het andere venster.');
  await press(first, 'Verstuur antwoord');
  await first.waitForURL('**/integriteit/werk');
  await press(second, 'Verstuur antwoord');
  await second.getByRole('alert').waitFor();
  expect(await second.getByRole('alert').innerText()).toContain('Dit typte ik in het andere venster.');
  await expectAccessible(second);
});
