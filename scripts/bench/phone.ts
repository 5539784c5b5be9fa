import { type CDPSession, chromium, type Browser } from 'playwright-core';
import { chromiumFlags, findChromium } from '../chromium.ts';
import type { Bench } from './context.ts';

const pages = [
  '/',
  '/initiatieven',
  '/initiatieven/vuilnisoproer',
  '/budgetten',
  '/besluiten',
  '/besluiten/2024-0001',
  '/zoeken',
  '/zoeken?q=huiswerk',
  '/kaart',
  '/ontmoet',
  '/opgaveteams',
  '/zo-werkt-het',
];

/** As Lighthouse slows a phone down: slow 4G, and a processor four times as slow as this one. */
const slow4G = {
  latency: 150,
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: (750e3 / 8) * 0.9,
  offline: false,
};
const slowdown = 4;
const times = 3;

/** What a phone sees on its first visit. `largest`: milliseconds until the largest thing on the screen was painted. */
type Visit = { largest: number; moved: number; bytes: number; files: number; scripts: number };

/** First visits by a phone on a slow network: when the page is there, whether anything moves, and what was fetched. */
export async function benchPhone({ origin, report }: Bench): Promise<void> {
  const at = await origin();
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  try {
    for (const path of pages) {
      const visits: Visit[] = [];
      // the first makes the page, the next find it kept
      for (let time = 0; time <= times; time += 1) visits.push(await visit(browser, at + path));
      const measured = visits.slice(1);
      const middle = (of: (visit: Visit) => number) => measured.map(of).sort((one, other) => one - other)[1] ?? 0;
      report.tell(
        'phone',
        `${path}, largest paint`,
        middle(({ largest }) => largest),
        'ms',
      );
      report.tell('phone', `${path}, moves (the worst of all)`, Math.max(...visits.map(({ moved }) => moved)), '');
      report.tell('phone', `${path}, fetched`, middle(({ bytes }) => bytes) / 1000, 'kB');
      report.tell('phone', `${path}, of which scripts`, middle(({ scripts }) => scripts) / 1000, 'kB');
      report.tell(
        'phone',
        `${path}, files`,
        middle(({ files }) => files),
        '',
      );
    }
  } finally {
    await browser.close();
  }
}

async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'nl-NL',
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const fetched = await countBytes(session);
    await session.send('Network.emulateNetworkConditions', slow4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript(watchPaint);
    await page.goto(url, { waitUntil: 'networkidle' });
    const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
    return { ...seen, ...fetched };
  } finally {
    await context.close();
  }
}

/** With headers, as it went over the line. */
async function countBytes(session: CDPSession): Promise<{ bytes: number; files: number; scripts: number }> {
  const fetched = { bytes: 0, files: 0, scripts: 0 };
  const scripts = new Set<string>();
  await session.send('Network.enable');
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (new URL(response.url).pathname.endsWith('.js')) scripts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    fetched.bytes += encodedDataLength;
    fetched.files += 1;
    if (scripts.has(requestId)) fetched.scripts += encodedDataLength;
  });
  return fetched;
}

type Seen = { largest: number; moved: number };

/** Runs in the page, before anything of its own. */
function watchPaint(): void {
  const seen: Seen = { largest: 0, moved: 0 };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.largest = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) seen.moved += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}
