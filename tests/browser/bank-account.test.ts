import { composeIBAN } from 'ibantools';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readAccounts } from '#app/modules/bank/commands/read-accounts.server.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { testSealingKeys } from '#tests/support/bank-keys.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';
import { publicPages } from './public-pages.ts';
import { workPages } from './work-pages.ts';

const log: string[] = [];
const product = useProduct({ fill: fillDemo, settings: { LOG_LEVEL: 'trace' }, logTo: (line) => log.push(line) });
const browser = useBrowser();

const path = '/mijn-vergoedingen/rekening';
const resident = 'nieuwe.vrijwilliger@wijkbeurs.example';
const iban = composeIBAN({ countryCode: 'NL', bban: 'WIJK0300400506' }) ?? '';
const phone = { viewport: { width: 390, height: 844 } };

/** Signs in with the newest code from the mail; ends on the page that asked for it. */
async function signIn(page: Page, codesBefore: number): Promise<void> {
  await page.getByLabel('E-mailadres').fill(resident);
  await page.getByRole('button', { name: /code/i }).click();
  await page.waitForURL(/inloggen\/code/);
  const codes = async () =>
    product.database.demoMail.findMany({
      where: { toAddress: resident, subject: { contains: 'is je code' } },
      orderBy: { sentAt: 'asc' },
    });
  await expect.poll(async () => (await codes()).length, { timeout: 120_000 }).toBe(codesBefore + 1);
  const { text } = (await codes()).at(-1) ?? { text: '' };
  await page.locator('input[name=code]').fill(/\b(\d{3} ?\d{3})\b/.exec(text)?.[1] ?? '');
  await page.locator('main form').first().getByRole('button').first().click();
  await page.waitForURL(`**${path}`);
}

async function expectNarrow(page: Page): Promise<void> {
  await expectAccessible(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(390);
}

async function fillIn(page: Page, iban: string, button: string): Promise<void> {
  await page.getByLabel('IBAN').fill(iban);
  await page.getByLabel('Naam op de rekening').fill('N. Vrijwilliger');
  await page.getByRole('button', { name: button }).click();
}

test('a resident fills in an account, changes it after signing in again, sees who looked, and removes it', async () => {
  const { database } = product;
  const page = await browser.newPage(phone);
  await page.goto(`${product.url}${path}`);
  await signIn(page, 0);
  await page.getByText('Nog geen rekeningnummer').waitFor();
  await expectNarrow(page);
  await fillIn(page, iban.toLowerCase(), 'Bewaar dit nummer');
  await page.getByText('Je rekeningnummer is bewaard').waitFor();
  await page.getByText('NL•• •••• •••• ••05 06').waitFor();
  await expectNarrow(page);

  // the page stood open while somebody made tea
  const { id: personId } = await database.person.findUniqueOrThrow({ where: { email: resident } });
  const earlier = new Date(Date.now() - 20 * 60_000);
  await database.session.updateMany({ where: { personId }, data: { createdAt: earlier } });
  browser.allowErrors(/422/);
  await fillIn(page, 'BE68 5390 0754 7034', 'Gebruik dit nummer');
  await page.getByText('Je bent te lang geleden ingelogd').waitFor();
  // nothing typed is lost
  await page.getByText('BE68 5390 0754 7034').waitFor();
  await expectNarrow(page);
  await page.getByRole('button', { name: 'Log opnieuw in' }).click();
  await page.waitForURL('**/inloggen?naar=*');
  await signIn(page, 1);
  await fillIn(page, 'BE68 5390 0754 7034', 'Gebruik dit nummer');
  await page.getByText('Je nieuwe rekeningnummer is bewaard').waitFor();
  await page.getByText('BE•• •••• •••• 7034').waitFor();

  const account = await database.bankAccount.findFirstOrThrow({ where: { personId, endedAt: null } });
  const look = { reason: 'payment:V2026-0003', lookerId: personId, at: new Date(), keys: testSealingKeys } as const;
  await database.$transaction(async (tx) => readAccounts(tx, [account.id], look));
  await page.goto(`${product.url}/mijn-vergoedingen`);
  await page.getByRole('link', { name: 'Je rekeningnummer' }).click();
  await page.waitForURL(`**${path}`);
  await page.getByText('Penningmeester, voor betaling V2026-0003').waitFor();
  await expectNarrow(page);

  await page.getByText('Haal dit nummer weg').click();
  await expectNarrow(page);
  await page.getByRole('button', { name: 'Haal weg' }).click();
  await page.getByText('Je rekeningnummer is weggehaald').waitFor();
  await page.getByText('Nog geen rekeningnummer').waitFor();
  const subjects = async () =>
    (
      await database.demoMail.findMany({
        where: { toAddress: resident, subject: { startsWith: 'Je rekeningnummer' } },
        orderBy: { sentAt: 'asc' },
      })
    ).map(({ subject }) => subject);
  await expect
    .poll(subjects, { timeout: 120_000 })
    .toEqual(['Je rekeningnummer is ingevuld', 'Je rekeningnummer is veranderd', 'Je rekeningnummer is weggehaald']);
});

/** Accounts of the demo and of the resident, without the country and its check. */
const numbers = /WIJK0200300\d{3}|WIJK0500600\d{3}|WIJK0300400506|539007547034/;
const leaks = (text: string) => numbers.exec(text.replaceAll(/\s/g, ''))?.[0] ?? null;

test('no page of others, no file of figures, no log and no table holds a number', async () => {
  const { database } = product;
  expect(await database.bankAccount.count()).toBeGreaterThan(5);
  const { slug } = await database.activity.findFirstOrThrow({ where: { decisionId: { not: null } } });
  const json = ['/activiteiten/cijfers.json', '/budgetten.json', '/wijkallianties.json', '/demo/post'];
  const open = [...publicPages, ...json, ...(workPages.coordinator ?? []), '/coordinatie', '/mijn/gegevens/download'];
  const addresses = open
    .map((address) => address.replaceAll(':activity', slug))
    .filter((address) => !address.includes(':'));
  const page = await browser.newPage();
  for (const account of ['coordinator', 'coordinator-2'] as const) {
    await signInAs(page, product.url, account);
    for (const address of addresses) {
      const answer = await page.request.get(`${product.url}${address}`);
      expect(answer.status(), `${address} as ${account}`).toBeLessThan(400);
      expect(leaks(await answer.text()), `${address} as ${account}`).toBeNull();
    }
  }
  // one's own file does, so that this test can see one
  await signInAs(page, product.url, 'bewoner');
  const own = await page.request.get(`${product.url}/mijn/gegevens/download`);
  expect(leaks(await own.text())).toBe('WIJK0200300400');
  // what the worker did, and every request that was made, is in it
  expect(log.length).toBeGreaterThan(50);
  expect(log.filter((line) => leaks(line) !== null)).toEqual([]);

  const tables = await database.$queryRaw<{ name: string }[]>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema in ('public', 'graphile_worker')`;
  expect(tables.length).toBeGreaterThan(60);
  // the account from which the programme pays stands there as it is
  const inHex = Buffer.from('WIJK0').toString('hex');
  for (const { name } of tables) {
    const found = await database.$queryRawUnsafe<{ row: string }[]>(
      `select t::text as row from ${name} t where t::text ~ 'WIJK ?0[235]' or t::text like '%53900754%' or t::text like '%${inHex}%'`,
    );
    expect(found, name).toEqual([]);
  }
});
