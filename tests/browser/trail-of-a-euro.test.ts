import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { publishLedgerDays } from '#app/modules/budgets/commands/publish-ledger-days.server.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();

/** The page with every budget, where everybody begins. */
async function begin(): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${product.url}/budgetten`);
  return page;
}

/** Opens every fold that can be seen: one that opens leaves the list, and what was folded in it comes in. */
async function unfold(page: Page): Promise<void> {
  const folds = page.locator('main details:not([open]) > summary').filter({ visible: true });
  while ((await folds.count()) > 0) await folds.first().click();
}

/** Clicks the first link with this address that can be seen. */
async function follow(page: Page, href: RegExp): Promise<void> {
  await unfold(page);
  const links = page.locator('main a').filter({ visible: true });
  const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  const index = addresses.findIndex((link) => href.test(link));
  expect(index, `no link ${String(href)} on ${page.url()}`).toBeGreaterThan(-1);
  const address = addresses[index] ?? '';
  await links.nth(index).click();
  await page.waitForURL((url) => url.href.endsWith(address));
}

/** What can be read, with every fold open. */
async function main(page: Page): Promise<string> {
  await unfold(page);
  return page.locator('main').innerText();
}

test('from what is paid to the decision on a plan: who, by which criteria, who stayed out, what you can do, and proof', async () => {
  const page = await begin();
  await follow(page, /^#besluiten$/);
  await follow(page, /^\/besluiten\/2026-0001$/);
  const text = await main(page);
  for (const part of [
    'Budgethouder van Opgaveteam Eigenaarschap',
    'Programmamanager van Opgaveteam Eigenaarschap',
    'versie 1',
    'Beoordelaar 1',
    'Hielden zich erbuiten',
    'Bezwaar maken kan',
    'plaats 1 van 3',
    'Het plan zoals het toen was',
    'Staat dit in het logboek?',
  ])
    expect(text).toContain(part);
  await expectAccessible(page);
});

test('from what is promised to an assignment, and to what it adds up to', async () => {
  const page = await begin();
  await follow(page, /^#besluiten$/);
  await follow(page, /^\/besluiten\/2026-0002$/);
  const text = await main(page);
  for (const part of [
    'Een opdracht is een afspraak tussen twee partijen',
    'Rechtmatigheid',
    'Deze besluiten tellen mee',
  ])
    expect(text).toContain(part);
});

test('from a line of the plan to its entries, and from an entry to a reward of the donutfonds', async () => {
  const page = await begin();
  await follow(page, /^\/fondsen\/donutfonds-2025/);
  await follow(page, /^\/besluiten\/2025-/);
  const text = await main(page);
  expect(text).toContain('Uitgerekend volgens de regels');
  expect(text).toContain('Budgethouder van');
  expect(text).toContain('De beloning volgt uit de regels');
});

test('from a wijkalliantie to a small spending: how many agreed, who stayed out, and who confirmed', async () => {
  const page = await begin();
  await follow(page, /^\/budgetten\/teams\/wijkalliantie-dichtersbuurt$/);
  await follow(page, /^\/wijkallianties\/wijkalliantie-dichtersbuurt\?jaar=2026#K2026-0001$/);
  const text = await page.locator('#K2026-0001').innerText();
  expect(text).toMatch(/\d leden waren het eens/);
  expect(text).toContain('Voorgesteld als lid');
});

test('from a small spending and from a payment to the proof of the day on which it was entered', async () => {
  const { database } = product;
  const now = new Date(Date.now() + 48 * 3600_000);
  await publishLedgerDays(database, now);
  const page = await begin();
  await follow(page, /^\/wijkallianties\/wijkalliantie-dichtersbuurt\?jaar=2026#K2026-0001$/);
  const row = page.locator('tr', { has: page.locator('#K2026-0001') });
  await row.getByRole('link', { name: /^In het logboek/ }).click();
  await page.waitForURL(/\/transparantie\/dagen\/\d{4}-\d{2}-\d{2}$/);
  const day = await main(page);
  for (const part of ['Boekingen van deze dag', 'K2026-0001', 'Staat dit in het logboek?']) expect(day).toContain(part);
  expect(day).toMatch(/€\s235,50/u);
  await expectAccessible(page);

  await page.goto(`${product.url}/besluiten/2026-0001`);
  await follow(page, /^\/budgetten\/wijzigingen\/W/);
  await follow(page, /^\/transparantie\/dagen\//);
  expect(await main(page)).toMatch(/€\s4\.800,00/u);
});

test('from a source to the change that brought its money, with the two who looked at it', async () => {
  const page = await begin();
  await follow(page, /^\/fondsen\/wijkallianties-2025/);
  await follow(page, /^\/budgetten\/wijzigingen\/W/);
  const text = await main(page);
  expect(text).toMatch(/Voorgesteld door\s+De /);
  expect(text).toMatch(/Goedgekeurd door\s+De /);
});

test('no amount in the figures on top stands there without a list behind it', async () => {
  const page = await begin();
  for (const path of ['/budgetten', '/budgetten/teams/eigenaarschap-inclusie-democratie', '/fondsen/donutfonds-2025']) {
    await page.goto(`${product.url}${path}`);
    const figures = page.locator('main figure dd');
    const bare = await figures.evaluateAll((all) => all.filter((one) => one.querySelector('a') === null).length);
    const dead = await figures
      .locator('a')
      .evaluateAll(
        (all) => all.filter((one) => document.querySelector(one.getAttribute('href') ?? '') === null).length,
      );
    expect([path, bare, dead]).toEqual([path, 0, 0]);
  }
});
