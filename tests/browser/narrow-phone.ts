import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from '#tests/support/browser.ts';

const width = 320;
export const narrow = { viewport: { width, height: 800 } };

/** Opens a page on a narrow phone: it is there, has one heading, does not scroll sideways, and axe finds nothing. */
export async function expectGood(page: Page, url: string): Promise<void> {
  const response = await page.goto(url);
  expect(response?.status(), url).toBe(200);
  expect(await page.locator('h1').count(), `headings of ${url}`).toBe(1);
  // until its letters are there a page is as wide as those of the system make it
  const wide = await page.evaluate(async () => {
    await document.fonts.ready;
    return document.documentElement.scrollWidth;
  });
  expect(wide, `${url} scrolls sideways`).toBeLessThanOrEqual(width);
  await expectAccessible(page);
}
