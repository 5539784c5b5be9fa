import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes, instant } from '#app/kernel/instant.ts';
import type { DemoAccount } from '#app/modules/people/demo-account.ts';
import { makeCodes } from '#app/modules/voting/commands/make-codes.server.ts';
import { keepTime } from '#app/modules/voting/commands/keep-time.server.ts';
import { makeInitiative } from '#tests/factories/index.ts';
import { planContent } from '#tests/integration/procurement/plan-content.ts';
import { by, must } from '#tests/integration/voting/vote-scene.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';

const execute = promisify(execFile);
const product = useProduct({ fill: fillDemo });
const browser = useBrowser();
const phone = { viewport: { width: 390, height: 844 } };

const plans = [
  { title: 'Bomen planten', cost: '800', areas: ['FB'] },
  { title: 'Geveltuinen', cost: '700', areas: ['FB'] },
  { title: 'Voetbaldag', cost: '300', areas: ['FC'] },
] as const;

test('on a phone, from dividing the plans to a result that says which category was full', async () => {
  browser.allowErrors(/422/);
  const { database, url } = product;
  for (const { title, areas } of plans)
    await makeInitiative(database, {
      ...{ title, stage: 'accepted', requestedCents: 1_000_00 },
      content: { ...planContent([], { title }), wholeDistrict: false, areas, themes: [] },
    });
  const work = await signedInAs('budgethouder', phone);
  await work.goto(`${url}/stemwerk/nieuw/wijkalliantie-dichtersbuurt`);
  await work.getByLabel('Titel').fill('Groen of sport');
  await work.getByLabel('De vraag').fill('Wat gaat voor?');
  await work.locator('[name=amount]').fill('1.900');
  await work.getByLabel('Plannen die samen binnen het bedrag blijven').check();
  await work.getByLabel('Meeste stemmen eerst').check();
  await work.getByRole('button', { name: 'Bewaar' }).click();
  await work.getByText('De stemming is bewaard.').waitFor();
  const { id } = await database.vote.findFirstOrThrow({ where: { title: 'Groen of sport' } });
  await work.goto(`${url}/stemwerk/${id}`);
  for (const { title } of plans) await work.getByRole('checkbox', { name: title }).check();
  await work.getByRole('button', { name: 'Zet op de lijst' }).click();
  for (const [at, { cost }] of plans.entries()) {
    const card = work.getByRole('listitem').filter({ hasText: `Plan ${String(at + 1)} ·` });
    await card.getByLabel('Wat het kost').fill(cost);
    await card.getByLabel('Ja, het doet mee').check();
    await card.getByRole('button', { name: 'Bewaar' }).click();
    await work.getByText('Bewaard.').waitFor();
  }

  // the pages of who prepares need no JavaScript
  const plain = await signedInAs('budgethouder', { ...phone, javaScriptEnabled: false });
  await plain.goto(`${url}/stemwerk/${id}`);
  await plain.getByRole('link', { name: 'Maak categorieën' }).click();
  await plain.getByRole('heading', { name: 'Per wijk' }).waitFor();
  await plain.getByRole('button', { name: 'Verdeel per wijk' }).click();
  await plain.getByText('De plannen zijn verdeeld.', { exact: false }).waitFor();
  await plain.getByLabel('Naam van categorie 1').fill('Groen, bomen');
  await plain.getByLabel('Hoogstens naar categorie 1').fill('500');
  await plain.getByLabel('Naam van categorie 2').fill('Sport');
  await plain.getByRole('button', { name: 'Bewaar de categorieën' }).click();
  await plain.getByText('‘Groen, bomen’: gebruik geen komma', { exact: false }).waitFor();
  expect(await plain.getByLabel('Hoogstens naar categorie 1').inputValue()).toBe('500');
  await plain.getByLabel('Naam van categorie 1').fill('Groen');
  await plain.getByRole('button', { name: 'Bewaar de categorieën' }).click();
  await plain.getByText('‘Bomen planten’ kost meer dan het maximum van ‘Groen’.', { exact: false }).waitFor();
  await plain.getByLabel('Hoogstens naar categorie 1').fill('900');
  await plain.getByRole('button', { name: 'Bewaar de categorieën' }).click();
  await plain.getByLabel('Voetbaldag').selectOption('Geen categorie');
  await plain.getByRole('button', { name: 'Bewaar wat waar hoort' }).click();
  await plain.getByText('In ‘Sport’ staat geen plan dat meedoet.').waitFor();
  await plain.getByLabel('Voetbaldag').selectOption('Sport');
  await plain.getByRole('button', { name: 'Bewaar wat waar hoort' }).click();
  await plain.getByText('Bewaard.').waitFor();
  expect(await plain.getByText('Zo kun je de stemming nog niet aankondigen').count()).toBe(0);
  await work.goto(`${url}/stemwerk/${id}/categorieen`);
  await expectAccessible(work);

  const chair = await signedInAs('voorzitter', phone);
  await chair.goto(`${url}/stemwerk/${id}`);
  await chair.getByText('Groen: hoogstens € 900', { exact: false }).waitFor();
  await chair.getByRole('button', { name: 'Kondig aan' }).click();
  await chair.getByText('De stemming is aangekondigd.', { exact: false }).waitFor();
  expect((await chair.request.get(`${url}/stemwerk/${id}/categorieen`)).status()).toBe(404);
  const vote = await database.vote.findUniqueOrThrow({ where: { id }, include: { areas: true } });
  const areaCode = vote.areas[0]?.areaCode ?? '';
  const byChair = await by(database, vote.announcerId ?? '', instant(new Date().toISOString()));
  const codes = must(await makeCodes({ voteId: id, areaCode, codes: 3, formKey: newId() }, byChair));
  await keepTime(database, vote.opensAt);

  for (const [at, chosen] of [
    ['Bomen planten', 'Geveltuinen'],
    ['Bomen planten', 'Geveltuinen'],
    ['Voetbaldag'],
  ].entries()) {
    const voter = await browser.newPage(phone);
    await voter.goto(`${url}/stemmen/${vote.slug}`);
    await voter.getByText('Categorie: Groen').first().waitFor();
    for (const title of chosen) await voter.getByRole('checkbox', { name: title }).check();
    const above = voter.getByText('In ‘Groen’ koos je € 1.500', { exact: false });
    if (chosen.length > 1) await above.waitFor();
    else expect(await above.count()).toBe(0);
    await voter.getByRole('button', { name: 'Verder' }).click();
    await voter.getByRole('heading', { name: 'Klopt je stem?' }).waitFor();
    expect(await voter.getByText('Daar gaat hoogstens € 900', { exact: false }).count()).toBe(
      chosen.length > 1 ? 1 : 0,
    );
    await expectAccessible(voter);
    await voter.getByLabel('Code', { exact: true }).fill(codes[at] ?? '');
    await voter.getByRole('button', { name: 'Stem met deze code' }).click();
    await voter.getByRole('heading', { name: 'Je controlecode' }).waitFor();
  }

  await keepTime(database, addMinutes(vote.closesAt, 1));
  await chair.goto(`${url}/stemwerk/${id}`);
  await chair.getByRole('button', { name: 'Tel de stemmen' }).click();
  await chair.getByText('De stemmen zijn geteld.').waitFor();
  const reader = await browser.newPage(phone);
  await reader.goto(`${url}/stemmen/${vote.slug}`);
  const loss = reader.locator('#niet-gewonnen').getByRole('listitem').filter({ hasText: 'Bomen planten' });
  await loss.getByText('Van de € 900,00 voor ‘Groen’ was nog maar € 200,00 over.', { exact: false }).waitFor();
  for (const fold of ['Wie kreeg wat?', 'Hoe is er geteld?', 'Toon de hele volgorde', 'Zo werkt het'])
    await reader.locator('summary', { hasText: fold }).first().click();
  await reader.getByText('van ‘Groen’ was nog € 200', { exact: false }).waitFor();
  await reader.getByRole('heading', { name: 'Geld per categorie' }).waitFor();
  await reader.getByText('Sommige categorieën hebben een maximum.', { exact: false }).waitFor();
  await expectAccessible(reader);
  const file = await reader.getByRole('link', { name: 'Download alle stemmen (.pb)' }).getAttribute('href');
  const { stdout } = await execute('node', ['scripts/recount.ts', new URL(file ?? '', url).href]);
  expect(stdout).toContain('Agrees');
});

async function signedInAs(account: DemoAccount, options = {}): Promise<Page> {
  const page = await browser.newPage(options);
  await signInAs(page, product.url, account);
  return page;
}
