import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { clockInAmsterdam } from '#app/kernel/amsterdam-time.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import type { DemoAccount } from '#app/modules/people/demo-account.ts';
import { keepTime } from '#app/modules/voting/commands/keep-time.server.ts';
import { noteSignal } from '#app/modules/voting/commands/note-signal.server.ts';
import { makeInitiative } from '#tests/factories/index.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { readPdf } from '#tests/support/pdf-text.ts';
import { useProduct } from '#tests/support/product.ts';

const execute = promisify(execFile);
const product = useProduct({ fill: fillDemo });
const browser = useBrowser();
const phone = { viewport: { width: 390, height: 844 } };
const slug = 'wat-doen-we-met-het-geld-van-de-wijk';
const unfinished = 'is nog niet uitgebracht.';

async function openVote(): Promise<string> {
  return (await product.database.vote.findUniqueOrThrow({ where: { slug } })).id;
}

async function ballotCount(): Promise<number> {
  return product.database.voteBallot.count({ where: { voteId: await openVote() } });
}

async function choose(page: Page, ...titles: string[]): Promise<void> {
  for (const title of titles) await page.getByRole('checkbox', { name: title }).check();
}

const next = async (page: Page) => {
  await page.getByRole('button', { name: 'Verder' }).click();
  await page.getByRole('heading', { name: 'Klopt je stem?' }).waitFor();
};

test('with a voting card on a phone: scan, choose, stop halfway, cast, check, change', async () => {
  const before = await ballotCount();
  const page = await browser.newPage(phone);
  await page.goto(`${product.url}/demo`);
  await page
    .getByRole('link', { name: /^Stem met deze kaart/ })
    .first()
    .click();
  await page.getByText('De code van je kaart is gelezen.', { exact: false }).waitFor();
  // the code is not in the address any more: not in a history, and not sent to anybody
  expect(new URL(page.url()).hash).toBe('');
  await expectAccessible(page);
  const kept = page.waitForResponse((response) => response.request().method() === 'POST');
  await choose(page, 'Moestuin achter de flat');
  await page.getByText('1 plan gekozen', { exact: false }).waitFor();
  await kept;

  // the phone dies: what was chosen is still there, and every page says that it is not cast
  await page.goto(product.url);
  await page.getByText(unfinished, { exact: false }).waitFor();
  await page.goto(`${product.url}/stemmen/${slug}`);
  expect(await page.getByRole('checkbox', { name: 'Moestuin achter de flat' }).isChecked()).toBe(true);
  await choose(page, 'Verhalentafel voor ouderen');
  await page.getByRole('button', { name: 'Vergelijk wat je koos' }).click();
  await page.getByRole('heading', { name: 'Vergelijk wat je koos' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Terug naar de plannen' }).click();
  await next(page);
  await expectAccessible(page);
  expect(await page.getByLabel('Code', { exact: true }).inputValue()).toMatch(/^[A-Z2-9]{16}$/);
  await page.getByRole('button', { name: 'Stem met deze code' }).click();
  await page.getByRole('heading', { name: 'Je controlecode' }).waitFor();
  await expectAccessible(page);
  const checkCode = await page.getByText(/^\w{4}-\w{4}-\w{4}$/).innerText();
  expect(await ballotCount()).toBe(before + 1);
  await page.goto(product.url);
  expect(await page.getByText(unfinished, { exact: false }).count()).toBe(0);

  // what was cast is not shown again, and can be changed
  await page.goto(`${product.url}/stemmen/${slug}`);
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
  await choose(page, 'Schone pleinen met kinderen');
  await next(page);
  await page.getByRole('button', { name: 'Verander mijn stem' }).click();
  await page.getByText('Je stem is veranderd').waitFor();
  expect(await page.getByText(/^\w{4}-\w{4}-\w{4}$/).innerText()).toBe(checkCode);
  expect(await ballotCount()).toBe(before + 1);
  await page.goto(`${product.url}/stemmen/${slug}/controle`);
  await page.getByText('De lijst komt als de stemmen zijn geteld').waitFor();
  await expectAccessible(page);
});

test('without JavaScript, by typing the code; a wrong one is told and noticed', async () => {
  browser.allowErrors(/404|422/);
  const before = await ballotCount();
  const demo = await browser.newPage(phone);
  await demo.goto(`${product.url}/demo`);
  const code = await demo
    .getByText(/^(\w{4}-){3}\w{4}$/)
    .first()
    .innerText();
  const page = await browser.newPage({ ...phone, javaScriptEnabled: false });
  await page.goto(`${product.url}/stemmen/${slug}`);
  await page.getByRole('button', { name: 'Verder' }).click();
  await page.getByText('Kies eerst een plan.').waitFor();
  // what could not count along does not say a number
  expect(await page.getByText('Nog niets gekozen').isVisible()).toBe(false);
  await choose(page, 'Moestuin achter de flat');
  await next(page);
  await page.getByLabel('Code', { exact: true }).fill('AAAA-BBBB-CCCC-DDDD');
  await page.getByRole('button', { name: 'Stem met deze code' }).click();
  await page.getByText('Deze code klopt niet.', { exact: false }).waitFor();
  // 'back' opens the page again, instead of asking whether the form must be sent again
  await page.goto(`${product.url}/stemmen/${slug}/controle`);
  await page.goBack();
  await page.getByRole('button', { name: 'Stem met deze code' }).waitFor();
  expect(await product.database.voteWrongCodes.count({ where: { voteId: await openVote() } })).toBe(1);
  await page.getByLabel('Code', { exact: true }).fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Stem met deze code' }).click();
  await page.getByRole('heading', { name: 'Je controlecode' }).waitFor();
  expect(await ballotCount()).toBe(before + 1);
  await page.getByRole('button', { name: 'Vergeet mij op dit apparaat' }).click();
  await page.getByText('Dit apparaat weet niets meer van je stem.').waitFor();
});

test('with an account, once, and from another phone with the vote code only', async () => {
  browser.allowErrors(/422/);
  const before = await ballotCount();
  const page = await signedInAs('bewoner', phone);
  await page.goto(`${product.url}/stemmen/${slug}`);
  await choose(page, 'Verhalentafel voor ouderen');
  await next(page);
  await page.getByRole('checkbox', { name: /Ik ben 12 jaar of ouder/ }).check();
  await page.getByRole('button', { name: 'Stem met mijn account' }).click();
  await page.getByRole('heading', { name: 'Je stemcode' }).waitFor();
  const code = await page.getByText(/^(\w{4}-){3}\w{4}$/).innerText();
  const other = await signedInAs('bewoner', phone);
  await other.goto(`${product.url}/stemmen/${slug}`);
  await choose(other, 'Moestuin achter de flat');
  await next(other);
  await other.getByText('Je stemde met je account op een ander apparaat.', { exact: false }).waitFor();
  await other.getByLabel('Code', { exact: true }).fill(code);
  await other.getByRole('button', { name: 'Stem met deze code' }).click();
  await other.getByText('Je stem is veranderd').waitFor();
  expect(await ballotCount()).toBe(before + 1);
});

test('from preparing to a published decision: printed cards, a paper ballot, a tie that a lot decides, and a recount', async () => {
  // a paper that is not there
  browser.allowErrors(/404/);
  const { database } = product;
  for (const title of ['Buurtkeuken', 'Speelstraat'])
    await makeInitiative(database, { title, stage: 'accepted', requestedCents: 1_000_00 });
  const work = await signedInAs('budgethouder');
  await work.goto(`${product.url}/stemwerk/nieuw/wijkalliantie-dichtersbuurt`);
  await work.getByLabel('Titel').fill('Kiezen tussen twee');
  await work.getByLabel('De vraag').fill('Wat gaat voor?');
  await work.locator('[name=amount]').fill('1.200');
  await work.getByLabel('Meeste stemmen eerst').check();
  await work.getByRole('button', { name: 'Bewaar' }).click();
  await work.getByText('De stemming is bewaard.').waitFor();
  const { id } = await database.vote.findFirstOrThrow({ where: { title: 'Kiezen tussen twee' } });
  await expectAccessible(work);
  for (const title of ['Buurtkeuken', 'Speelstraat']) await work.getByRole('checkbox', { name: title }).check();
  await work.getByRole('button', { name: 'Zet op de lijst' }).click();
  await work.getByText('De plannen staan op de lijst.').waitFor();
  for (const number of [1, 2]) {
    const card = work.getByRole('listitem').filter({ hasText: `Plan ${String(number)} ·` });
    await card.getByLabel('Wat het kost').fill('1.000');
    await card.getByLabel('Ja, het doet mee').check();
    await card.getByRole('button', { name: 'Bewaar' }).click();
    await work.getByText('Bewaard.').waitFor();
  }
  await work.getByText('Wie de stemming voorbereidde kondigt haar niet aan.', { exact: false }).waitFor();

  const chair = await signedInAs('voorzitter');
  await chair.goto(`${product.url}/stemwerk/${id}`);
  await chair.getByRole('button', { name: 'Kondig aan' }).click();
  await chair.getByText('De stemming is aangekondigd.', { exact: false }).waitFor();
  await chair.getByLabel('Hoeveel kaarten').fill('2');
  const download = chair.waitForEvent('download');
  await chair.getByRole('button', { name: /Maak stemkaarten/ }).click();
  const { parts } = await readPdf(new Uint8Array(await readFile(await (await download).path())));
  const printed = parts.map(({ text }) => text).join(' ');
  // the page knows of them without being loaded again
  await chair.getByRole('table', { name: 'Gemaakt' }).waitFor();
  const codes = [...new Set(printed.match(/(?:[A-Z2-9]{4}-){3}[A-Z2-9]{4}/g))];
  expect(codes).toHaveLength(2);
  await chair.goto(`${product.url}/stemwerk/${id}/papier`);
  for (const account of ['wijkgenoot', 'coordinator-2']) {
    await chair.getByLabel('Mailadres van het account').fill(`${account}@wijkbeurs.example`);
    await chair.getByRole('button', { name: 'Zet aan de tafel' }).click();
    await chair.getByRole('listitem').filter({ hasText: 'Haal van de tafel' }).last().waitFor();
  }
  await chair.getByLabel('Hoeveel biljetten').fill('1');
  await chair.getByRole('button', { name: 'Maak biljetten' }).click();
  await chair.getByText('De biljetten zijn gemaakt.', { exact: false }).waitFor();
  const papers = chair.waitForEvent('download');
  await chair
    .getByRole('link', { name: /gewone letters/ })
    .last()
    .click();
  const paperText = (await readPdf(new Uint8Array(await readFile(await (await papers).path())))).parts;
  const paper = /\d+ [A-Z]{3}\b/.exec(paperText.map(({ text }) => text).join(' '))?.[0] ?? '';
  const vote = await database.vote.findUniqueOrThrow({ where: { id } });
  // the day comes
  await keepTime(database, vote.opensAt);
  for (const [at, title] of ['Buurtkeuken', 'Speelstraat'].entries()) {
    const voter = await browser.newPage(phone);
    await voter.goto(`${product.url}/stemmen/${vote.slug}`);
    await choose(voter, title);
    await next(voter);
    await voter.getByLabel('Code', { exact: true }).fill(codes[at] ?? '');
    await voter.getByRole('button', { name: 'Stem met deze code' }).click();
    await voter.getByRole('heading', { name: 'Je controlecode' }).waitFor();
  }
  for (const account of ['wijkgenoot', 'coordinator-2'] as const) {
    const volunteer = await signedInAs(account, phone);
    await volunteer.goto(`${product.url}/stemwerk/${id}/tafel`);
    await volunteer.getByLabel('Nummer van het biljet').fill('99 ABC');
    await volunteer.getByLabel('Aangekruiste plannen').fill('1 2');
    await volunteer.getByRole('button', { name: 'Kijk na' }).click();
    await volunteer.getByRole('button', { name: 'Klopt, bewaar' }).waitFor({ state: 'detached' });
    await volunteer.getByRole('alert').waitFor();
    await volunteer.getByLabel('Nummer van het biljet').fill(paper);
    await volunteer.getByLabel('Aangekruiste plannen').fill('1 2');
    await volunteer.getByRole('button', { name: 'Kijk na' }).click();
    await volunteer.getByRole('button', { name: 'Klopt, bewaar' }).click();
    await volunteer.getByText(`Biljet ${paper} is `, { exact: false }).waitFor();
  }
  await keepTime(database, addMinutes(vote.closesAt, 1));
  await chair.goto(`${product.url}/stemwerk/${id}`);
  await chair.getByRole('button', { name: 'Tel de stemmen' }).click();
  await chair.getByText('Er is een gelijke stand', { exact: false }).first().waitFor();
  await expectAccessible(chair);
  await chair.getByLabel('Plaats 1').selectOption({ label: 'Buurtkeuken' });
  await chair.getByLabel('Plaats 2').selectOption({ label: 'Speelstraat' });
  await chair.getByLabel('Geloot om').fill(timeInAmsterdam());
  await chair.getByLabel('Waar was de loting?').fill('Huis van de Wijk');
  await chair.getByRole('button', { name: 'Leg de loting voor' }).click();
  await chair.getByText('Iemand anders die erbij was bevestigt dit.', { exact: false }).waitFor();
  await expectAccessible(chair);
  // who was there too
  await work.goto(`${product.url}/stemwerk/${id}`);
  await work.getByText('Huis van de Wijk').waitFor();
  await work.getByRole('button', { name: 'Ik was erbij: tel met deze loting' }).click();
  await work.getByText('De stemmen zijn geteld.').waitFor();

  const reader = await browser.newPage(phone);
  await reader.goto(`${product.url}/stemmen/${vote.slug}`);
  await reader.getByRole('heading', { name: 'Dit gaat door' }).waitFor();
  await reader.getByText(/Er is geloot op .* in Huis van de Wijk\. Twee mensen waren erbij/).waitFor();
  await expectAccessible(reader);
  expect(await reader.getByRole('listitem').filter({ hasText: 'Buurtkeuken' }).first().isVisible()).toBe(true);
  // nobody can unfold paper
  const folded = reader.getByRole('heading', { name: 'Wat had de volgende euro gekocht?' });
  expect(await folded.isVisible()).toBe(false);
  await reader.emulateMedia({ media: 'print' });
  expect(await folded.isVisible()).toBe(true);
  await reader.emulateMedia({ media: 'screen' });
  // what few need is folded away, and says what it comes to
  for (const fold of ['Stemmen per plan', 'Wie kreeg wat?', 'Hoe is er geteld?']) await reader.getByText(fold).click();
  await expectAccessible(reader);
  await folded.waitFor();
  // the lot is in the published file, so the checker finds its outcome from the file alone
  const file = await reader.getByRole('link', { name: 'Download alle stemmen (.pb)' }).getAttribute('href');
  const { stdout } = await execute('node', ['scripts/recount.ts', new URL(file ?? '', product.url).href]);
  expect(stdout).toContain('Agrees');
  expect(await reader.getByText(`npm run recount -- ${product.url}`).isVisible()).toBe(true);
  await reader.goto(`${product.url}/stemmen/${vote.slug}/controle`);
  await reader.getByRole('heading', { name: '3 stemmen' }).waitFor();

  // the body takes the outcome over, a second person confirms it, and everybody reads what followed
  await chair.goto(`${product.url}/stemwerk/${id}`);
  await chair.getByRole('heading', { name: 'Neem de uitslag over' }).waitFor();
  await expectAccessible(chair);
  await chair.getByRole('button', { name: 'Leg de voorstellen klaar' }).click();
  await chair.getByText('De voorstellen liggen klaar.', { exact: false }).waitFor();
  const { id: decisionId } = await database.decision.findFirstOrThrow({ where: { voteId: id, state: 'prepared' } });
  const holder = await signedInAs('budgethouder');
  await holder.goto(`${product.url}/besluitvorming/${decisionId}`);
  await holder.getByRole('heading', { name: 'Gekozen door bewoners' }).waitFor();
  await holder.getByRole('button', { name: /^Bevestig/ }).click();
  await holder.getByRole('heading', { name: 'Gekozen door bewoners' }).waitFor();
  const { number } = await database.decision.findUniqueOrThrow({ where: { id: decisionId } });
  await reader.goto(`${product.url}/stemmen/${vote.slug}`);
  await reader.getByRole('heading', { name: 'Niet gewonnen: waarom, en wat nu?' }).waitFor();
  await reader.getByRole('heading', { name: 'Klopt er iets niet?' }).waitFor();
  await reader.getByRole('link', { name: `Lees besluit ${number ?? ''}` }).click();
  await reader.getByRole('heading', { name: 'Gekozen door bewoners' }).waitFor();
  await expectAccessible(reader);
});

test('the controlegroep reads what stood out, in words, and writes down what it did', async () => {
  browser.allowErrors(/422/);
  const voteId = await openVote();
  const now = new Date();
  for (const [kind, amount] of [
    ['burst', 130],
    ['address', 50],
    ['wrong-codes', 217],
    ['new-accounts', 24],
    ['sheet', 38],
  ] as const)
    await noteSignal(product.database, { voteId, kind, amount }, now);
  const page = await signedInAs('controlegroep', phone);
  await page.goto(`${product.url}/stemwerk`);
  await page.getByRole('link', { name: 'Signalen van fraude' }).click();
  await page.getByText('Minstens 210 keer in één uur', { exact: false }).waitFor();
  await expectAccessible(page);
  const one = page.getByRole('listitem').filter({ hasText: 'Minstens 210 keer' });
  await one.getByRole('button', { name: 'Bewaar' }).click();
  await page.getByText('Schrijf in een paar woorden wat jullie deden.').waitFor();
  await one.getByLabel('Wat hebben jullie gedaan?').fill('De basisschool stemde samen.');
  await one.getByRole('button', { name: 'Bewaar' }).click();
  await page.getByRole('heading', { name: 'Bekeken' }).waitFor();
  await page.getByText('De basisschool stemde samen.').waitFor();
  await page.goto(`${product.url}/stemmen/${slug}/controle`);
  await page.getByRole('heading', { name: 'Waar letten we op?' }).waitFor();
});

/** Now, as somebody types it. */
const timeInAmsterdam = () => clockInAmsterdam(new Date());

async function signedInAs(account: DemoAccount, options = {}): Promise<Page> {
  const page = await browser.newPage(options);
  await signInAs(page, product.url, account);
  return page;
}
