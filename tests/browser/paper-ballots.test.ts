import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { DemoAccount } from '#app/modules/people/demo-account.ts';
import { keepTime } from '#app/modules/voting/commands/keep-time.server.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { readPdf } from '#tests/support/pdf-text.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();
const phone = { viewport: { width: 390, height: 844 } };
const slug = 'wat-doen-we-met-het-geld-van-de-wijk';

async function signedInAs(account: DemoAccount, options = {}): Promise<Page> {
  const page = await browser.newPage(options);
  await signInAs(page, product.url, account);
  return page;
}

const openVote = async () => product.database.vote.findUniqueOrThrow({ where: { slug } });
const ballotCount = async () => product.database.voteBallot.count({ where: { voteId: (await openVote()).id } });

test('papers are printed, entered by one, confirmed by another, and found back in the numbers', async () => {
  browser.allowErrors(/404|422/);
  const before = await ballotCount();
  const vote = await openVote();
  const chair = await signedInAs('voorzitter');
  await chair.goto(`${product.url}/stemwerk/${vote.id}`);
  await chair.getByRole('link', { name: 'Biljetten en stemtafel' }).click();
  await chair.getByRole('heading', { name: 'Papieren stembiljetten' }).waitFor();
  await expectAccessible(chair);
  await chair.getByLabel('Mailadres van het account').fill('bestaat-niet@wijkbeurs.example');
  await chair.getByRole('button', { name: 'Zet aan de tafel' }).click();
  await chair.getByText('Er is geen account met dit mailadres.').waitFor();
  await chair.getByLabel('Mailadres van het account').fill('organisatie@wijkbeurs.example');
  await chair.getByRole('button', { name: 'Zet aan de tafel' }).click();
  await chair.getByText('Deze persoon heeft een belang bij een plan op het biljet.', { exact: false }).waitFor();
  await chair.getByLabel('Hoeveel biljetten').fill('2');
  await chair.getByRole('button', { name: 'Maak biljetten' }).click();
  await chair.getByText('De biljetten zijn gemaakt.', { exact: false }).waitFor();
  const download = chair.waitForEvent('download');
  await chair
    .getByRole('link', { name: /gewone letters/ })
    .last()
    .click();
  const { parts } = await readPdf(new Uint8Array(await readFile(await (await download).path())));
  const printed = parts.map(({ text }) => text).join(' ');
  const [paper = '', other = ''] = [...new Set(printed.match(/\d+ [A-Z]{3}(?=\b)/g))];
  expect(other).not.toBe('');

  // the first volunteer, with the keyboard only, on a phone without JavaScript
  const first = await signedInAs('wijkgenoot', { ...phone, javaScriptEnabled: false });
  await first.goto(`${product.url}/stemmen/${slug}`);
  await first.getByRole('link', { name: 'Voer biljetten in' }).click();
  await first.getByLabel('Nummer van het biljet').waitFor();
  await first.keyboard.type(paper.toLowerCase().replace(' ', ''));
  await first.keyboard.press('Tab');
  await first.keyboard.type('3 99');
  await first.keyboard.press('Enter');
  await first.getByText('Nummer 99 staat niet op het biljet.').waitFor();
  expect(await first.getByLabel('Nummer van het biljet').inputValue()).toBe(paper.toLowerCase().replace(' ', ''));
  await first.getByLabel('Aangekruiste plannen').fill('3 1');
  await first.keyboard.press('Enter');
  await first.getByRole('heading', { name: 'Staat dit op het biljet?' }).waitFor();
  await first.keyboard.press('Enter');
  await first.getByText(`Biljet ${paper} is ingevoerd.`, { exact: false }).waitFor();
  expect(await ballotCount()).toBe(before);

  // the second sees that it waits and not what was entered; first something else, by tapping
  const second = await signedInAs('coordinator-2', phone);
  await second.goto(`${product.url}/stemwerk/${vote.id}/tafel`);
  const waiting = second.getByRole('listitem').filter({ hasText: paper });
  await waiting.getByText('door een ander ingevoerd', { exact: false }).waitFor();
  await expectAccessible(second);
  expect(await second.getByRole('checkbox', { checked: true }).count()).toBe(0);
  const enter = async (...titles: string[]) => {
    await second.getByLabel('Nummer van het biljet').fill(paper);
    for (const title of titles) await second.getByRole('checkbox', { name: title }).check();
    await second.getByRole('button', { name: 'Kijk na' }).click();
    await second.getByRole('button', { name: 'Klopt, bewaar' }).click();
  };
  await enter('Moestuin achter de flat');
  await second.getByText(`Biljet ${paper} verschilt`, { exact: false }).waitFor();
  await expectAccessible(second);
  expect(await ballotCount()).toBe(before);
  await enter('Schone pleinen met kinderen', 'Verhalentafel voor ouderen');
  await second.getByText(`Biljet ${paper} is geteld.`, { exact: false }).waitFor();
  expect(await ballotCount()).toBe(before + 1);

  // who has no part in it finds no table
  const outsider = await signedInAs('bewoner');
  expect((await outsider.goto(`${product.url}/stemwerk/${vote.id}/tafel`))?.status()).toBe(404);

  // once the votes are counted everybody sees the numbers, and not before
  await keepTime(product.database, vote.closesAt);
  const voter = await browser.newPage(phone);
  await voter.goto(`${product.url}/stemmen/${slug}/controle`);
  await voter.getByText('De lijst komt als de stemmen zijn geteld').waitFor();
  await chair.goto(`${product.url}/stemwerk/${vote.id}`);
  await chair.getByRole('button', { name: 'Tel de stemmen' }).click();
  await chair.getByText('Deze biljetten zijn ingevoerd, maar nog niemand bevestigde ze: ', { exact: false }).waitFor();
  await first.goto(`${product.url}/stemwerk/${vote.id}/tafel`);
  const takeBack = first.getByRole('button', { name: /^Haal weg wat ik invoerde van biljet/ });
  for (let last = (await takeBack.count()) - 1; last >= 0; last -= 1) {
    await takeBack.nth(last).click();
    await takeBack.nth(last).waitFor({ state: 'detached' });
  }
  await chair.getByRole('button', { name: 'Tel de stemmen' }).click();
  await chair.getByText('De stemmen zijn geteld.').waitFor();
  await voter.reload();
  await voter.getByRole('heading', { name: 'Op papier' }).waitFor();
  await expectAccessible(voter);
  const counted = voter.getByText('Nummers die zijn geteld').locator('..');
  expect(await counted.innerText()).toMatch(new RegExp(`\\b${paper.split(' ')[0] ?? ''}\\b`));
});
