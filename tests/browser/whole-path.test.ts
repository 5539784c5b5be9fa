import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { DemoAccount } from '#app/modules/people/demo-account.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();

const title = 'Buurtbank om samen op te zitten';
const resident = 'nieuwe.bewoner@wijkbeurs.example';

/** One initiative, from a resident's phone to the register, through everybody's hands. */
test('a plan travels the whole way', async () => {
  const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await signInWithCode(phone, resident);
  const slug = await submitPlan(phone);

  const loket = await signedInAs('loket');
  await acceptPlan(loket);
  await openRound(await signedInAs('voorzitter'));
  await score(await signedInAs('beoordelaar-1'), 4);
  await score(await signedInAs('beoordelaar-2'), 3);
  await closeRound(await signedInAs('voorzitter'));

  await prepareDecision(await signedInAs('programmamanager'));
  const number = await confirmDecision(await signedInAs('budgethouder'));

  const visitor = await browser.newPage();
  await seeTheDecision(visitor, number);
  await seeTheMoney(visitor, number);
  await seeTheTimeline(visitor, slug, number);
  await seeTheCalland(visitor);
  await readTheMails(visitor, number);
});

async function signInWithCode(page: Page, email: string): Promise<void> {
  await page.goto(`${product.url}/inloggen?naar=/initiatieven/nieuw`);
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByRole('button', { name: /code/i }).click();
  await page.waitForURL(/inloggen\/code/);
  await expectAccessible(page);
  await page.locator('input[name=code]').fill(await codeFromMail(email));
  await page.locator('main form').first().getByRole('button').first().click();
  await page.waitForURL(/initiatieven\/nieuw/);
}

/** The worker sends the mail; until it did, the row is not there. */
async function codeFromMail(email: string): Promise<string> {
  const mail = await waitFor(async () => product.database.demoMail.findFirst({ where: { toAddress: email } }));
  const code = /\b(\d{3} ?\d{3})\b/.exec(mail.text)?.[1];
  if (code === undefined) throw new Error('the mail holds no code');
  return code.replace(' ', '');
}

async function submitPlan(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Begin met je plan' }).click();
  await step(page, 'wat-en-waarom', async () => {
    await page.locator('[name=title]').fill(title);
    await page
      .locator('[name=summary]')
      .fill('We zetten samen een lange bank op het plein, zodat buren elkaar leren kennen.');
    await page.locator('[name=why]').fill('Er is geen plek om te zitten. Wie oud is komt niet meer buiten.');
    await page.locator('[name=what]').fill('We bouwen de bank zelf op drie zaterdagen. <script>alert(1)</script>');
  });
  await step(page, 'waar', async () => {
    await page.locator('[name=scope][value=areas]').check();
    await page.locator('details:has([name=areas][value=FK]) summary').click();
    await page.locator('[name=areas][value=FK01]').check();
  });
  await step(page, 'thema', async () => page.locator('[name=themes][value=eigenaarschap]').check());
  await step(page, 'wie', async () => {
    await page.locator('[name=as][value=myself]').check();
    await page.locator('[name=ownership]').fill('Tien buren kiezen samen de plek en onderhouden de bank.');
  });
  await step(page, 'nodig', async () => {
    await page.locator('[name="budget[0].description"]').fill('Hout en verf');
    await page.locator('[name="budget[0].amount"]').fill('1.250,50');
  });
  await step(page, 'aanbod', async () => page.locator('[name=material]').fill('Ons gereedschap is te leen.'));
  await step(page, 'planning', async () => page.locator('[name=startsOn]').fill('2027-04-01'));
  await step(page, 'andere-financiering', async () => page.locator('[name=any][value=no]').check());
  await page.waitForURL(/bijlagen/);
  await page.goto(page.url().replace(/bijlagen.*/, 'controleren-en-indienen'));
  await expectAccessible(page);
  await page.locator('select[name=bodyId]').selectOption({ label: 'Opgaveteam Eigenaarschap, Inclusie en Democratie' });
  await page.locator('[name=position][value=none]').check();
  await page.locator('[name=agree]').check();
  await page.locator('form:has([name=agree])').getByRole('button').click();
  await page.waitForURL(/\/initiatieven\/buurtbank/);
  await expectAccessible(page);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(title);
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

async function step(page: Page, name: string, fill: () => Promise<unknown>): Promise<void> {
  await page.waitForURL(new RegExp(`/${name}(#inhoud)?$`));
  await expectAccessible(page);
  await fill();
  await page.getByRole('button', { name: 'Bewaar en ga verder' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith(`/${name}`));
}

async function acceptPlan(page: Page): Promise<void> {
  await page.goto(`${product.url}/loket`);
  await expectAccessible(page);
  await page.getByRole('link', { name: title }).click();
  await page.waitForURL(/\/loket\//);
  await expectAccessible(page);
  const accept = page.locator('form:has([name=intent][value=accept])');
  const rules = await accept.locator('input[value=yes]').count();
  expect(rules).toBeGreaterThan(0);
  for (let index = 0; index < rules; index += 1)
    await accept.locator(`[name="judgements[${index}].met"][value=yes]`).check();
  await accept.locator('[name=reason]').fill('Je plan past bij de regels. Het opgaveteam plant een ronde.');
  await accept.getByRole('button', { name: 'Neem het plan aan' }).click();
  await page.getByText('Het plan is aangenomen').waitFor();
}

async function openRound(page: Page): Promise<void> {
  await page.goto(`${product.url}/beoordeling/rondes/nieuw`);
  // the chair also sits in a wijkalliantie
  await page.locator('[name=team]').selectOption('eigenaarschap-inclusie-democratie');
  await page.locator('main form button').click();
  await page.locator('[name=title]').fill('Lenteronde');
  await page.locator('[name=minimumReviews]').fill('2');
  await page.getByLabel(title).check();
  for (const name of ['Fatima Beoordeelt', 'Dirk Beoordeelt']) await page.getByLabel(name).check();
  await page.getByRole('button', { name: 'Open de ronde' }).click();
  await page.waitForURL(/\/beoordeling\/rondes\/[0-9a-f-]{36}/);
  await expectAccessible(page);
}

async function score(page: Page, points: number): Promise<void> {
  await page.goto(`${product.url}/beoordeling`);
  await page.getByRole('link', { name: title }).click();
  await page.waitForURL(/\/beoordeling\/[0-9a-f-]{36}/);
  await page.locator('[name=kind][value=none]').check();
  await page.getByRole('button', { name: 'Ga verder' }).click();
  const choices = page.locator(`input[name^="choice-"][value="${String(points)}"]`);
  await choices.first().waitFor();
  await expectAccessible(page);
  for (const choice of await choices.all()) await choice.check();
  for (const reason of await page.locator('textarea[name^="reason-"]').all())
    await reason.fill('Dit staat goed in het plan.');
  await page.locator('button[name=intent][value=hand-in]').click();
  await page.locator('button[name=intent][value=hand-in]').waitFor({ state: 'detached' });
}

async function closeRound(page: Page): Promise<void> {
  await page.goto(`${product.url}/beoordeling`);
  await page.getByRole('link', { name: 'Lenteronde' }).click();
  await page.waitForURL(/\/beoordeling\/rondes\//);
  await page.getByRole('button', { name: /Sluit de ronde/ }).click();
  await page.waitForLoadState();
  await waitFor(async () => product.database.round.findFirst({ where: { title: 'Lenteronde', state: 'closed' } }));
}

async function prepareDecision(page: Page): Promise<void> {
  const { id } = await product.database.initiative.findFirstOrThrow({ where: { title } });
  await page.goto(`${product.url}/besluitvorming/nieuw?initiatief=${id}`);
  await expectAccessible(page);
  await page.locator('[name=outcome][value=grant]').check();
  await page.locator('[name=instrument][value=subsidy]').check();
  // the line for the team's whole task, this year
  const { id: fundId } = await product.database.fund.findFirstOrThrow({
    where: { body: { slug: 'eigenaarschap-inclusie-democratie' }, label: '', actielijnId: null },
    orderBy: { year: 'desc' },
  });
  await page.locator('[name=fundId]').selectOption(fundId);
  await page.locator('[name=method][value=consent]').check();
  for (const part of await page.locator('select[name^="attendance"][name$=".part"]').all())
    await part.selectOption('took-part');
  await page.locator('[name=motivation]').fill('Bewoners bouwen en onderhouden de bank zelf.');
  for (const field of await page.locator('textarea[name^="criteria"]').all())
    await field.fill('Wij volgen de beoordelaars.');
  const statement = page.locator('[name=interestStatement]');
  if ((await statement.inputValue()) === '') await statement.fill('Niemand heeft een belang.');
  await page
    .getByRole('button', { name: /bevestiging|voor te leggen|Leg .*voor|Bereid/ })
    .last()
    .click();
  await page.waitForURL(/\/besluitvorming\/[0-9a-f-]{36}/);
}

async function confirmDecision(page: Page): Promise<string> {
  await page.goto(`${product.url}/besluitvorming`);
  const waiting = page.locator('main li, main article').filter({ hasText: title });
  await waiting.getByRole('link', { name: 'Bekijk en bevestig' }).click();
  await page.waitForURL(/\/besluitvorming\/[0-9a-f-]{36}/);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Bevestig en publiceer' }).click();
  await page.waitForURL(/\/besluiten\/\d{4}-\d{4}/);
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

async function seeTheDecision(page: Page, number: string): Promise<void> {
  await page.goto(`${product.url}/besluiten`);
  await page.getByRole('link', { name: title }).click();
  await page.waitForURL(new RegExp(number));
  await expectAccessible(page);
  const text = await page.locator('main').innerText();
  expect(text).toContain(number);
  expect(text.replaceAll('\u00a0', ' ')).toContain('€ 1.250,50');
  const names = (await product.database.person.findMany({ select: { name: true } }))
    .map(({ name }) => name)
    .filter((name) => name !== '');
  for (const name of names) expect(text).not.toContain(name);
}

async function seeTheMoney(page: Page, number: string): Promise<void> {
  const fund = await product.database.fund.findFirstOrThrow({
    where: { decisions: { some: { number } } },
    include: { committed: true },
  });
  await page.goto(`${product.url}/fondsen/${fund.slug}`);
  expect(await page.locator('main').innerText()).toContain(number);
  const entry = await product.database.ledgerEntry.findFirstOrThrow({
    where: { decision: { number } },
    include: { postings: true },
  });
  expect(entry.postings.map(({ amountCents }) => amountCents).sort()).toEqual([-125050n, 125050n]);
  expect(entry.proposerId).not.toBe(entry.approverId);
}

async function seeTheTimeline(page: Page, slug: string, number: string): Promise<void> {
  await page.goto(`${product.url}/initiatieven/${slug}`);
  const text = await page.locator('main').innerText();
  for (const words of [
    'Ingediend',
    'Het loket nam het plan aan',
    'De beoordeling is klaar',
    'Er is een besluit',
    number,
  ]) {
    expect(text).toContain(words);
  }
  expect(text).toContain('<script>alert(1)</script>');
}

async function seeTheCalland(page: Page): Promise<void> {
  await page.goto(`${product.url}/besluiten/2024-0001`);
  expect(await page.locator('main').innerText()).toContain('Callandlyceum');
}

async function readTheMails(page: Page, number: string): Promise<void> {
  await waitFor(async () =>
    product.database.demoMail.findFirst({ where: { toAddress: resident, text: { contains: number } } }),
  );
  const mails = await product.database.demoMail.findMany({ where: { toAddress: resident } });
  // code, submitted, accepted, scoring began, scoring done, decided
  expect(mails.length).toBeGreaterThanOrEqual(6);
  await page.goto(`${product.url}/demo/post`);
  expect(await page.locator('main').innerText()).toContain(resident);
}

async function signedInAs(account: DemoAccount): Promise<Page> {
  const page = await browser.newPage();
  await signInAs(page, product.url, account);
  return page;
}

async function waitFor<Value>(look: () => Promise<Value | null>): Promise<Value> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  throw new Error('it did not happen within two minutes');
}
