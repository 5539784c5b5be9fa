import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { createPerson } from '#app/modules/people/commands/create-person.server.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();

const title = 'Huiswerkkamer in de Van Deysselbuurt';

async function openPlan(page: Page): Promise<void> {
  await signInAs(page, product.url, 'loket');
  await page.goto(`${product.url}/loket`);
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

async function send(page: Page, way: string, text: string, button: string): Promise<void> {
  const details = page.locator('details', { has: page.getByRole('heading', { name: way }) });
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
  await details.locator('[name=reason]').fill(text);
  await Promise.all([page.waitForEvent('load'), details.getByRole('button', { name: button }).click()]);
}

test('mistakes get the focus, also where the page was opened at the forms', async () => {
  browser.allowErrors(/status of 422/);
  const page = await browser.newPage();
  await openPlan(page);
  await page.getByRole('link', { name: 'Wat doe je met dit plan?' }).click();
  await send(page, 'Een vraag stellen', ' ', 'Verstuur de vraag');
  await expect.poll(async () => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
  await expectAccessible(page);
});

test('who comes second is told so, and keeps what was typed', async () => {
  browser.allowErrors(/status of 409/);
  const [first, second] = [await browser.newPage(), await browser.newPage({ viewport: { width: 320, height: 700 } })];
  await openPlan(first);
  await openPlan(second);
  await send(first, 'Een vraag stellen', 'Wie maakt het rooster?', 'Verstuur de vraag');
  await send(second, 'Een vraag stellen', 'Is er al een <b>kamer</b>?', 'Verstuur de vraag');
  const notice = second.getByRole('alert');
  expect(await notice.innerText()).toContain('Dit is niet verstuurd');
  expect(await notice.innerText()).toContain('Is er al een <b>kamer</b>?');
  expect(await second.getByText('Wie maakt het rooster?').count()).toBe(1);
  await expectAccessible(second);
});

test('a plan that another loket has says where it is; a draft or an unknown one is not there', async () => {
  browser.allowErrors(/status of 404/);
  const { database } = product;
  const team = await database.body.findFirstOrThrow({ where: { slug: 'veiligheid' } });
  const plan = await database.initiative.findFirstOrThrow({ where: { title } });
  const draft = await database.initiative.findFirstOrThrow({ where: { stage: 'draft' } });
  const { personId } = await database.$transaction(async (tx) =>
    createPerson(tx, { email: 'ander-loket@wijkbeurs.example', name: 'Ander Loket', locale: 'nl', now: new Date() }),
  );
  const resident = await database.person.findFirstOrThrow({ where: { email: 'bewoner@wijkbeurs.example' } });
  await database.bodyMembership.create({
    data: {
      id: personId,
      personId: resident.id,
      bodyId: team.id,
      role: 'loket',
      beginsOn: new Date('2026-01-01'),
      grantedById: personId,
    },
  });
  const page = await browser.newPage();
  await signInAs(page, product.url, 'bewoner');
  const answer = await page.goto(`${product.url}/loket/${plan.id}`);
  expect(answer?.status()).toBe(404);
  expect(await page.locator('main').innerText()).toContain('Dit plan ligt niet bij jouw loket');
  await expectAccessible(page);
  for (const id of [draft.id, personId]) {
    await page.goto(`${product.url}/loket/${id}`);
    expect(await page.locator('main').innerText()).toContain('Deze pagina is er niet');
  }
});
