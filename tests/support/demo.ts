import type { Page } from 'playwright-core';
import type { Database } from '#app/platform/database.server.ts';
import { loadProgramme } from '#app/modules/programme/commands/load-programme.server.ts';
import type { DemoAccount } from '#app/modules/people/demo-account.ts';
import { loadDemo } from '#scripts/load-demo.ts';
import { loadPapers } from '#scripts/load-papers.ts';
import { testSealingKeys } from './bank-keys.ts';
import type { SharedFilling } from './database.ts';
import { testSecret } from './test-secret.ts';

/** The programme, its papers and the demo, as `npm start` loads them the first time. */
export async function fillDemo(database: Database): Promise<void> {
  await loadProgramme(database);
  await loadPapers(database);
  await loadDemo(database, { bankKeys: testSealingKeys, secret: testSecret });
}

/** The demo, filled in once for all test files that begin with it. */
export const sharedDemo: SharedFilling = { name: 'demo', fill: fillDemo };

/** Signs a page's browser in with one click, as a visitor of the demo does. */
export async function signInAs(page: Page, url: string, account: DemoAccount): Promise<void> {
  await page.goto(`${url}/demo`);
  await page.locator(`form:has(input[value="${account}"]) button`).click();
  await page.waitForLoadState();
}
