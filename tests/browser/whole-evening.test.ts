import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { DemoAccount } from '#app/modules/people/demo-account.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';
import { planGatheringTonight, registerTonight } from './tonight.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();
const phone = { viewport: { width: 390, height: 844 } };
const guest = 'gast@example.org';
/** They register by command; four others and the guest do it on their phones. */
const others = [
  ...(['lid', 'coordinator-2', 'penningmeester', 'budgethouder', 'organisatie', 'buurman'] as const),
] satisfies DemoAccount[];

let work: string;
let open: string;

async function phoneOf(account: DemoAccount): Promise<Page> {
  const page = await browser.newPage(phone);
  await signInAs(page, product.url, account);
  return page;
}

async function registerOnPhone(account: DemoAccount, name: string): Promise<Page> {
  const page = await phoneOf(account);
  await page.goto(`${open}/aanmelden`);
  await page.getByLabel('Je naam').fill(name);
  await page.getByRole('button', { name: 'Meld me aan' }).click();
  await page.getByRole('heading', { name: 'Je komt. Er is een plek voor je.' }).waitFor();
  return page;
}

/** @returns the phone, on the personal page that the mailed link opens */
async function registerAsGuest(): Promise<Page> {
  const page = await browser.newPage(phone);
  await page.goto(`${open}/aanmelden`);
  await page.getByLabel('Je naam').fill('Gast Zonderaccount');
  await page.getByLabel('Je e-mailadres').fill(guest);
  await page.getByRole('button', { name: 'Meld me aan' }).click();
  await page.getByText('Kijk in je mail').waitFor();
  const link = async () => {
    const mails = await product.database.demoMail.findMany({ where: { toAddress: guest } });
    return /http\S+mijn-aanmelding\S+/.exec(mails.map(({ text }) => text).join(' '))?.[0];
  };
  await expect.poll(link, { timeout: 120_000 }).toBeDefined();
  await page.goto((await link()) ?? '');
  await page.getByRole('button', { name: 'Ja, ik kom' }).click();
  await page.getByText('Er is een plek voor je.').first().waitFor();
  return page;
}

async function press(page: Page, name: string, said: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByText(said, { exact: false }).first().waitFor();
}

async function openRound(desk: Page, title: string): Promise<void> {
  await desk.goto(`${work}/programma`);
  await press(desk, `Open ${title}`, 'De ronde is open.');
}

async function endRound(desk: Page, title: string): Promise<void> {
  await desk.goto(`${work}/programma`);
  await press(desk, `${title} is klaar`, 'De ronde is klaar.');
}

async function proposeSeats(desk: Page, link: 'first' | 'last', button: string): Promise<void> {
  await desk.goto(`${work}/programma`);
  await desk.getByRole('link', { name: 'Naar de tafels' })[link]().click();
  await desk.getByRole('button', { name: button }).click();
  await desk.getByRole('heading', { name: 'Tafel 2' }).waitFor({ timeout: 120_000 });
}

test('a whole evening: register, check in, three rounds, wall, workshop, outcomes, agenda item and its answer', async () => {
  const { database } = product;
  const slug = await planGatheringTonight(database, {
    ...({ form: 'rounds', title: 'De hele avond', areaName: 'Osdorp Midden' } as const),
  });
  work = `${product.url}/ontmoet-werk/${slug}`;
  open = `${product.url}/ontmoet/${slug}`;
  const { id: gatheringId } = await database.gathering.findUniqueOrThrow({ where: { slug } });

  // before: workshops are made, people register and choose one
  const desk = await browser.newPage();
  await signInAs(desk, product.url, 'redacteur');
  await desk.goto(`${work}/workshops/nieuw`);
  await desk.getByLabel('Titel').fill('Plein ontwerpen');
  await desk.getByLabel('Hoeveel plekken?').fill('1');
  await desk.getByRole('button', { name: 'Bewaar' }).click();
  await desk.getByRole('heading', { name: 'Plein ontwerpen' }).waitFor();
  for (const account of others) await registerTonight(database, { slug, account, name: `${account} Achternaam` });
  const samira = await registerOnPhone('bewoner', 'Samira');
  const dilan = await registerOnPhone('buurvrouw', 'Dilan');
  await registerOnPhone('wijkgenoot', 'Henk');
  const stranger = await registerAsGuest();
  await samira.goto(`${open}/workshops`);
  await press(samira, 'Kies Plein ontwerpen', 'Er is een plek voor je in Plein ontwerpen.');
  await dilan.goto(`${open}/workshops`);
  await dilan.getByText('Vol', { exact: true }).waitFor();

  // the door: a helper's phone, by code and by name
  await desk.goto(work);
  await press(desk, 'Begin', 'Begonnen. Veel plezier.');
  await desk.goto(`${work}/programma`);
  await press(desk, 'Maak het gewone programma', 'Het programma staat klaar.');
  const door = await phoneOf('redacteur');
  await door.goto(`${work}/deur`);
  const { doorCode } = await database.gatheringRegistration.findFirstOrThrow({ where: { email: guest } });
  await door.getByLabel('Zoek op naam of code').fill(doorCode);
  await door.getByRole('button', { name: 'Gast Zonderaccount is binnen' }).click();
  await door.getByLabel('Zoek op naam of code').fill('');
  for (const name of ['Samira', 'Dilan', 'Henk', ...others.map((one) => `${one} Achternaam`)])
    await door.getByRole('button', { name: `${name} is binnen` }).click();
  const inside = async () => database.gatheringRegistration.count({ where: { gatheringId, arrivedAt: { not: null } } });
  await expect.poll(inside, { timeout: 120_000 }).toBe(10);

  // round 1
  await samira.goto(`${open}/vanavond`);
  await samira.getByText('Er is nu geen ronde bezig').waitFor();
  await openRound(desk, 'Wat hoort bij elkaar?');
  await samira.getByRole('link', { name: 'Naar de kaarten' }).waitFor();
  await desk.goto(`${work}/kaarten`);
  await desk.getByRole('button', { name: /Stel .*voor/ }).click();
  const loose = async () => database.gatheringCard.count({ where: { gatheringId, clusterId: null } });
  await expect.poll(loose, { timeout: 120_000 }).toBe(0);
  await endRound(desk, 'Wat hoort bij elkaar?');

  // round 2: everybody has a table, the guest too, and two go on
  await proposeSeats(desk, 'first', 'Stel tweetallen voor');
  await openRound(desk, 'Met één ander');
  const seat = samira.getByRole('heading', { name: /Jij zit aan/ });
  await seat.waitFor();
  await stranger.goto(`${open}/mee?code=${doorCode}`);
  await stranger.getByRole('button', { name: 'Doe mee' }).click();
  await stranger.goto(`${open}/vanavond`);
  await stranger.getByRole('heading', { name: /Jij zit aan/ }).waitFor();
  await expectAccessible(stranger);
  for (const page of [samira, stranger])
    expect(await page.locator('main').innerText()).not.toMatch(/Achternaam|Zonderaccount/);
  const goOn = samira.getByRole('button', { name: /^Ik wil verder met/ }).first();
  await goOn.click();
  await samira.getByText('Gezegd. We wachten op de ander.').waitFor();
  await endRound(desk, 'Met één ander');

  // round 3: tables of four to eight write design questions
  await proposeSeats(desk, 'last', 'Stel tafels voor');
  await openRound(desk, 'Aan tafel: jullie vraag');
  await samira.getByRole('heading', { name: /Jij zit aan/ }).waitFor();
  const seats = await database.gatheringTable.findMany({
    where: { round: { gatheringId, kind: 'groups' } },
    select: { _count: { select: { seats: true } } },
  });
  expect(seats.reduce((sum, { _count }) => sum + _count.seats, 0)).toBe(10);
  expect(seats.every(({ _count }) => _count.seats >= 4 && _count.seats <= 8)).toBe(true);
  await samira.goto(`${open}/vragen`);
  await samira.getByLabel('Hoe kunnen we …').fill('lege zalen delen');
  await samira.getByLabel('zodat …').fill('iedereen een plek heeft');
  await samira.getByRole('button', { name: 'Zet de vraag erbij' }).click();
  const question = 'Hoe kunnen we lege zalen delen, zodat iedereen een plek heeft?';
  await samira.getByText(question).waitFor();
  await endRound(desk, 'Aan tafel: jullie vraag');

  // the wall: the guest writes without a network, the other phone and the big screen get it
  const screen = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await signInAs(screen, product.url, 'redacteur');
  await screen.goto(`${work}/scherm/muur`);
  await dilan.goto(`${open}/muur`);
  await stranger.goto(`${open}/muur`);
  await stranger.getByText('Live', { exact: true }).waitFor();
  browser.allowErrors(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK|Failed to load resource/);
  await stranger.context().setOffline(true);
  await stranger.getByRole('radio', { name: 'Aanbod' }).check();
  await stranger.getByLabel('Wat wil je ophangen?').fill('Wij hebben een bakfiets');
  await stranger.getByRole('button', { name: 'Hang op' }).click();
  await stranger.getByText('1 briefje wacht', { exact: false }).waitFor();
  await stranger.context().setOffline(false);
  for (const page of [dilan, screen])
    await page.getByText('Wij hebben een bakfiets').first().waitFor({ timeout: 120_000 });

  // a promise, and the evening is over
  await samira.goto(`${open}/beloftes`);
  await samira.getByLabel('Ik ga …').fill('De sleutel van de zaal regelen');
  await samira.getByLabel('Wanneer is het gedaan?').fill(addDays(dayInAmsterdam(new Date()), 20));
  await press(samira, 'Beloof het', 'Je naam staat er niet bij.');
  await desk.goto(work);
  await press(desk, 'Sluit af', 'Afgesloten.');

  // the report names nobody who did not say so
  await desk.goto(`${work}/verslag`);
  await press(desk, 'Publiceer het verslag', 'Wat je hier verandert, is meteen zichtbaar.');
  const reader = await browser.newPage(phone);
  await reader.goto(open);
  await reader.getByRole('link', { name: 'Lees het verslag' }).click();
  for (const said of [question, 'De sleutel van de zaal regelen', 'Wij hebben een bakfiets'])
    await reader.getByText(said).first().waitFor();
  expect(await reader.content()).not.toMatch(/Samira|Dilan|Zonderaccount|Achternaam/);
  await expectAccessible(reader);

  // a body is asked, answers, and everybody who was there hears it
  const team = await database.body.findFirstOrThrow({ where: { slug: 'eigenaarschap-inclusie-democratie' } });
  await desk.goto(`${work}/agenda`);
  await desk.getByLabel('Aan wie?').selectOption(team.id);
  await desk.getByLabel('Titel').fill('Open de lege zalen');
  await desk.getByLabel('Wat vraag je?').fill('Bespreek welke zalen overdag open kunnen.');
  await desk.getByLabel(question).check();
  await desk.getByRole('button', { name: 'Breng in' }).click();
  await desk.getByRole('heading', { name: 'Open de lege zalen' }).waitFor();
  const chair = await browser.newPage();
  await signInAs(chair, product.url, 'voorzitter');
  await chair.goto(`${product.url}/agendapunten`);
  await chair.getByRole('link', { name: 'Open de lege zalen' }).click();
  await chair.getByLabel('Ja, dit pakken we op').check();
  await chair.getByLabel('Leg het uit').fill('Vanaf januari zijn twee zalen overdag open.');
  await press(chair, 'Geef antwoord', 'Het antwoord is gegeven.');
  await reader.reload();
  await reader.getByText('Vanaf januari zijn twee zalen overdag open.').waitFor();
  const told = async () => {
    const mails = await database.demoMail.findMany({ where: { subject: 'Er is antwoord: Open de lege zalen' } });
    return mails.map(({ toAddress }) => toAddress);
  };
  await expect.poll(async () => (await told()).length, { timeout: 120_000 }).toBeGreaterThanOrEqual(10);
  const addresses = await told();
  expect(addresses).toContain(guest);
  expect(new Set(addresses).size).toBe(addresses.length);
});
