import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { isDemoAccount } from '#app/modules/people/demo-account.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();

/** What people and the papers wrote in Dutch, long enough to be found for certain. */
async function dutchTexts(): Promise<string[]> {
  const db = product.database;
  const found: unknown[] = await Promise.all([
    db.initiative.findMany({ select: { title: true, summary: true, stateNote: true } }),
    db.initiativeVersion.findMany({ select: { content: true } }),
    db.initiativeEvent.findMany({ select: { reason: true } }),
    db.sourcePaper.findMany({ select: { title: true } }),
    db.actielijn.findMany({ select: { title: true, goal: true, stateNote: true } }),
    db.round.findMany({ select: { title: true } }),
    db.fund.findMany({ select: { name: true, description: true } }),
    db.reviewScore.findMany({ select: { reason: true } }),
    db.decision.findMany({ select: { title: true, motivation: true, amountNote: true, interestStatement: true } }),
    db.decision.findMany({ select: { conditions: true, discardReason: true } }),
    db.decisionCriterion.findMany({ select: { motivation: true } }),
    db.decisionObjection.findMany({ select: { objection: true, answer: true } }),
    db.activity.findMany({ select: { name: true, description: true } }),
    db.allowanceClaim.findMany({ select: { note: true, answer: true } }),
    db.portfolio.findMany({ select: { name: true, about: true } }),
    db.portfolioLine.findMany({ select: { text: true } }),
    db.message.findMany({ where: { side: { not: 'product' } }, select: { text: true } }),
    db.supportChoice.findMany({ select: { reason: true } }),
    db.gatheringQuestion.findMany({ select: { text: true } }),
    db.gatheringPromise.findMany({ select: { what: true } }),
    db.gatheringWorkshop.findMany({ select: { title: true, about: true } }),
    db.gatheringReport.findMany({ select: { intro: true } }),
    db.gatheringAgendaItem.findMany({ select: { title: true, request: true, answerText: true } }),
  ]);
  // names of places and organisations are nobody's language (the criterion leaves proper names out)
  const names: unknown[] = await Promise.all([
    db.area.findMany({ select: { name: true } }),
    db.organisation.findMany({ select: { name: true } }),
  ]);
  // and what the evenings are called is the same in both languages
  const proper = new Set([...stringsIn(names), 'Meet & Match']);
  return [...new Set(stringsIn(found).map(oneLine))].filter(
    (text) => text.length >= 12 && text.includes(' ') && !proper.has(text),
  );
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Pieces of text on the page that hold one of `texts` and stand in an element of another language. What is being typed is left out. */
async function unmarked(page: Page, texts: readonly string[]): Promise<string[]> {
  const pieces = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const around = node.parentElement;
      if (around === null || around.closest('textarea, option, script') !== null) continue;
      if (around.closest('[lang]')?.getAttribute('lang') !== 'nl') found.push(node.textContent ?? '');
    }
    return found;
  });
  return pieces.map(oneLine).filter((piece) => texts.some((text) => piece.includes(text)));
}

/** The pages where most is written, and who sees them. Links of these kinds are followed once each. */
const visits = {
  public: [
    ['/', []],
    ['/initiatieven', []],
    ['/initiatieven/vuilnisoproer', []],
    ['/initiatieven/buurtkeuken-de-gedeelde-pan', []],
    ['/initiatieven/buurtkeuken-de-gedeelde-pan/versies', []],
    ['/besluiten', [/^\/besluiten\/\d{4}-\d{4}$/]],
    ['/fondsen', [/^\/fondsen\/.+/]],
    ['/budgetten', [/^\/budgetten\/teams\/.+/]],
    ['/opgaveteams/eigenaarschap-inclusie-democratie', []],
    ['/gebieden/FK', []],
    ['/rondes', [/^\/rondes\/.+/]],
    ['/criteria/wonen-en-leefomgeving', []],
    ['/bronnen', []],
    ['/activiteiten', [/^\/activiteiten\/.+/]],
    ['/portfolios', [/^\/portfolios\/[a-z0-9-]+$/]],
    ['/ontmoet/oefening', []],
    ['/ontmoet/meet-match-osdorp-midden-voorbeeld/verslag', []],
    ['/ontmoet/meet-match-slotervaart-noord-voorbeeld/workshops', []],
  ],
  bewoner: [
    ['/ontmoet', []],
    ['/ontmoet/meet-match-osdorp-midden-voorbeeld/vragen', []],
    ['/ontmoet/meet-match-osdorp-midden-voorbeeld/beloftes', []],
  ],
  buurvrouw: [
    ['/berichten', [/^\/berichten\/.+/]],
    ['/ontmoet?portfolio=koken-op-dinsdag', []],
    ['/ontmoet/oefening?portfolio=koken-op-dinsdag', []],
    ['/portfolios/koken-op-dinsdag/bewerken', []],
    ['/portfolios/fietsclub-slotermeer/bericht', []],
  ],
  loket: [['/loket', [/^\/loket\/[0-9a-f-]{36}$/]]],
  'beoordelaar-1': [['/beoordeling', [/^\/beoordeling\/[0-9a-f-]{36}$/]]],
  voorzitter: [
    ['/beoordeling', [/^\/beoordeling\/rondes\/[0-9a-f-]{36}(\/uitslag)?$/]],
    ['/besluitvorming', [/^\/besluitvorming\/[0-9a-f-]{36}$/, /^\/besluitvorming\/nieuw/]],
    ['/agendapunten', [/^\/agendapunten\/[0-9a-f-]{36}$/]],
  ],
  coordinator: [
    ['/coordinatie', [/^\/coordinatie\/[a-z0-9-]+$/]],
    ['/coordinatie/voorbeeld-samen-koken-op-donderdag', [/^\/coordinatie\/[a-z0-9-]+\/[a-z]+$/]],
  ],
} satisfies Record<string, [string, RegExp[]][]>;

test.each(Object.entries(visits))('on English pages, Dutch texts say that they are Dutch: %s', async (who, paths) => {
  const page = await browser.newPage({ locale: 'en-GB' });
  if (isDemoAccount(who)) await signInAs(page, product.url, who);
  // the language of a demo account is Dutch until it is chosen
  await page.context().addCookies([{ name: 'taal', value: 'en', url: product.url }]);
  const texts = await dutchTexts();
  expect(texts.length).toBeGreaterThan(200);
  const wrong: string[] = [];
  const look = async (path: string) => {
    await page.goto(`${product.url}${path}`);
    expect(await page.locator('html').getAttribute('lang'), path).toBe('en');
    for (const piece of await unmarked(page, texts)) wrong.push(`${path}: ${piece}`);
  };
  for (const [path, follow] of paths) {
    await look(path);
    const links = await page.locator('main a').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    for (const kind of follow) for (const link of new Set(links.filter((one) => kind.test(one)))) await look(link);
  }
  expect(wrong).toEqual([]);
});
