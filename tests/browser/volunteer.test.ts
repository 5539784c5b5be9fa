import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { cents, formatCents } from '#app/kernel/money.ts';
import { answerClaims } from '#app/modules/allowances/commands/answer-claims.server.ts';
import { claimHours } from '#app/modules/allowances/commands/claim-hours.server.ts';
import { openActivity } from '#app/modules/allowances/commands/open-activity.server.ts';
import { publishMonths } from '#app/modules/allowances/commands/publish-months.server.ts';
import { takePart } from '#app/modules/allowances/commands/take-part.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import type { Context } from '#app/platform/database.server.ts';
import { makePerson } from '#tests/factories/index.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();

const name = 'Samen soep koken op het plein';
const resident = 'nieuwe.vrijwilliger@wijkbeurs.example';
const phone = { viewport: { width: 390, height: 844 } };

async function as(personId: string): Promise<Context<SignedIn>> {
  const { database } = product;
  const now = new Date();
  return { actor: await actorOfPerson(database, personId, { now, demo: true }), now, database };
}

const accountOf = async (account: string) =>
  (await product.database.person.findFirstOrThrow({ where: { email: `${account}@wijkbeurs.example` } })).id;

/** Opened by a coordinator on the first promise with room for it. @returns its id and address */
async function openSoup(): Promise<{ id: string; slug: string }> {
  const grants = await product.database.decision.findMany({
    where: { origin: 'product', state: 'confirmed', outcome: 'grant', initiativeId: { not: null } },
    orderBy: { number: 'asc' },
  });
  const today = dayInAmsterdam(new Date());
  const content = {
    name,
    description: 'Elke zaterdag koken we soep voor wie langskomt.\nErvaring is niet nodig.',
    areaCode: 'FK',
    budget: cents(500_00),
    hour: cents(550),
    hourYoung: cents(325),
    normReason: '',
    paysExpenses: true,
    beginsOn: addDays(today, -120),
    endsOn: addDays(today, 60),
  };
  const coordinator = await as(await accountOf('coordinator'));
  for (const { id: decisionId } of grants) {
    const id = newId();
    const opened = await openActivity(
      { ground: { kind: 'decision', id: decisionId }, content, formKey: id },
      coordinator,
    );
    if (opened.ok) return { id, slug: opened.value };
  }
  throw new Error('no promise of the demo has room');
}

/** With the code from the mail, which the worker sends; ends on the page that asked for it. */
async function signIn(page: Page, back: string): Promise<void> {
  await page.getByLabel('E-mailadres').fill(resident);
  await page.getByRole('button', { name: /code/i }).click();
  await page.waitForURL(/inloggen\/code/);
  const mail = product.database.demoMail;
  await expect.poll(async () => mail.count({ where: { toAddress: resident } }), { timeout: 120_000 }).toBe(1);
  const { text } = await mail.findFirstOrThrow({ where: { toAddress: resident } });
  await page.locator('input[name=code]').fill(/\b(\d{3} ?\d{3})\b/.exec(text)?.[1] ?? '');
  await page.locator('main form').first().getByRole('button').first().click();
  await page.waitForURL(`**${back}`);
}

async function answer(activityId: string, how: Parameters<typeof answerClaims>[0]['answer']): Promise<void> {
  const waiting = await product.database.allowanceClaim.findMany({ where: { activityId, state: 'claimed' } });
  const claimIds = waiting.map(({ id }) => id);
  const done = await answerClaims({ activityId, claimIds, answer: how }, await as(await accountOf('coordinator')));
  expect(done).toMatchObject({ ok: true });
}

/** Others who worked last month, so that there is something to add up. */
async function othersWorked(activityId: string, count: number): Promise<void> {
  const today = dayInAmsterdam(new Date());
  const day = addDays(today, -Number(today.slice(8)) - 2);
  for (let index = 0; index < count; index += 1) {
    const personId = await makePerson(product.database);
    const context = await as(personId);
    await takePart({ activityId, takesPart: true }, context);
    const lines = [{ personId, day, minutes: 120, note: '' }];
    expect(await claimHours({ activityId, lines, formKey: newId() }, context)).toMatchObject({ ok: true });
  }
  await answer(activityId, { approve: true });
}

async function expectNarrow(page: Page): Promise<void> {
  await expectAccessible(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(390);
}

/** From the list to the room that is left, on a phone; the coordinator answers in between. */
test('a resident signs up, claims hours and expenses, and sees what became of them', async () => {
  const { id, slug } = await openSoup();
  const page = await browser.newPage(phone);
  await page.goto(`${product.url}/activiteiten?wijk=FK`);
  await expectNarrow(page);
  await page.getByRole('link', { name }).click();
  await page.waitForURL(`**/activiteiten/${slug}`);
  await expectNarrow(page);
  await page.getByRole('link', { name: 'Log in om mee te doen' }).click();
  await signIn(page, `/activiteiten/${slug}`);
  await page.goto(`${product.url}/activiteiten/${slug}/uren`);
  await page.getByText('Je doet nog niet mee').waitFor();
  await page.getByRole('link', { name: 'Naar de activiteit' }).click();
  await page.getByRole('button', { name: 'Doe mee' }).click();
  await page.getByText('Je doet mee. Na elke keer').waitFor();
  await expectNarrow(page);

  // today is chosen already: two taps
  await page.getByRole('link', { name: 'Vul uren in' }).click();
  await expectNarrow(page);
  expect(await page.locator('main').innerText()).toContain('Je kunt deze maand nog');
  expect(await page.getByLabel('Welke dag?').isVisible()).toBe(false);
  await page.getByText('2 uur', { exact: true }).click();
  await page.getByRole('button', { name: 'Vul deze uren in' }).click();
  await page.waitForURL('**/mijn-vergoedingen');
  await expectNarrow(page);
  expect(await page.locator('main').innerText()).toMatch(/€\s11,00/);
  await page.getByText('Wacht op goedkeuring').waitFor();

  await claimTooMuch(page, slug);
  await claimExpense(page, slug);
  await answer(id, { approve: true });
  await page.reload();
  expect(await page.getByText('Goedgekeurd', { exact: true }).count()).toBe(2);
  // 11.00 and 12.50 are gone from the month
  expect(await page.locator('main').innerText()).toMatch(/€\s23,50 van €/);
  await expectNarrow(page);

  await withdrawn(page, slug);
  await page.goto(`${product.url}/mijn`);
  await page.getByRole('link', { name: 'Mijn vergoedingen' }).click();
  await page.waitForURL('**/mijn-vergoedingen');
});

async function claimTooMuch(page: Page, slug: string): Promise<void> {
  browser.allowErrors(/422/);
  await page.goto(`${product.url}/activiteiten/${slug}/uren`);
  await page.getByText('Gisteren').click();
  await page.getByText('Anders').click();
  await page.getByLabel('Hoe lang precies?').selectOption('960');
  await page.getByLabel('Wat heb je gedaan?').fill('Een heel lange dag');
  await page.getByRole('button', { name: 'Vul deze uren in' }).click();
  await page.getByLabel('Ja, dit klopt: meer dan 12 uur op één dag').check();
  await expectNarrow(page);
  await page.getByRole('button', { name: 'Vul deze uren in' }).click();
  await page.waitForURL('**/mijn-vergoedingen');
  await page.goto(`${product.url}/activiteiten/${slug}/uren`);
  await page.getByText('Een andere dag').click();
  await page.getByLabel('Welke dag?').fill('2020-01-01');
  await page.getByText('4 uur', { exact: true }).click();
  await page.getByLabel('Wat heb je gedaan?').fill('Lang geleden');
  await page.getByRole('button', { name: 'Vul deze uren in' }).click();
  await page.getByRole('alert').waitFor();
  await expectNarrow(page);
  // nothing typed is lost
  expect(await page.getByLabel('Welke dag?').inputValue()).toBe('2020-01-01');
  expect(await page.getByLabel('Wat heb je gedaan?').inputValue()).toBe('Lang geleden');
  await page.goto(`${product.url}/mijn-vergoedingen`);
  await page.getByRole('button', { name: /^Trek in 16 uur/ }).click();
  await page.getByText('Ingetrokken. Je kunt').waitFor();
}

async function claimExpense(page: Page, slug: string): Promise<void> {
  await page.goto(`${product.url}/activiteiten/${slug}/onkosten`);
  await expectNarrow(page);
  await page.getByLabel('Bedrag op de bon').fill('12,50');
  await page.getByLabel('Wat heb je gekocht?').fill('Soepgroente');
  await page.getByLabel('Foto of pdf van de bon').setInputFiles({
    name: 'bon.png',
    mimeType: 'image/png',
    buffer: await page.screenshot(),
  });
  await page.getByRole('button', { name: 'Vraag dit terug' }).click();
  await page.waitForURL('**/mijn-vergoedingen');
  await page.getByText('Bon: bon.webp').waitFor();
}

async function withdrawn(page: Page, slug: string): Promise<void> {
  const { id: activityId } = await product.database.activity.findUniqueOrThrow({ where: { slug } });
  await page.goto(`${product.url}/activiteiten/${slug}/uren`);
  await page.getByText('Gisteren').click();
  await page.getByText('1 uur', { exact: true }).click();
  await page.getByRole('button', { name: 'Vul deze uren in' }).click();
  await page.waitForURL('**/mijn-vergoedingen');
  await answer(activityId, { approve: false, reason: 'Gisteren was er geen soep.' });
  await page.reload();
  await page.getByText('Gisteren was er geen soep.').waitFor();
}

test('the figures show five people and not four, to everybody and to machines', async () => {
  const { id, slug } = await product.database.activity.findFirstOrThrow({ where: { name } });
  const page = await browser.newPage(phone);
  const table = page.getByRole('table', { name: `Goedgekeurd voor ${name}, per maand` });
  const read = async () => {
    const text = await (await fetch(`${product.url}/activiteiten/cijfers.json`)).text();
    return text.slice(text.indexOf(slug)).slice(0, 300);
  };
  await othersWorked(id, 4);
  await page.goto(`${product.url}/activiteiten/cijfers`);
  await expectNarrow(page);
  expect(await table.count()).toBe(0);
  await othersWorked(id, 1);
  // until the day of publishing nothing is there, however many there are
  await page.reload();
  expect(await table.count()).toBe(0);
  await publishMonths(product.database, addMinutes(new Date(), 70 * 24 * 60));
  // a kept page knows of a change within half a second
  const shown = async () => {
    await page.reload();
    return table.count();
  };
  await expect.poll(shown, { timeout: 10_000 }).toBe(1);
  await expectNarrow(page);
  const { _sum: sum } = await product.database.allowanceClaim.aggregate({
    where: { activityId: id, state: 'approved' },
    _sum: { amountCents: true },
  });
  const amount = formatCents(cents(sum.amountCents ?? 0), 'nl');
  expect((await table.innerText()).replaceAll(/\s/g, ' ')).toContain(amount.replaceAll(/\s/g, ' '));
  expect(await read()).toContain(`"approvedCents":${String(sum.amountCents)}`);
  await page.goto(`${product.url}/activiteiten/${slug}`);
  await page.getByText(', tot en met').filter({ hasText: amount }).waitFor();
  await expectNarrow(page);
});

test('pages read well in English, in the dark and on the narrowest phone', async () => {
  const { slug } = await product.database.activity.findFirstOrThrow({ where: { name } });
  const page = await browser.newPage({
    viewport: { width: 320, height: 800 },
    colorScheme: 'dark',
    locale: 'en-GB',
  });
  await signInAs(page, product.url, 'bewoner');
  for (const path of [
    '/activiteiten',
    '/activiteiten?wijk=FA',
    `/activiteiten/${slug}`,
    `/activiteiten/${slug}/uren`,
    `/activiteiten/${slug}/onkosten`,
    '/activiteiten/cijfers',
    '/mijn-vergoedingen',
    '/mijn-vergoedingen/over-jou',
  ]) {
    const response = await page.goto(`${product.url}${path}`);
    expect(response?.status(), path).toBe(200);
    // what belongs to one person stays in no cache
    expect(response?.headers()['cache-control'], path).toBe('private, no-store');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, `${path} scrolls sideways`).toBeLessThanOrEqual(320);
    expect(await unmarkedNames(page), `${path} says in Dutch what it does not mark`).toEqual([]);
    await expectAccessible(page);
    if (path === `/activiteiten/${slug}`) await page.getByRole('button', { name: 'Take part' }).click();
    await page.waitForLoadState();
  }
});

/** Where the Dutch name of the activity stands in an element that does not say it is Dutch. */
async function unmarkedNames(page: Page): Promise<string[]> {
  return page.getByText(name).evaluateAll((all) =>
    all
      .filter((one) => one.closest('[lang]')?.getAttribute('lang') !== 'nl')
      .filter((one) => [...one.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent !== ''))
      .map((one) => one.outerHTML),
  );
}
