import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';
import { moveTonight, planGatheringTonight, walkInTonight } from './tonight.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();
const piles = ['Groen', 'Geld', 'Samen eten'];
let slug: string;

beforeAll(async () => {
  const { database } = product;
  slug = await planGatheringTonight(database);
  await moveTonight(database, slug, 'begun');
  await walkInTonight(database, slug, 'Iemand');
  const { id: gatheringId } = await database.gathering.findUniqueOrThrow({ where: { slug } });
  const writer = await database.gatheringRegistration.findFirstOrThrow({ where: { gatheringId } });
  for (const [index, name] of piles.entries())
    await database.gatheringCluster.create({
      data: { id: newId(), gatheringId, name, position: index + 1, holds: 'notes' },
    });
  for (const text of ['Soep koken', 'Bomen planten'])
    await database.gatheringNote.create({
      data: { id: newId(), gatheringId, registrationId: writer.id, kind: 'idea', text, writtenAt: new Date() },
    });
});

async function openWall(viewport: { width: number; height: number }, hears = true): Promise<Page> {
  const page = await browser.newPage({ viewport, hasTouch: true });
  // a page that is connected, to which what changed has not come yet
  if (!hears)
    await page.addInitScript(() => {
      Object.defineProperty(EventSource.prototype, 'onmessage', { set: () => {} });
    });
  await signInAs(page, product.url, 'redacteur');
  await page.goto(`${product.url}/ontmoet-werk/${slug}/muur`);
  await page.getByText('Live', { exact: true }).waitFor();
  return page;
}

const pileOf = async (text: string) =>
  (
    await product.database.gatheringNote.findFirstOrThrow({
      where: { text, gathering: { slug } },
      select: { cluster: { select: { name: true } } },
    })
  ).cluster?.name ?? null;

test('a note that is moved on before the server answered ends where it was put', async () => {
  const page = await openWall({ width: 1280, height: 900 }, false);
  const handle = page.getByRole('button', { name: 'Verplaats: Soep koken' });
  await handle.focus();
  const [arrived, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await page.route(/\/muur/, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const response = await route.fetch();
    arrived.resolve();
    await held.promise;
    // nobody waits for it any more when the page asked for something else meanwhile
    await route.fulfill({ response }).catch(() => {});
  });
  await page.keyboard.press('ArrowRight');
  await arrived.promise;
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  held.resolve();
  await page.getByText('Verplaatst naar Samen eten').waitFor();
  await page.getByRole('region', { name: 'Samen eten' }).getByText('Soep koken').waitFor();
  await expect.poll(async () => pileOf('Soep koken')).toBe('Samen eten');
});

test('a finger drags a note to a pile, also one that is further down', async () => {
  const page = await openWall({ width: 390, height: 844 });
  const touch = await page.context().newCDPSession(page);
  const handle = page.getByRole('button', { name: 'Verplaats: Bomen planten' });
  await handle.scrollIntoViewIfNeeded();
  const from = (await handle.boundingBox())!;
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  const send = async (type: 'touchStart' | 'touchMove' | 'touchEnd', at: { x: number; y: number } | null) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: at === null ? [] : [at] });
  const pile = page.getByRole('region', { name: 'Samen eten' });
  const isUnderFinger = async (at: { x: number; y: number }) => {
    const box = (await pile.boundingBox())!;
    return box.y < at.y && box.y + box.height > at.y;
  };
  await send('touchStart', { x, y });
  // held at the lower edge the page goes along, until the pile is there
  const low = { x, y: 830 };
  await send('touchMove', { x, y: y + 30 });
  await send('touchMove', low);
  await expect.poll(async () => isUnderFinger(low), { timeout: 120_000 }).toBe(true);
  await send('touchMove', { x: low.x + 1, y: low.y - 1 });
  await send('touchEnd', null);
  await expect.poll(async () => pileOf('Bomen planten'), { timeout: 120_000 }).toBe('Samen eten');
});
