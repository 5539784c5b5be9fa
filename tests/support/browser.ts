import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { chromiumFlags, findChromium } from '#scripts/chromium.ts';

export type BrowserTest = {
  /** A page of a browser that knows nothing yet: no cookies, Dutch. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  /**
   * Call before what is meant to go wrong. Errors that the pattern matches do not fail this test.
   * A page with status 4xx counts as an error in the console.
   */
  allowErrors(pattern: RegExp): void;
};

/** One Chromium for the test file. What a page writes to its console as an error, or the security policy refuses, fails the test. */
export function useBrowser(): BrowserTest {
  let browser: Browser | undefined;
  let contexts: BrowserContext[] = [];
  let errors: string[] = [];
  let allowed: RegExp[] = [];

  beforeAll(async () => {
    // a fresh profile in a temporary folder comes with launch()
    browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  });

  afterEach(async () => {
    const unexpected = errors.filter((error) => !allowed.some((pattern) => pattern.test(error)));
    const open = contexts;
    [contexts, errors, allowed] = [[], [], []];
    await Promise.all(open.map(async (context) => context.close()));
    expect(unexpected, 'errors in the browser').toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
  });

  return {
    async newPage(options = {}) {
      if (browser === undefined) throw new Error('the browser runs from beforeAll on');
      const context = await browser.newContext({
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
        // colours halfway a transition are nobody's colours
        reducedMotion: 'reduce',
        ...options,
      });
      contexts.push(context);
      context.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => errors.push(String(error.error())));
      return context.newPage();
    },
    allowErrors(pattern) {
      allowed.push(pattern);
    },
  };
}

const packages = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
/** What axe-core is without its comments: half as much for a page to read. */
const axeSource = readFileSync(packages.resolve('axe-core/axe.min.js'), 'utf8');

/** Fails when axe finds something against WCAG 2.2 A or AA on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  // one run in the page itself (ours frame nothing), which tells of violations only: a third of the work
  const { violations } = await new AxeBuilder({ page, axeSource })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], selectors: false })
    .withTags(rules)
    .analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`,
  );
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}
