import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { addMinutes, instant } from '#app/kernel/instant.ts';
import { newId } from '#app/kernel/ids.ts';
import { addDays, dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import type { Database } from '#app/platform/database.server.ts';
import { content, secrets } from '#tests/integration/redaction/scene.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { readPdf } from '#tests/support/pdf-text.ts';
import { useProduct } from '#tests/support/product.ts';
import { docxEntries, zipOf } from '#tests/support/zip.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();
const phone = { viewport: { width: 390, height: 844 } };
const day = 24 * 60;

async function makeMeeting(database: Database, days: number, title: string) {
  const body = await database.body.findUniqueOrThrow({ where: { slug: 'eigenaarschap-inclusie-democratie' } });
  const now = instant(new Date().toISOString());
  const [id, startsAt] = [newId(), addMinutes(now, days * day)];
  const slug = `proef-${id.slice(-8)}`;
  await database.meeting.create({
    data: {
      ...{ id, slug, bodyId: body.id, title, venueName: 'Ru Paré', chairName: 'Jolande Verhulst', isOpen: true },
      ...{ startsAt, endsAt: addMinutes(startsAt, 120), state: 'announced', createdAt: startsAt, changedAt: startsAt },
      agendaBy: toDateColumn(addDays(dayInAmsterdam(startsAt), -7)),
    },
  });
  return { id, slug, now };
}

async function makeMinutes(database: Database, meetingId: string, now: Date): Promise<string> {
  const id = newId();
  await database.minutes.create({ data: { id, meetingId, content, begunAt: now, changedAt: now } });
  return id;
}

/** Minutes of a team that the next meeting adopted. */
async function makeAdopted(database: Database) {
  const held = await makeMeeting(database, -20, 'Overleg dat voorbij is');
  const next = await makeMeeting(database, -2, 'Overleg erna');
  const { now } = held;
  const id = await makeMinutes(database, held.id, now);
  await database.minutes.update({ where: { id }, data: { state: 'sent', sentAt: now } });
  await database.$transaction(async (tx) => {
    await tx.minutes.update({ where: { id }, data: { state: 'adopted', adoptedAt: now, adoptedInId: next.id } });
    await tx.minutesVersion.create({ data: { id: newId(), minutesId: id, version: 1, content, madeAt: now } });
  });
  return held.slug;
}

/** Everything that a PDF holds: its letters as a reader finds them back, and its packed parts unpacked (bookmarks, what it says of itself). */
async function insideOf(pdf: Buffer): Promise<string> {
  const whole = pdf.toString('latin1');
  const unpacked = [...whole.matchAll(/stream\r?\n/gu)].map((match) => {
    const start = match.index + match[0].length;
    try {
      return inflateSync(pdf.subarray(start, whole.indexOf('endstream', start))).toString('latin1');
    } catch {
      return '';
    }
  });
  const text = [whole, ...unpacked].join('\n');
  // what is not drawn stands in UTF-16 as hexadecimal figures; what is drawn stands as numbers of letters in a font
  const hex = [...text.matchAll(/<((?:[0-9A-Fa-f]{4})+)>/gu)].map(([, figures = '']) =>
    (figures.match(/.{4}/gu) ?? []).map((figure) => String.fromCharCode(Number.parseInt(figure, 16))).join(''),
  );
  const { parts } = await readPdf(pdf);
  return [text, ...hex, ...parts.map((part) => part.text)].join('\n');
}

test('names are taken out, released by another, and nothing of them is published', async () => {
  const slug = await makeAdopted(product.database);
  const editor = await browser.newPage();
  await signInAs(editor, product.url, 'redacteur');
  await editor.goto(`${product.url}/vergaderwerk/${slug}/zwartlakken`);
  await expectAccessible(editor);
  await editor.getByRole('button', { name: 'Begin met zwartlakken' }).click();
  await editor.getByRole('heading', { name: 'Gevonden' }).waitFor();
  await expectAccessible(editor);

  // by keyboard: from the text to its answer
  await editor.getByRole('link', { name: 'Niels Raatgever' }).focus();
  await editor.keyboard.press('Enter');
  expect(new URL(editor.url()).hash).toMatch(/^#woord-\d+$/u);
  await editor.getByRole('button', { name: 'Laat staan: Niels Raatgever' }).click();
  await editor.getByText('Naam · 1 plek', { exact: false }).first().waitFor();
  await editor.getByRole('button', { name: 'Haal weg: Niels Raatgever' }).click();

  browser.allowErrors(/422/);
  await editor.getByLabel('Woord of stuk tekst').fill('komkommer');
  await editor.getByRole('button', { name: 'Wijs aan' }).click();
  await editor.getByText('Dat staat niet in het verslag.', { exact: false }).waitFor();
  await expectAccessible(editor);
  await editor.getByLabel('Woord of stuk tekst').fill('Vergoeding');
  await editor.getByLabel('Ook voor volgende verslagen?').selectOption('always');
  await editor.getByRole('button', { name: 'Wijs aan' }).click();
  await editor.getByText('Vergoeding: gaat altijd weg').waitFor();

  await editor.getByRole('button', { name: 'Haal de rest weg' }).click();
  await editor.getByRole('button', { name: 'Vraag een collega om mee te kijken' }).click();
  await editor.getByText('Jij haalde namen weg.', { exact: false }).waitFor();
  await expectAccessible(editor);

  const second = await browser.newPage(phone);
  await signInAs(second, product.url, 'voorzitter');
  await second.goto(`${product.url}/vergaderwerk/${slug}/zwartlakken`);
  await expectAccessible(second);
  expect(await second.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await second.getByRole('button', { name: 'Geef vrij' }).click();
  await second.getByText('Het verslag kan nu openbaar worden.', { exact: false }).waitFor();

  await editor.goto(`${product.url}/vergaderwerk/${slug}/verslag`);
  await editor.getByRole('button', { name: /publiceer/iu }).click();
  await editor.waitForURL(/\/vergaderingen\//u);

  const at = `${product.url}/vergaderingen/${slug}`;
  for (const path of [
    at,
    `${at}/verslag`,
    `${at}/verslag.json`,
    `${product.url}/vergaderingen`,
    `${product.url}/acties`,
  ]) {
    const body = await (await fetch(path)).text();
    for (const secret of [...secrets, 'Vergoeding']) expect(body, `${path}: ${secret}`).not.toContain(secret);
  }
  const pdf = await fetch(`${at}/verslag.pdf`);
  expect(pdf.status).toBe(200);
  const inside = await insideOf(Buffer.from(await pdf.arrayBuffer()));
  expect(inside).toContain('Jolande');
  for (const secret of secrets) expect(inside, `PDF: ${secret}`).not.toContain(secret);
});

test('a paper is read in, by pasting and as a document', async () => {
  const { id, slug, now } = await makeMeeting(product.database, -1, 'Overleg met een document');
  await makeMinutes(product.database, id, now);
  const page = await browser.newPage();
  await signInAs(page, product.url, 'redacteur');
  await page.goto(`${product.url}/vergaderwerk/${slug}/verslag`);
  await page.goto(`${product.url}/vergaderwerk/${slug}/inlezen`);
  await expectAccessible(page);
  browser.allowErrors(/422/);
  await page.getByRole('button', { name: 'Bekijk wat we herkennen' }).click();
  await page.getByText('Plak een tekst of kies een document.').waitFor();
  await page
    .getByLabel('Plak hier de tekst')
    .fill('Notulen OT EID 1 mei 2026\n\n1. Opening\n\nBesluit:\n\n- Het plan is goed.\n\nActie Wim: stoep vegen');
  await page.getByRole('button', { name: 'Bekijk wat we herkennen' }).click();
  await page.getByText('Er is nog niets bewaard.').waitFor();
  await page.getByText('stoep vegen').first().waitFor();
  await expectAccessible(page);

  const table = [
    ['Onderwerp', 'Afspraak/actie/besluit?', 'Toelichting', 'Wie', 'Wanneer'],
    ['Verlichting', 'Lampen tellen', 'Het is donker', 'Wim', 'April'],
  ];
  const file = {
    name: 'verslag.docx',
    mimeType: 'application/octet-stream',
    buffer: zipOf(docxEntries(['Domein: EID', table])),
  };
  await page.getByLabel('Of kies een document').setInputFiles(file);
  await page.getByLabel('Plak hier de tekst').fill('');
  await page.getByRole('button', { name: 'Bekijk wat we herkennen' }).click();
  await page.getByText('Lampen tellen').first().waitFor();
  await page.getByLabel('Achter wat er al staat').check();
  await page.getByRole('button', { name: 'Zet het in het verslag' }).click();
  await page.getByText('Het staat in het verslag.', { exact: false }).waitFor();
  const kept = await product.database.minutes.findUniqueOrThrow({ where: { meetingId: id } });
  expect(JSON.stringify(kept.content)).toContain('Lampen tellen');
  expect(JSON.stringify(kept.content)).toContain('Daniro vertelt');
});
