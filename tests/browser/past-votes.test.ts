import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { importPastVote } from '#app/modules/counting/commands/import-past-vote.server.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();
const phone = { width: 390, height: 844 };

const folder = mkdtempSync(join(tmpdir(), 'wijkbeurs-votes-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const osdorp = fileURLToPath(new URL('../../../shared/data/pabulib/Netherlands_Amsterdam_490.pb', import.meta.url));

describe('trying rules on a vote, on a phone', () => {
  test('from the list to two rules side by side, and another rule', async () => {
    const page = await browser.newPage({ viewport: phone, locale: 'nl-NL' });
    await page.goto(`${product.url}/stemmingen`);
    await page.getByRole('link', { name: /^Voorbeeld: buurtbudget Slotermeer/ }).click();
    await page.getByRole('heading', { name: 'Waar gaat het geld naartoe?' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
    for (const heading of ['Geld per categorie', 'Geld per wijk', 'Per groep stemmers: leeftijd'])
      expect(await page.getByRole('heading', { name: heading }).count(), heading).toBe(1);
    await page.getByRole('link', { name: 'Gelijke delen, rest blijft over' }).click();
    await page.getByRole('heading', { name: 'Zo is het geteld: gelijke delen, rest blijft over' }).waitFor();
    for (const summary of await page.locator('main summary').all()) await summary.click();
    expect(await page.getByText('hele stemmen: meer dan bij elk ander plan').count()).toBeGreaterThan(2);
    await expectAccessible(page);
  });

  test('a file of one’s own is counted, and one that cannot be says its lines', async () => {
    browser.allowErrors(/422/);
    const page = await browser.newPage({ viewport: phone, locale: 'nl-NL' });
    const { text } = await product.database.pastVote.findFirstOrThrow();
    const path = join(folder, 'stemming.pb');
    const count = async (content: string) => {
      writeFileSync(path, content);
      await page.goto(`${product.url}/stemmingen/uitproberen`);
      await page.getByLabel('Bestand', { exact: true }).setInputFiles(path);
      await page.getByRole('button', { name: 'Tel dit bestand' }).click();
    };
    await count(text.replace('approval', 'cumulative'));
    const alert = page.getByRole('alert');
    await alert
      .getByText(/Regel 10: we tellen alleen stemmingen waarbij je plannen aankruist.*\(cumulative\)/)
      .waitFor();
    await count(text);
    await page.getByRole('heading', { name: 'Hoe gelijk is het verdeeld?' }).waitFor();
    await expectAccessible(page);
    expect(await product.database.pastVote.count()).toBe(1);
  });
});

test.skipIf(!existsSync(osdorp))('Osdorp 2021: seven plans against sixteen', async () => {
  const taken = await importPastVote(product.database, readFileSync(osdorp, 'utf8'), new Date());
  expect(taken).toMatchObject({ ok: true, slug: 'buurtbudget-osdorp-2021' });
  const page = await browser.newPage({ viewport: phone, locale: 'nl-NL' });
  await page.goto(`${product.url}/stemmingen/verleden/buurtbudget-osdorp-2021`);
  const short = page.getByText(/is er geld voor 7 plannen\. Van elke 100 stemmers zien er 94/);
  expect(await short.innerText()).toContain('geld voor 16 plannen, en zien er 99 een eigen keuze winnen');
  await expectAccessible(page);
});
