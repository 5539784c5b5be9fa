import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();
const phone = { viewport: { width: 390, height: 844 } };
const slug = 'wat-doen-we-met-het-geld-van-de-wijk';
const [garden, table] = ['Moestuin achter de flat', 'Verhalentafel voor ouderen'];

const box = (page: Page, title: string) => page.getByRole('checkbox', { name: title });
const openBallot = async (page: Page) => page.goto(`${product.url}/stemmen/${slug}`);
/** The choice that is kept on the device, of which the server answers. */
const kept = async (page: Page) => page.waitForResponse((response) => response.url().endsWith('/keuze'));
const next = async (page: Page) => {
  await page.getByRole('button', { name: 'Verder' }).click();
  await page.getByRole('heading', { name: 'Klopt je stem?' }).waitFor();
};

test('without a connection the ballot stays, and what was chosen is kept as soon as there is one, also after a reload', async () => {
  browser.allowErrors(/ERR_INTERNET_DISCONNECTED/);
  const page = await browser.newPage(phone);
  await openBallot(page);
  const first = kept(page);
  await box(page, garden).check();
  await first;
  await page.context().setOffline(true);
  await box(page, table).check();
  await page.getByText('Geen verbinding. Je keuze staat nog op dit scherm.', { exact: false }).waitFor();
  expect(await box(page, table).isChecked()).toBe(true);
  await expectAccessible(page);
  const again = kept(page);
  await page.context().setOffline(false);
  expect((await again).status()).toBe(204);
  await page.getByText('Geen verbinding.', { exact: false }).waitFor({ state: 'detached' });

  // the connection is gone again, and the page is loaded anew before the choice could be kept
  await page.route('**/keuze', async (route) => route.abort());
  browser.allowErrors(/ERR_FAILED/);
  await box(page, garden).uncheck();
  await page.getByText('Geen verbinding.', { exact: false }).waitFor();
  await page.unroute('**/keuze');
  await page.route('**/keuze', async (route) => route.abort(), { times: 1 });
  const third = page.waitForResponse((response) => response.url().endsWith('/keuze') && response.status() === 204);
  await page.reload();
  await third;
  expect(await box(page, garden).isChecked()).toBe(false);
  expect(await box(page, table).isChecked()).toBe(true);
  await next(page);
  expect(await page.getByRole('listitem').filter({ hasText: garden }).count()).toBe(0);
});

test('who leaves right after a choice does not lose it', async () => {
  const page = await browser.newPage(phone);
  await openBallot(page);
  await page.waitForLoadState('networkidle');
  await box(page, table).check();
  await page.getByRole('link', { name: `Lees het plan ${table}` }).click();
  await page.getByRole('heading', { level: 1, name: table }).waitFor();
  // another tab knows nothing but what came to the server
  const other = await page.context().newPage();
  const isKept = async () => {
    await openBallot(other);
    return box(other, table).isChecked();
  };
  await expect.poll(isKept, { timeout: 30_000 }).toBe(true);
});

test('a second card on the phone of somebody who voted casts a ballot of its own', async () => {
  const before = await product.database.voteBallot.count();
  const demo = await browser.newPage(phone);
  await demo.goto(`${product.url}/demo`);
  const links = demo.getByRole('link', { name: /^Stem met deze kaart/ });
  const cards = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  expect(cards.length).toBeGreaterThan(1);
  const open = async (page: Page, card: string) => {
    await page.goto(new URL(card, product.url).href);
    await page.getByText('De code van je kaart is gelezen.', { exact: false }).waitFor();
  };
  const page = await browser.newPage(phone);
  await open(page, cards[0] ?? '');
  await box(page, garden).check();
  await next(page);
  await page.getByRole('button', { name: 'Stem met deze code' }).click();
  await page.getByRole('heading', { name: 'Je controlecode' }).waitFor();

  // a scanner opens a tab of its own
  const second = await page.context().newPage();
  await open(second, cards[1] ?? '');
  expect(await second.getByText('Je hebt gestemd', { exact: false }).count()).toBe(0);
  await box(second, table).check();
  await next(second);
  // the code of the card is known to the page's script only
  await second.getByText('Of verander de stem die al op dit apparaat is uitgebracht').waitFor();
  const main = second.locator('main .button-main');
  expect(await main.allInnerTexts()).toEqual(['Stem met deze code']);
  expect(await second.locator('main button').allInnerTexts()).toEqual(['Stem met deze code', 'Verander mijn stem']);
  expect(await second.getByText('Breng je stem uit', { exact: true }).count()).toBe(0);
  await expectAccessible(second);
  await main.click();
  await second.getByRole('heading', { name: 'Je controlecode' }).waitFor();
  expect(await product.database.voteBallot.count()).toBe(before + 2);

  // who comes back to change their vote reads why the ballot is empty
  await openBallot(page);
  await page.getByText('Je stem is geheim, dus wij laten hem niet zien.', { exact: false }).waitFor();
  expect(await page.getByText('nog niet uitgebracht', { exact: false }).count()).toBe(0);
  await page.goto(`${product.url}/stemmen/${slug}/controleren`);
  await page.getByText('Kies dan al je plannen opnieuw.', { exact: false }).waitFor();
});

for (const javaScriptEnabled of [true, false]) {
  test(`a mistake is in sight, has the focus and is in the title, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
    const page = await browser.newPage({ ...phone, javaScriptEnabled });
    const expectMistake = async (words: string) => {
      const message = page.getByRole('alert').filter({ hasText: words });
      await message.waitFor();
      expect(await page.title()).toMatch(/^Fout: /);
      const { y = -1 } = (await message.boundingBox()) ?? {};
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThan(phone.viewport.height / 2);
      await page.locator(':focus').filter({ hasText: words }).waitFor();
      // axe is a script
      if (javaScriptEnabled) await expectAccessible(page);
    };
    await openBallot(page);
    await page.getByRole('button', { name: 'Verder' }).click();
    await expectMistake('Kies eerst een plan.');
    await box(page, garden).check();
    await next(page);
    await page.getByLabel('Code', { exact: true }).fill('AAAA-BBBB-CCCC-DDDD');
    await page.getByRole('button', { name: 'Stem met deze code' }).click();
    await expectMistake('Deze code klopt niet.');
  });
}

test('on a low or much enlarged screen nothing covers what has the focus, and nothing scrolls sideways', async () => {
  const page = await browser.newPage({ viewport: { width: 195, height: 422 } });
  const path = `${product.url}/stemmen/${slug}`;
  await page.goto(path);
  await box(page, garden).check();
  for (const [width, height] of [
    [195, 422],
    [640, 360],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.evaluate(() => {
      window.scrollTo(0, 0);
    });
    await box(page, garden).focus();
    for (let n = 0; n < 6; n += 1) {
      await page.keyboard.press('Tab');
      const isCovered = await page.evaluate(() => {
        const bar = document.querySelector('.ballot-bar');
        const focused = document.activeElement;
        if (bar === null || focused === null || bar.contains(focused)) return false;
        const { left, top, width, height } = focused.getBoundingClientRect();
        return bar.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      });
      expect(isCovered, `${String(width)}×${String(height)}`).toBe(false);
    }
  }
  await page.setViewportSize({ width: 195, height: 422 });
  for (const url of [path, `${path}/controleren`, `${product.url}/stemmen`]) {
    await page.goto(url);
    const wide = await page.evaluate(async () => {
      await document.fonts.ready;
      return document.documentElement.scrollWidth;
    });
    expect(wide, url).toBeLessThanOrEqual(195);
  }
});

// the last: nobody chooses after it
test('a vote is cancelled by two, and everybody reads why, also in the dark', async () => {
  browser.allowErrors(/422/);
  const work = async (account: 'budgethouder' | 'voorzitter') => {
    const page = await browser.newPage({ ...phone, colorScheme: 'dark' });
    await signInAs(page, product.url, account);
    const { id } = await product.database.vote.findFirstOrThrow({ where: { slug } });
    await page.goto(`${product.url}/stemwerk/${id}`);
    return page;
  };
  const proposer = await work('budgethouder');
  await proposer.getByText('Zeg de stemming af').first().click();
  const propose = proposer.getByRole('button', { name: 'Stel voor om de stemming af te zeggen' });
  await propose.click();
  await proposer.getByText('Schrijf een reden.').waitFor();
  await proposer.getByLabel(/^Waarom/).fill('De kaarten waren verkeerd gedrukt.');
  await propose.click();
  await proposer.getByText('Een ander moet dit bevestigen.').waitFor();
  expect(await proposer.getByRole('button', { name: 'Zeg de stemming af' }).count()).toBe(0);
  const voter = await browser.newPage({ ...phone, colorScheme: 'dark' });
  await openBallot(voter);
  await box(voter, garden).waitFor();

  const second = await work('voorzitter');
  await second.getByText('stelt voor de stemming af te zeggen').waitFor();
  await expectAccessible(second);
  await second.getByRole('button', { name: 'Zeg de stemming af' }).click();
  await second.getByText('De stemming is afgezegd.').waitFor();
  await expectAccessible(second);
  await openBallot(voter);
  await voter.getByText('De kaarten waren verkeerd gedrukt.').waitFor();
  await voter.getByText(/^Wijkalliantie Dichtersbuurt besloot dit op /).waitFor();
  expect(await box(voter, garden).count()).toBe(0);
  await expectAccessible(voter);
});
