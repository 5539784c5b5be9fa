import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { keptContent, type MinutesLine } from '#app/modules/meetings/minutes-content.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();
const phone = { viewport: { width: 390, height: 844 } };
const wide = { viewport: { width: 1280, height: 900 } };
const title = 'Overleg over de proef';

async function planAndAnnounce(page: Page): Promise<string> {
  await page.goto(`${product.url}/vergaderwerk`);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Plan een vergadering' }).click();
  await page.getByLabel('Van welk team').selectOption({ label: 'Opgaveteam Eigenaarschap, Inclusie en Democratie' });
  await page.getByLabel('Naam').fill(title);
  await page.getByLabel('Dag').fill(addDays(dayInAmsterdam(new Date()), -30));
  browser.allowErrors(/422/);
  await page.getByRole('button', { name: 'Bewaar als concept' }).click();
  await page.getByRole('alert').first().waitFor();
  expect(await page.getByLabel('Naam').inputValue()).toBe(title);
  await expectAccessible(page);
  await page.getByLabel('Plek').fill('Plein 40-45');
  await page.getByLabel('Voorzitter').fill('Anneke Voorzit');
  await page.getByRole('button', { name: 'Bewaar als concept' }).click();
  await page.getByRole('button', { name: 'Kondig aan' }).click();
  await page.getByText('Aangekondigd.').waitFor();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

async function makeAgenda(page: Page): Promise<void> {
  for (const item of ['Groen in de straat', 'Rondvraag']) {
    await page.getByRole('link', { name: 'Zet een punt op de agenda' }).click();
    await page.getByLabel('Onderwerp').fill(item);
    if (item === 'Rondvraag') await expectAccessible(page);
    await page.getByRole('button', { name: 'Bewaar' }).click();
    await page.getByText('Op de agenda gezet.').waitFor();
  }
  await page.getByRole('button', { name: 'Rondvraag omhoog' }).press('Enter');
  await page.getByText('Verplaatst.').waitFor();
  await page.getByRole('heading', { name: '2. Rondvraag' }).waitFor();
  await page.getByRole('button', { name: 'Publiceer de agenda' }).click();
  await page.getByText('De agenda is gepubliceerd.').waitFor();
  await expectAccessible(page);
}

async function keptLines(slug: string): Promise<MinutesLine[]> {
  const { content } = await product.database.minutes.findFirstOrThrow({ where: { meeting: { slug } } });
  return keptContent(content).lines;
}

/** With the keyboard: a new line below the last, moved up. */
async function writeMinutes(page: Page, slug: string): Promise<void> {
  await page.getByRole('button', { name: 'Begin het verslag' }).click();
  const second = page.getByRole('group', { name: 'Regel 3', exact: true });
  await second.getByLabel('Soort').selectOption('action');
  await second.getByLabel('Afspraak, actie of besluit').fill('Bomen tellen in de straat');
  await second.getByLabel('Toelichting').fill('Sofie Proefpersoon wil helpen. Bel haar op 06-12345678.');
  await second.getByLabel('Wie').fill('Ravi Lid');
  await second.getByLabel('Wanneer').fill('ASAP');
  const rows = page.getByRole('group', { name: /^Regel \d+$/ });
  const before = await rows.count();
  await second.getByLabel('Wanneer').press('Control+Enter');
  await expect.poll(async () => rows.count()).toBe(before + 1);
  await page.keyboard.type('Een nieuw punt');
  await page.keyboard.press('Alt+ArrowUp');
  await expect
    .poll(async () => page.getByRole('group', { name: 'Regel 3', exact: true }).getByLabel('Onderwerp').inputValue())
    .toBe('Een nieuw punt');
  // it said "saved" for what was typed before, too: what counts is what is kept
  await expect
    .poll(async () => (await keptLines(slug))[2]?.subject, { timeout: 120_000, interval: 500 })
    .toBe('Een nieuw punt');
  await page.getByText(/^Bewaard om/).waitFor();
  await page.reload();
  // in long minutes a mistake says where it is
  const who = page.getByRole('group', { name: 'Regel 4', exact: true }).getByLabel('Wie');
  await who.fill('x'.repeat(301));
  await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
  await page.getByRole('link', { name: /^Regel 4: / }).press('Enter');
  await expect.poll(async () => who.evaluate((field) => field === document.activeElement)).toBe(true);
  await expectAccessible(page);
  await who.fill('Ravi Lid');
  await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
  await page.getByText('Bewaard.', { exact: true }).waitFor();
  expect(await page.getByRole('group', { name: 'Regel 4', exact: true }).getByLabel('Wie').inputValue()).toBe(
    'Ravi Lid',
  );
  await expectAccessible(page);
}

test('an editor plans, writes, adopts and publishes; a second person releases; everybody reads', async () => {
  const page = await browser.newPage(wide);
  await signInAs(page, product.url, 'redacteur');
  const slug = await planAndAnnounce(page);
  await makeAgenda(page);
  await writeMinutes(page, slug);
  const work = `${product.url}/vergaderwerk/${slug}`;

  const member = await browser.newPage(phone);
  await signInAs(member, product.url, 'lid');
  browser.allowErrors(/404/);
  expect((await member.goto(`${work}/verslag`))?.status()).toBe(404);
  await page.getByRole('button', { name: 'Stuur naar de leden' }).click();
  await page.getByText(/^Verstuurd aan/).waitFor();
  await member.goto(`${work}/verslag`);
  await member.getByText('Bomen tellen in de straat').waitFor();
  await expectAccessible(member);

  await page.getByRole('button', { name: 'Leg vast dat het is vastgesteld' }).click();
  await page.getByText('Vastgesteld. Haal nu de namen eruit.').waitFor();
  await expectAccessible(page);
  await page.goto(`${work}/zwartlakken`);
  await page.getByRole('button', { name: 'Begin met zwartlakken' }).click();
  await page.getByRole('heading', { name: 'Gevonden' }).waitFor();
  await page.getByRole('button', { name: 'Haal de rest weg' }).click();
  await page.getByRole('button', { name: 'Vraag een collega om mee te kijken' }).click();
  await page.getByText('Jij haalde namen weg.', { exact: false }).waitFor();

  const chair = await browser.newPage(wide);
  await signInAs(chair, product.url, 'voorzitter');
  await chair.goto(`${work}/zwartlakken`);
  await chair.getByRole('button', { name: 'Geef vrij' }).click();
  await chair.getByText('Het verslag kan nu openbaar worden.', { exact: false }).waitFor();
  await page.goto(`${work}/verslag`);
  await page.getByRole('button', { name: 'Publiceer het verslag' }).click();
  await page.getByText(/^Gepubliceerd als V/).waitFor();

  const reader = await browser.newPage(phone);
  await reader.goto(`${product.url}/vergaderingen`);
  await expectAccessible(reader);
  await reader.getByRole('link', { name: title }).click();
  await expectAccessible(reader);
  await reader.getByRole('link', { name: 'Lees het verslag' }).click();
  await reader.getByText('Bomen tellen in de straat').waitFor();
  await expectAccessible(reader);
  const html = await reader.content();
  for (const secret of ['Sofie', 'Proefpersoon', '06-12345678', 'Ravi']) expect(html).not.toContain(secret);
  const width = await reader.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  const pdf = await reader.request.get(`${product.url}/vergaderingen/${slug}/verslag.pdf`);
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  expect(await product.database.action.count({ where: { meeting: { slug }, publishedAt: { not: null } } })).toBe(1);
});

test('a resident puts a subject forward, gets it on an agenda and reads where', async () => {
  const resident = await browser.newPage(phone);
  await signInAs(resident, product.url, 'bewoner');
  const meeting = await product.database.meeting.findFirstOrThrow({
    where: { state: 'announced', startsAt: { gt: new Date() } },
  });
  await resident.goto(`${product.url}/vergaderingen/${meeting.slug}`);
  await expectAccessible(resident);
  await resident.getByRole('link', { name: 'Breng een onderwerp in' }).click();
  await resident.getByLabel('Onderwerp').fill('Bankjes op het plein');
  browser.allowErrors(/422/);
  await resident.getByRole('button', { name: 'Verstuur' }).click();
  await resident.getByRole('alert').first().waitFor();
  await expectAccessible(resident);
  await resident.getByLabel('Wat vraag je, en waarom?').fill('Oudere mensen kunnen nergens zitten.');
  await resident.getByRole('button', { name: 'Verstuur' }).click();
  await resident.getByText(/^Wacht op antwoord/).waitFor();
  await expectAccessible(resident);

  const editor = await browser.newPage(wide);
  await signInAs(editor, product.url, 'redacteur');
  await editor.goto(`${product.url}/vergaderwerk`);
  await editor.getByRole('link', { name: 'Bankjes op het plein' }).click();
  await expectAccessible(editor);
  await editor.getByLabel('Op welke vergadering').selectOption(meeting.id);
  await editor.getByRole('button', { name: 'Zet op een agenda' }).click();
  await editor.getByText('Op de agenda gezet.').waitFor();
  await resident.reload();
  await resident.getByRole('link', { name: /^Het staat op de agenda van/ }).click();
  await resident.getByText('Later toegevoegd').first().waitFor();
  await resident.getByText('Ingebracht door een bewoner').waitFor();
});
